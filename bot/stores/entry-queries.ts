import { prepared } from './prepared.ts';

/** One entry; a deleted one has no content. */
export const readEntry = prepared((db, p: { key: string }) =>
  db.selectFrom('entries').select(['version', 'sealed']).where('key', '=', p.key),
);

/** Makes an entry that is absent or deleted. Versions go on where the deleted one stopped. */
export const createEntry = prepared((db, p: { key: string; sealed: Buffer }) =>
  db
    .insertInto('entries')
    .values({ key: p.key, version: 1, sealed: p.sealed })
    .onConflict((conflict) =>
      conflict
        .column('key')
        .doUpdateSet((eb) => ({ version: eb('entries.version', '+', 1), sealed: eb.ref('excluded.sealed') }))
        .where('entries.sealed', 'is', null),
    ),
);

/** Changes (or with null deletes) an entry that has the expected version. */
export const changeEntry = prepared((db, p: { key: string; expected: number; sealed: Buffer | null }) =>
  db
    .updateTable('entries')
    .set((eb) => ({ version: eb('version', '+', 1), sealed: p.sealed }))
    .where('key', '=', p.key)
    .where('version', '=', p.expected)
    .where('sealed', 'is not', null),
);
