import { crashPoint } from '../crash/crash-point.ts';
import { BotError } from '../errors.ts';
import type { Json } from '../json.ts';
import type { OutboxRow, Settlement } from '../ports/outbox.ts';
import { type OutboxOptions, VERDICT_MS } from './outbox-options.ts';
import { settlementOf } from './settlement.ts';

/**
 * One try of one claimed delivery, to its recorded end. `signal` aborts when the try has taken too long or the process
 * stops. Gives how it ended; undefined when that could not be recorded. Never rejects.
 */
export async function deliverRow(
  options: OutboxOptions,
  row: OutboxRow,
  signal: AbortSignal,
): Promise<Settlement | undefined> {
  const { outbox, clock, metrics, log } = options;
  const { channel, fence, delivery } = row;
  crashPoint('after-delivery-claim');
  const startedAt = clock.now();
  const settlement =
    startedAt >= row.deadlineAt
      ? ({ state: 'dead', code: 'deadline' } as const)
      : await tryOnce(options, row, signal);
  crashPoint('after-deliver');
  metrics.observe('soudan_delivery_seconds', clock.now() - startedAt, { channel });
  metrics.count('soudan_deliveries_total', { channel, outcome: settlement.state });
  try {
    if (!(await outbox.settle(delivery.id, fence, clock.now(), settlement))) return undefined;
  } catch {
    log.error('The end of a delivery could not be recorded; look at the database.', { channel });
    return undefined;
  }
  crashPoint('after-settle');
  if (settlement.state === 'dead') await bury(options, row, settlement.code);
  if (settlement.state === 'waiting')
    log.warn('The quota refused a message; it waits for the person. Look at the channel’s quota.', {
      channel,
      code: settlement.code,
      kind: delivery.purpose,
    });
  return settlement;
}

async function tryOnce(options: OutboxOptions, row: OutboxRow, signal: AbortSignal): Promise<Settlement> {
  const { clock, adapters } = options;
  const { delivery, deadlineAt } = row;
  try {
    const adapter = adapters.get(row.channel);
    if (!adapter) throw new BotError('channel_off', 'A delivery waits for a channel that is off.');
    crashPoint('before-deliver');
    const work = adapter.deliver({ ...delivery, now: clock.now() }, signal);
    const receipt = await Promise.race([work, noVerdict(options, signal)]);
    return { state: 'sent', receipt: receipt as Json };
  } catch (error) {
    return settlementOf({
      error,
      tries: delivery.tries,
      now: clock.now(),
      deadlineAt,
      random: options.random,
    });
  }
}

/** Rejects when the adapter, once aborted, does not say in time how its try ended. */
function noVerdict({ clock }: OutboxOptions, signal: AbortSignal): Promise<never> {
  return new Promise((_resolve, reject) => {
    signal.addEventListener(
      'abort',
      () => {
        void clock.sleep(VERDICT_MS).then(() => {
          reject(new BotError('no_verdict', 'An adapter did not end an aborted delivery; mend the adapter.'));
        });
      },
      { once: true },
    );
  });
}

/** A message that nobody will get: operators hear of it, and a person in danger is not forgotten. */
async function bury(options: OutboxOptions, row: OutboxRow, code: string): Promise<void> {
  const { metrics, log } = options;
  const { purpose, tries } = row.delivery;
  metrics.count('soudan_dead_letters_total', { box: 'outbox' });
  log.error('A message was given up: it is in the dead letters. Look at its code and the channel.', {
    channel: row.channel,
    code,
    kind: purpose,
    tries,
  });
  if (purpose !== 'safety') return;
  try {
    await options.onUndelivered?.(row, code);
  } catch {
    log.error('A case could not be raised to "not reached"; look for it at the desk now.', {
      channel: row.channel,
      code,
    });
  }
}
