import { existsSync } from 'node:fs';
import { connect } from 'node:net';
import pg from 'pg';
import { describe, expect, test } from 'vitest';
import { findChromium } from './chromium.ts';
import { startRedis } from './redis.ts';
import { postgresUrl, redisUrl } from './urls.ts';

const answers = (url: string, say: string) =>
  new Promise<string>((resolve, reject) => {
    const { hostname, port } = new URL(url);
    const socket = connect(Number(port), hostname, () => socket.write(say));
    socket.once('data', (data) => {
      resolve(data.toString());
      socket.destroy();
    });
    socket.once('error', reject);
  });

describe('services', () => {
  test('each call gives another, empty PostgreSQL database', async () => {
    const urls = await Promise.all([postgresUrl(), postgresUrl()]);
    expect(urls[0]).not.toBe(urls[1]);
    for (const url of urls) {
      const client = new pg.Client(url);
      await client.connect();
      const { rows } = await client.query(
        "select count(*)::int as c from pg_tables where schemaname = 'public'",
      );
      expect(rows).toEqual([{ c: 0 }]);
      await client.end();
    }
  });

  test('Redis is shared, and one of our own dies and comes back on its port', async () => {
    expect(await redisUrl()).toBe(await redisUrl());
    expect(await answers(await redisUrl(), 'PING\r\n')).toBe('+PONG\r\n');
    const own = await startRedis();
    await own.kill();
    await expect(answers(own.url, 'PING\r\n')).rejects.toThrow('ECONNREFUSED');
    const again = await startRedis(Number(new URL(own.url).port));
    expect(again.url).toBe(own.url);
    expect(await answers(own.url, 'PING\r\n')).toBe('+PONG\r\n');
    await again.stop();
  });

  test('Chromium is found', () => expect(existsSync(findChromium())).toBe(true));
});
