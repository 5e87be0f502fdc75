import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Activity } from '../../../bot/activity.ts';
import { freshConversation } from '../../../bot/conversation.ts';
import { lastWords, notReached } from '../../../bot/main/last-words.ts';
import { nobodyReachable } from '../../../bot/ports/reach.ts';
import { type OpenStores, openStores } from '../../../bot/stores/open-stores.ts';
import { loadTables } from '../../../bot/tables/load.ts';
import { testKeys } from '../../contracts/keys.ts';
import { createManualClock } from '../../fakes/manual-clock.ts';

const clock = createManualClock();
let stores: OpenStores;
beforeEach(async () => {
  stores = await openStores({ keys: testKeys(), clock, fileName: ':memory:' });
});
afterEach(() => stores.close());

const parts = () => ({
  store: stores.store,
  tables: loadTables(),
  reachOf: nobodyReachable,
  hearsDanger: (text: string) =>
    text.includes('chet') ? ({ kind: 'crisis', lang: 'vi', rule: 'wish-to-die' } as const) : undefined,
  clock,
});

function row(text: string) {
  const activity: Activity = {
    type: 'message',
    id: 'e1',
    channel: 'line',
    conversation: 'line:U1',
    address: null,
    from: { id: 'U1', role: 'trainee' },
    at: clock.now(),
    text,
  };
  return { id: 'r1', activity, receivedAt: clock.now(), urgent: false, tries: 5 };
}

describe('last words of a turn that was given up', () => {
  it('gives the numbers to a person in danger, in the language of the words', async () => {
    const message = await lastWords(parts())(row('toi muon chet'));
    expect(message).toMatchObject({ kind: 'crisis', lang: 'vi', purpose: 'safety', urgency: 'critical' });
    expect(message?.text).toMatch(/119/);
    expect(message?.links?.map(({ href }) => href)).toContain('tel:119');
  });

  it('says in the chosen language that we failed', async () => {
    const value = {
      ...freshConversation('trainee'),
      language: { tag: 'id' as const, source: 'chosen' as const },
    };
    const entries = [{ key: 'conversation/line:U1', value, expected: null }];
    await stores.store.commit({ at: clock.now(), entries });
    expect(await lastWords(parts())(row('gaji saya'))).toMatchObject({
      kind: 'unknown',
      lang: 'id',
      purpose: 'ordinary',
    });
  });
});

describe('a safety text that no road took', () => {
  it('leaves an audited case that says so', async () => {
    const delivery = {
      id: 'd1',
      key: 'k1',
      conversation: 'line:U1',
      address: null,
      body: null,
      purpose: 'safety' as const,
      tries: 3,
    };
    await notReached(parts())({ channel: 'line', deadlineAt: 0, fence: 1, delivery }, 'line_blocked');
    const rows = await stores.audit.since(0, 10);
    expect(rows.some(({ action }) => action === 'safety-not-reached')).toBe(true);
  });
});
