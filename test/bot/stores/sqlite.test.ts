import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { systemClock } from '../../../bot/clock.ts';
import { openStores } from '../../../bot/stores/open-stores.ts';
import { testKeys } from '../../contracts/keys.ts';
import { storeContract } from '../../contracts/store-contract.ts';

const keys = testKeys();
const clock = systemClock;

storeContract('SQLite in memory', async () => {
  const stores = await openStores({ keys, clock, fileName: ':memory:' });
  return { stores, close: () => stores.close() };
});

storeContract('SQLite file', async () => {
  const dataDir = await mkdtemp(join(tmpdir(), 'soudan-store-'));
  const stores = await openStores({ keys, clock, dataDir });
  const second = await openStores({ keys, clock, dataDir });
  return {
    stores,
    second,
    close: async () => {
      await stores.close();
      await second.close();
      await rm(dataDir, { recursive: true });
    },
  };
});
