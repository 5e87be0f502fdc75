import { afterEach, beforeEach, expect, it } from 'vitest';
import { storedInstallations } from '../../../bot/main/slack-installations.ts';
import { type OpenStores, openStores } from '../../../bot/stores/open-stores.ts';
import { testKeys } from '../../contracts/keys.ts';
import { createManualClock } from '../../fakes/manual-clock.ts';

const clock = createManualClock();
let stores: OpenStores;
beforeEach(async () => {
  stores = await openStores({ keys: testKeys(), clock, fileName: ':memory:' });
});
afterEach(() => stores.close());

it('keeps an installation a team, replaces it and forgets it', async () => {
  const installations = storedInstallations(stores.store, clock);
  expect(await installations.read('T1')).toBeUndefined();
  await installations.write('T1', { botToken: 'xoxb-one' });
  await installations.write('T2', { botToken: 'xoxb-two', botUserId: 'U2' });
  await installations.write('T1', { botToken: 'xoxb-new' });
  expect(await installations.read('T1')).toEqual({ botToken: 'xoxb-new' });
  expect(await installations.read('T2')).toEqual({ botToken: 'xoxb-two', botUserId: 'U2' });
  await installations.write('T1', undefined);
  expect(await installations.read('T1')).toBeUndefined();
  await installations.write('T3', undefined);
});

it('survives two writes at once', async () => {
  const installations = storedInstallations(stores.store, clock);
  await Promise.all([1, 2, 3].map((n) => installations.write('T1', { botToken: `xoxb-${n}` })));
  expect((await installations.read('T1'))?.botToken).toMatch(/^xoxb-[123]$/);
});
