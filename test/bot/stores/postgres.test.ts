import { systemClock } from '../../../bot/clock.ts';
import { openStores } from '../../../bot/stores/open-stores.ts';
import { testKeys } from '../../contracts/keys.ts';
import { storeContract } from '../../contracts/store-contract.ts';
import { postgresUrl } from '../../services/urls.ts';

storeContract('PostgreSQL', async () => {
  const options = { keys: testKeys(), clock: systemClock, databaseUrl: await postgresUrl() };
  // At once: two processes that start together must not trip over each other's migration.
  const [stores, second] = await Promise.all([openStores(options), openStores(options)]);
  return {
    stores,
    second,
    close: async () => {
      await stores.close();
      await second.close();
    },
  };
});
