import { describe, expect, it, vi } from 'vitest';
import type { Activity } from '../../../bot/activity.ts';
import { createLocalBus } from '../../../bot/bus/local-bus.ts';
import { abortTopic, TOPIC_INBOX, TOPIC_INBOX_URGENT } from '../../../bot/bus/topics.ts';
import { BusyError } from '../../../bot/errors.ts';
import { createAccept } from '../../../bot/inbox/accept.ts';
import type { Refusal } from '../../../bot/inbox/backpressure.ts';
import { silentLog } from '../../../bot/log.ts';
import { createMetrics } from '../../../bot/metrics.ts';
import type { Inbox, InboxDraft } from '../../../bot/ports/inbox.ts';
import { openStores } from '../../../bot/stores/open-stores.ts';
import { testKeys } from '../../contracts/keys.ts';
import { says } from '../../fakes/fake-channel.ts';
import { createManualClock } from '../../fakes/manual-clock.ts';

async function door(more: { refusal?: Refusal; hearsDanger?: (text: string) => boolean } = {}) {
  const clock = createManualClock();
  const stores = await openStores({ keys: testKeys(), clock, fileName: ':memory:' });
  const bus = createLocalBus({ clock, log: silentLog });
  const heard: string[] = [];
  for (const topic of [TOPIC_INBOX, TOPIC_INBOX_URGENT, abortTopic('test:ana')])
    bus.subscribe(topic, (payload) => heard.push(`${topic} ${payload}`));
  const rows: InboxDraft[] = [];
  const inbox: Inbox = {
    ...stores.inbox,
    accept: (drafts) => {
      rows.push(...drafts);
      return stores.inbox.accept(drafts);
    },
  };
  const errors: string[] = [];
  const accept = createAccept({
    inbox,
    bus,
    hearsDanger: more.hearsDanger ?? ((text) => text.includes('danger')),
    refusal: async () => more.refusal,
    clock,
    metrics: createMetrics(),
    log: { ...silentLog, error: (message) => void errors.push(message) },
  });
  return { accept, stores, rows, heard, errors, clock };
}

describe('accept', () => {
  it('stores, then wakes; nothing for an empty list', async () => {
    const { accept, heard, rows } = await door();
    await accept([]);
    await accept([says('ana', 'hello', 1), says('ben', 'hello', 2)]);
    await vi.waitFor(() => expect(heard).toEqual([`${TOPIC_INBOX} 2`]));
    expect(rows.map(({ urgent }) => urgent)).toEqual([false, false]);
  });

  it('hears danger in texts, form fields and places, and calls the lane kept for it', async () => {
    const { accept, heard, rows } = await door();
    const { text: _text, messageId: _id, type: _type, ...base } = says('ana', 'form', 3);
    const form: Activity = { ...base, type: 'action', value: 'v', fields: { a: [{ b: 'danger' }] } };
    const place = says('ana', '', 4, { location: { latitude: 0, longitude: 0, label: 'danger' } });
    const button: Activity = { ...base, id: 'b', type: 'action', value: 'danger' };
    await accept([says('ana', 'danger', 1), says('ben', 'calm', 2), form, place, button]);
    expect(rows.map(({ urgent }) => urgent)).toEqual([true, false, true, true, false]);
    await vi.waitFor(() => expect(heard).toContain(`${TOPIC_INBOX} 5`));
    expect(heard).toContain(`${TOPIC_INBOX_URGENT} 3`);
    expect(heard).toContain('abort:test:ana null');
  });

  it('duplicates wake nobody', async () => {
    const { accept, heard } = await door();
    await accept([says('ana', 'danger', 1)]);
    await vi.waitFor(() => expect(heard).toHaveLength(3));
    await accept([says('ana', 'danger', 1)]);
    await accept([says('ben', 'new', 1)]);
    await vi.waitFor(() => expect(heard).toHaveLength(4));
  });

  it.each(['rows', 'age', 'disk'] as const)(
    'refuses ordinary events past the bound on %s',
    async (refusal) => {
      const { accept, rows } = await door({ refusal });
      await expect(accept([says('ana', 'hello', 1)])).rejects.toBeInstanceOf(BusyError);
      expect(rows).toEqual([]);
    },
  );

  it('lets danger pass the bounds on rows and age, not a full disk', async () => {
    for (const refusal of ['rows', 'age'] as const) {
      const { accept, rows } = await door({ refusal });
      await accept([says('ana', 'danger', 1), says('ana', 'and this', 2)]);
      expect(rows).toHaveLength(2);
    }
    const { accept } = await door({ refusal: 'disk' });
    await expect(accept([says('ana', 'danger', 1)])).rejects.toBeInstanceOf(BusyError);
  });

  it('L-8: a store that fails is a 503, not a 200', async () => {
    const { accept, stores, errors } = await door();
    await stores.close();
    await expect(accept([says('ana', 'hello', 1)])).rejects.toBeInstanceOf(BusyError);
    expect(errors).toHaveLength(1);
  });

  it('a guard that throws makes everything urgent and says so', async () => {
    const { accept, rows, errors } = await door({
      hearsDanger: () => {
        throw new Error('broken lexicon');
      },
    });
    await accept([says('ana', 'hello', 1)]);
    expect(rows[0]?.urgent).toBe(true);
    expect(errors.join()).toContain('word guard');
  });
});
