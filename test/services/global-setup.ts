import { createServer } from 'node:http';
import type { TestProject } from 'vitest/node';
import { createDatabase, startPostgres } from './postgres.ts';
import { startRedis } from './redis.ts';
import type { Service } from './service.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** Address of the broker that starts servers when a test file asks for one. */
    readonly services: string;
  }
}

/**
 * Vitest's global setup: a small broker. `GET /postgres` starts PostgreSQL at the first call and answers
 * with the URL of a fresh database, `GET /redis` with that of a shared Redis. Files that need neither
 * wait for neither.
 */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  let postgres: Promise<Service> | undefined;
  let redis: Promise<Service> | undefined;
  const answers: Readonly<Record<string, () => Promise<string>>> = {
    '/postgres': async () => {
      postgres ??= startPostgres();
      return createDatabase((await postgres).url);
    },
    '/redis': async () => {
      redis ??= startRedis();
      return (await redis).url;
    },
  };
  const server = createServer((request, response) => {
    const answer = answers[request.url ?? ''];
    if (!answer) {
      response.writeHead(404).end();
      return;
    }
    answer().then(
      (url) => response.end(url),
      (error: Error) => response.writeHead(500).end(error.message),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (typeof address !== 'object' || !address) throw new Error('the broker has no port');
  project.provide('services', `http://127.0.0.1:${address.port}`);
  return async () => {
    server.closeAllConnections();
    server.close();
    for (const started of [postgres, redis])
      await started?.then(
        (service) => service.stop(),
        () => {},
      );
  };
}
