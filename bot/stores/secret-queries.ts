import { prepared } from './prepared.ts';

/** A key that the database keeps, encrypted. */
export const readSecret = prepared((db, p: { name: string }) =>
  db.selectFrom('secrets').select('sealed').where('name', '=', p.name),
);

/** The first one to write it wins. */
export const insertSecret = prepared((db, p: { name: string; sealed: Buffer }) =>
  db
    .insertInto('secrets')
    .values({ name: p.name, sealed: p.sealed })
    .onConflict((conflict) => conflict.column('name').doNothing()),
);
