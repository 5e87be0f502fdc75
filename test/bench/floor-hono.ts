import { serve } from '@hono/node-server';
import { Hono } from 'hono';
import Database from 'libsql';

/** The floor: a bare Hono handler that does one durable SQLite insert a message and nothing else. Prints its port. */
const file = process.argv[2];
if (!file) throw new Error('usage: floor-hono FILE.db');
const database = new Database(file);
database.pragma('journal_mode = WAL');
database.pragma('synchronous = FULL');
database.exec('CREATE TABLE IF NOT EXISTS message (id INTEGER PRIMARY KEY, body TEXT NOT NULL)');
const insert = database.prepare('INSERT INTO message (body) VALUES (?)');

const app = new Hono();
app.post('/api/messages', async (context) => {
  insert.run(await context.req.text());
  return context.body(null, 200);
});
serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' }, ({ port }) => {
  process.stdout.write(`${JSON.stringify({ port })}\n`);
});
