import type { Activity } from '../activity.ts';
import type { Accept } from '../adapter.ts';
import { abortTopic, TOPIC_INBOX, TOPIC_INBOX_URGENT } from '../bus/topics.ts';
import type { Clock } from '../clock.ts';
import { crashPoint } from '../crash/crash-point.ts';
import { BusyError } from '../errors.ts';
import type { Log } from '../log.ts';
import type { Metrics } from '../metrics.ts';
import type { Bus } from '../ports/bus.ts';
import type { Inbox } from '../ports/inbox.ts';
import type { Refusal } from './backpressure.ts';
import { spokenText } from './spoken-text.ts';

/** What the door needs. */
export interface AcceptOptions {
  readonly inbox: Inbox;
  readonly bus: Bus;
  /** The word guard: pure, all lexicons, under 5 ms. */
  readonly hearsDanger: (text: string) => boolean;
  /** Why nothing more can be stored now. */
  readonly refusal: () => Promise<Refusal | undefined>;
  readonly clock: Clock;
  readonly metrics: Metrics;
  readonly log: Log;
}

/**
 * The door of the product: marks danger, refuses past the bounds (never danger because of waiting ordinary turns),
 * stores all or none, then wakes the workers. Resolves once stored; throws BusyError otherwise (→ 503).
 */
export function createAccept(options: AcceptOptions): Accept {
  const { inbox, bus, clock, metrics, log } = options;

  const heard = (activity: Activity): boolean => {
    try {
      return options.hearsDanger(spokenText(activity));
    } catch {
      // A guard that cannot read must not make danger wait: everything is urgent until it is mended.
      log.error('The word guard threw; every message counts as urgent until it is mended.', {
        component: 'inbox',
        channel: activity.channel,
      });
      return true;
    }
  };

  return async (activities) => {
    if (activities.length === 0) return;
    const receivedAt = clock.now();
    const rows = activities.map((activity) => ({ activity, receivedAt, urgent: heard(activity) }));
    const urgent = rows.filter((row) => row.urgent);

    const refused = await options.refusal();
    if (refused && (refused === 'disk' || urgent.length === 0)) {
      metrics.count('soudan_events_refused_total', { reason: refused });
      throw new BusyError(`The inbox is full (${refused}); look at the workers and the disk.`);
    }

    crashPoint('before-accept');
    const { stored, duplicates } = await inbox.accept(rows).catch((cause: unknown) => {
      metrics.count('soudan_events_refused_total', { reason: 'store' });
      log.error('The store did not take an event; look at the database. The platform will send it again.', {
        component: 'inbox',
        code: cause instanceof Error ? cause.name : 'unknown',
      });
      throw new BusyError('The store did not take the event (L-8).', { cause });
    });
    crashPoint('after-accept');

    for (const { activity, urgent: isUrgent } of rows)
      metrics.count('soudan_events_accepted_total', { channel: activity.channel, urgent: String(isUrgent) });
    if (duplicates > 0) metrics.count('soudan_events_duplicate_total', {}, duplicates);
    if (stored === 0) return;
    for (const { activity } of urgent) bus.publish(abortTopic(activity.conversation), null);
    if (urgent.length > 0) bus.publish(TOPIC_INBOX_URGENT, urgent.length);
    bus.publish(TOPIC_INBOX, stored);
  };
}
