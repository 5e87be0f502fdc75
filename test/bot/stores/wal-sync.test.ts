import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Database } from '../../../bot/stores/database.ts';
import { createEntry, readEntry } from '../../../bot/stores/entry-queries.ts';
import { migrate } from '../../../bot/stores/migrations.ts';
import { openSqlite } from '../../../bot/stores/sqlite-database.ts';
import { createFlusher } from '../../../bot/stores/wal-sync.ts';

type Done = (error: Error | null) => void;

/** A disk that ends its flushes when the test says so. */
function slowDisk() {
  const under: Done[] = [];
  return { under, flusher: createFlusher((done) => void under.push(done)) };
}

/** Lets everything happen that needs no disk. */
async function settle() {
  for (let round = 0; round < 10; round += 1) await new Promise((resolve) => setImmediate(resolve));
}

/** What has been told so far. */
function listen(promises: Readonly<Record<string, Promise<unknown>>>): string[] {
  const told: string[] = [];
  for (const [name, promise] of Object.entries(promises))
    promise.then(
      () => told.push(name),
      () => told.push(`${name} refused`),
    );
  return told;
}

describe('flushes of the log', () => {
  it('a call that meets a running flush waits for the next one, together with others', async () => {
    const { under, flusher } = slowDisk();
    const told = listen({ first: flusher.flush(), second: flusher.flush(), third: flusher.flush() });
    under[0]?.(null);
    await settle();
    expect(told).toEqual(['first']);
    expect(under).toHaveLength(2);
    under[1]?.(null);
    await settle();
    expect(told).toEqual(['first', 'second', 'third']);
  });

  it('after the disk has refused once, nothing is safe any more', async () => {
    const { under, flusher } = slowDisk();
    const told = listen({ first: flusher.flush(), second: flusher.flush() });
    under[0]?.(new Error('EIO'));
    await settle();
    expect(told).toEqual(['first refused', 'second refused']);
    await expect(flusher.flush()).rejects.toThrow('EIO');
    expect(under).toHaveLength(1);
  });
});

describe('SQLite between a commit and its flush', () => {
  const sealed = Buffer.from('sealed');
  let folder: string;
  let disk: ReturnType<typeof slowDisk>;
  let database: Database;
  const write = (key: string, durability?: 'soft' | 'early') =>
    database.write((session) => session.run(createEntry, { key, sealed }), durability);
  const read = (key: string, early?: 'early') =>
    database.read((session) => session.one(readEntry, { key }), early);

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'soudan-wal-'));
    disk = slowDisk();
    database = openSqlite(join(folder, 'test.db'), () => disk.flusher);
    await migrate(database.kysely, 'sqlite');
  });
  afterEach(async () => {
    const closed = database.close();
    for (const done of disk.under) done(null);
    await closed;
    await rm(folder, { recursive: true });
  });

  it('nobody hears of a durable write, nor of what came after it, before it is on the disk', async () => {
    const told = listen({ durable: write('a') });
    await settle();
    const later = listen({ soft: write('b', 'soft'), read: read('a'), early: read('a', 'early') });
    await settle();
    expect(told).toEqual([]);
    expect(later).toEqual(['early']);
    expect(disk.under).toHaveLength(1);
    disk.under[0]?.(null);
    await settle();
    expect(told).toEqual(['durable']);
    expect(later.sort()).toEqual(['early', 'read', 'soft']);
  });

  it('an early look sees what is committed', async () => {
    void write('a');
    await settle();
    expect(await read('a', 'early')).toMatchObject({ version: 1 });
  });

  it('a soft write alone waits for no flush and asks for none', async () => {
    await write('a', 'soft');
    expect(disk.under).toHaveLength(0);
  });

  it('when the disk refuses, the write is refused, and every later one', async () => {
    const told = listen({ first: write('a') });
    await settle();
    disk.under[0]?.(new Error('EIO'));
    await settle();
    expect(told).toEqual(['first refused']);
    await expect(write('b')).rejects.toThrow('EIO');
    await expect(read('a')).rejects.toThrow('EIO');
  });
});
