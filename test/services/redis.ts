import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { needProgram } from './find-program.ts';
import { freePort } from './free-port.ts';
import { ended, listening, type Service, startProgram } from './service.ts';

/** A Redis server of our own on a free port, or on `port` (to come back after `kill`). It stores nothing on disk. */
export async function startRedis(port?: number): Promise<Service> {
  const program = needProgram('Redis', 'redis-server', 'valkey-server');
  const folder = await mkdtemp(join(tmpdir(), 'soudan-redis-'));
  const chosen = port ?? (await freePort());
  const args = [
    '--port',
    String(chosen),
    '--bind',
    '127.0.0.1',
    '--save',
    '',
    '--appendonly',
    'no',
    '--dir',
    folder,
  ];
  const { child, said } = startProgram(program, args);
  await listening(chosen, child, said);
  const clean = () => rm(folder, { recursive: true, force: true });
  return {
    url: `redis://127.0.0.1:${chosen}`,
    kill: async () => {
      await ended(child, 'SIGKILL');
      await clean();
    },
    stop: async () => {
      await ended(child, 'SIGTERM');
      await clean();
    },
  };
}
