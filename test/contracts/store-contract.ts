import { afterEach, beforeEach, describe } from 'vitest';
import type { OpenStores } from '../../bot/stores/open-stores.ts';

import { auditContract } from './audit-contract.ts';
import { commitContract } from './commit-contract.ts';
import { eraseContract } from './erase-contract.ts';
import { inboxContract } from './inbox-contract.ts';
import { mediaContract } from './media-contract.ts';
import { outboxContract } from './outbox-contract.ts';
import { timersContract } from './timers-contract.ts';

/** A database under test. */
export interface StoreUnderTest {
  readonly stores: OpenStores;
  /** Another process's view of the same database, when the engine allows one. */
  readonly second?: OpenStores;
  close(): Promise<void>;
}

/** Gives the stores of the running test. */
export type Subject = () => StoreUnderTest;

/** The one suite that every engine behind the store ports must pass. `open` gives an empty database. */
export function storeContract(name: string, open: () => Promise<StoreUnderTest>): void {
  describe(name, () => {
    let subject: StoreUnderTest;
    beforeEach(async () => {
      subject = await open();
    });
    afterEach(() => subject.close());
    const get: Subject = () => subject;
    inboxContract(get);
    commitContract(get);
    outboxContract(get);
    timersContract(get);
    mediaContract(get);
    eraseContract(get);
    auditContract(get);
  });
}
