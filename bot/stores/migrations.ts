import { type Kysely, type Migration, Migrator, sql } from 'kysely';
import { columnTypes, countingKey, type Dialect } from './dialect.ts';
import type { Schema } from './schema.ts';

/** First shape of all tables. A shipped migration never changes: a new shape is a new entry at the end. */
function firstTables(dialect: Dialect): Migration {
  const { int, bytes } = columnTypes(dialect);
  return {
    up: async (db: Kysely<never>) => {
      const make = (name: string) => db.schema.createTable(name);
      const index = async (name: string, table: string, columns: string, where?: string) => {
        await sql`create index ${sql.ref(name)} on ${sql.table(table)} (${sql.raw(columns)}) ${sql.raw(
          where ? `where ${where}` : '',
        )}`.execute(db);
      };
      await make('secrets')
        .addColumn('name', 'text', (c) => c.primaryKey())
        .addColumn('sealed', bytes, (c) => c.notNull())
        .execute();
      await make('entries')
        .addColumn('key', 'text', (c) => c.primaryKey())
        .addColumn('version', int, (c) => c.notNull())
        .addColumn('sealed', bytes)
        .execute();
      await countingKey(dialect, make('inbox'))
        .addColumn('id', 'text', (c) => c.notNull().unique())
        .addColumn('conversation', 'text', (c) => c.notNull())
        .addColumn('message', 'text')
        .addColumn('state', 'text', (c) => c.notNull())
        .addColumn('urgent', int, (c) => c.notNull())
        .addColumn('at', int, (c) => c.notNull())
        .addColumn('received_at', int, (c) => c.notNull())
        .addColumn('tries', int, (c) => c.notNull())
        .addColumn('retry_at', int, (c) => c.notNull())
        .addColumn('code', 'text')
        .addColumn('hash', bytes, (c) => c.notNull())
        .addColumn('sealed', bytes)
        .execute();
      await index('inbox_lane', 'inbox', 'conversation, urgent desc, at, n', "state = 'open'");
      await index('inbox_ready', 'inbox', 'received_at', "state = 'open' and retry_at = 0");
      await index('inbox_retry', 'inbox', 'retry_at', "state = 'open' and retry_at > 0");
      await index('inbox_dead', 'inbox', 'conversation', "state = 'dead'");
      await index('inbox_done', 'inbox', 'received_at', "state = 'done'");
      await make('lanes')
        .addColumn('conversation', 'text', (c) => c.primaryKey())
        .addColumn('owner', 'text')
        .addColumn('fence', int, (c) => c.notNull().defaultTo(0))
        .addColumn('lease_until', int, (c) => c.notNull().defaultTo(0))
        .addColumn('row_id', 'text')
        .addColumn('row_urgent', int, (c) => c.notNull().defaultTo(0))
        .addColumn('head_urgent', int, (c) => c.notNull().defaultTo(0))
        .addColumn('head_at', int)
        .addColumn('said', int, (c) => c.notNull().defaultTo(0))
        .addColumn('contact', bytes)
        .execute();
      await index('lanes_head', 'lanes', 'head_urgent desc, head_at', 'head_at is not null');
      await countingKey(dialect, make('outbox'))
        .addColumn('id', 'text', (c) => c.notNull().unique())
        .addColumn('key', 'text', (c) => c.notNull())
        .addColumn('conversation', 'text', (c) => c.notNull())
        .addColumn('message', 'text')
        .addColumn('channel', 'text', (c) => c.notNull())
        .addColumn('state', 'text', (c) => c.notNull())
        .addColumn('urgent', int, (c) => c.notNull())
        .addColumn('created_at', int, (c) => c.notNull())
        .addColumn('next_at', int, (c) => c.notNull())
        .addColumn('deadline_at', int, (c) => c.notNull())
        .addColumn('owner', 'text')
        .addColumn('fence', int, (c) => c.notNull().defaultTo(0))
        .addColumn('tries', int, (c) => c.notNull().defaultTo(0))
        .addColumn('code', 'text')
        .addColumn('sealed', bytes)
        .addColumn('handle', bytes)
        .addColumn('receipt', bytes)
        .execute();
      await index('outbox_heads', 'outbox', 'channel, urgent, next_at', "state = 'pending'");
      await index('outbox_next', 'outbox', 'urgent, next_at', "state = 'pending'");
      await index('outbox_lane', 'outbox', 'conversation, urgent, n', "state in ('queued', 'pending')");
      await index('outbox_age', 'outbox', 'created_at, state', "state in ('queued', 'pending')");
      await index('outbox_waiting', 'outbox', 'conversation, n', "state = 'waiting'");
      await index('outbox_dead', 'outbox', 'n', "state = 'dead'");
      await index('outbox_message', 'outbox', 'conversation, message', 'message is not null');
      await index('outbox_sent', 'outbox', 'created_at', "state = 'sent'");
      await make('timers')
        .addColumn('id', 'text', (c) => c.primaryKey())
        .addColumn('conversation', 'text', (c) => c.notNull())
        .addColumn('due_at', int, (c) => c.notNull())
        .addColumn('sealed', bytes, (c) => c.notNull())
        .execute();
      await index('timers_due', 'timers', 'due_at');
      await index('timers_conversation', 'timers', 'conversation');
      await make('transcript')
        .addColumn('conversation', 'text', (c) => c.notNull())
        .addColumn('seq', int, (c) => c.notNull())
        .addColumn('message', 'text', (c) => c.notNull())
        .addColumn('author', 'text', (c) => c.notNull())
        .addColumn('at', int, (c) => c.notNull())
        .addColumn('erased', int, (c) => c.notNull().defaultTo(0))
        .addColumn('sealed', bytes, (c) => c.notNull())
        .addPrimaryKeyConstraint('transcript_key', ['conversation', 'seq'] as never)
        .execute();
      await index('transcript_message', 'transcript', 'conversation, message');
      await make('media')
        .addColumn('id', 'text', (c) => c.primaryKey())
        .addColumn('conversation', 'text', (c) => c.notNull())
        .addColumn('message', 'text', (c) => c.notNull())
        .addColumn('state', 'text', (c) => c.notNull())
        .addColumn('created_at', int, (c) => c.notNull())
        .addColumn('next_at', int, (c) => c.notNull())
        .addColumn('owner', 'text')
        .addColumn('fence', int, (c) => c.notNull().defaultTo(0))
        .addColumn('tries', int, (c) => c.notNull().defaultTo(0))
        .addColumn('code', 'text')
        .addColumn('job', bytes)
        .addColumn('type', bytes)
        .addColumn('bytes', bytes)
        .execute();
      await index('media_due', 'media', 'next_at', "state = 'pending'");
      await index('media_message', 'media', 'conversation, message');
      await make('cases')
        .addColumn('id', 'text', (c) => c.primaryKey())
        .addColumn('conversation', 'text', (c) => c.notNull())
        .addColumn('kind', 'text', (c) => c.notNull())
        .addColumn('urgency', int, (c) => c.notNull())
        .addColumn('office', 'text')
        .addColumn('specialist', 'text')
        .addColumn('language', 'text', (c) => c.notNull())
        .addColumn('state', 'text', (c) => c.notNull())
        .addColumn('opened_at', int, (c) => c.notNull())
        .addColumn('version', int, (c) => c.notNull())
        .addColumn('sealed', bytes, (c) => c.notNull())
        .execute();
      await sql`create unique index cases_open on cases (conversation, kind) where state <> 'closed'`.execute(
        db,
      );
      await index('cases_queue', 'cases', 'state, urgency desc, opened_at');
      await make('case_events')
        .addColumn('case_id', 'text', (c) => c.notNull().references('cases.id'))
        .addColumn('n', int, (c) => c.notNull())
        .addColumn('at', int, (c) => c.notNull())
        .addColumn('type', 'text', (c) => c.notNull())
        .addColumn('ref', 'text')
        .addColumn('sealed', bytes, (c) => c.notNull())
        .addPrimaryKeyConstraint('case_events_key', ['case_id', 'n'] as never)
        .execute();
      await index('case_events_ref', 'case_events', 'ref', 'ref is not null');
      await make('audit')
        .addColumn('seq', int, (c) => c.primaryKey())
        .addColumn('at', int, (c) => c.notNull())
        .addColumn('action', 'text', (c) => c.notNull())
        .addColumn('prev', bytes, (c) => c.notNull())
        .addColumn('hash', bytes, (c) => c.notNull())
        .addColumn('sealed', bytes, (c) => c.notNull())
        .execute();
      await make('audit_head')
        .addColumn('id', int, (c) => c.primaryKey())
        .addColumn('seq', int, (c) => c.notNull())
        .addColumn('hash', bytes, (c) => c.notNull())
        .execute();
      await sql`insert into audit_head (id, seq, hash) values (1, 0, ${Buffer.alloc(32)})`.execute(db);
    },
  };
}

/** Brings the database to the newest shape, all or nothing. Safe when several processes start at once. */
export async function migrate(db: Kysely<Schema>, dialect: Dialect): Promise<void> {
  const migrator = new Migrator({
    db,
    provider: { getMigrations: async () => ({ '001-first-tables': firstTables(dialect) }) },
  });
  // Kysely does not use a transaction for SQLite; with one connection ours holds everything that it does.
  const around = async (command: 'begin immediate' | 'commit' | 'rollback') => {
    if (dialect === 'sqlite') await sql.raw(command).execute(db);
  };
  await around('begin immediate');
  const { error } = await migrator.migrateToLatest();
  await around(error ? 'rollback' : 'commit');
  if (error) throw error;
}
