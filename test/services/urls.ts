import { inject } from 'vitest';

async function ask(path: string): Promise<string> {
  const response = await fetch(`${inject('services')}${path}`);
  const text = await response.text();
  if (!response.ok) throw new Error(text);
  return text;
}

/** URL of a fresh, empty PostgreSQL database (each call another one). The server starts at the first call. */
export const postgresUrl = (): Promise<string> => ask('/postgres');

/** URL of the Redis that all test files share: use keys of your own. `startRedis()` gives one to kill. */
export const redisUrl = (): Promise<string> => ask('/redis');
