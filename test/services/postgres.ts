import { execFile, execFileSync } from 'node:child_process';
import { chown, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import pg from 'pg';
import { needProgram } from './find-program.ts';
import { freePort } from './free-port.ts';
import { ended, listening, type Service, startProgram } from './service.ts';

/** PostgreSQL refuses to run as root: then the ids of an ordinary user. */
function ordinaryUser(): { uid?: number; gid?: number } {
  if (process.getuid?.() !== 0) return {};
  for (const name of ['postgres', 'nobody'])
    try {
      const id = (flag: string) =>
        Number(execFileSync('id', [flag, name], { stdio: ['ignore', 'pipe', 'ignore'] }));
      return { uid: id('-u'), gid: id('-g') };
    } catch {
      // No such user.
    }
  return {};
}

/** A PostgreSQL server of our own in a temporary folder, on a free port. `url` names its first database. */
export async function startPostgres(): Promise<Service> {
  const initdb = needProgram('PostgreSQL', 'initdb');
  const server = join(initdb, '..', 'postgres');
  const user = ordinaryUser();
  const folder = await mkdtemp(join(tmpdir(), 'soudan-postgres-'));
  if (user.uid !== undefined && user.gid !== undefined) await chown(folder, user.uid, user.gid);
  const data = join(folder, 'data');
  const options = { ...user, cwd: folder };
  const init = ['-D', data, '-U', 'soudan', '-A', 'trust', '-E', 'UTF8', '--locale=C', '--no-sync'];
  await promisify(execFile)(initdb, init, options);
  const port = await freePort();
  // Tests restart nothing after a power failure: without fsync they take half the time.
  const settings = [
    'fsync=off',
    'max_connections=200',
    'shared_buffers=32MB',
    `unix_socket_directories=${folder}`,
  ];
  const { child, said } = startProgram(
    server,
    ['-D', data, '-h', '127.0.0.1', '-p', String(port), ...settings.flatMap((setting) => ['-c', setting])],
    options,
  );
  await listening(port, child, said);
  const url = `postgres://soudan@127.0.0.1:${port}/postgres`;
  await accepting(url);
  return {
    url,
    kill: () => ended(child, 'SIGKILL'),
    stop: async () => {
      await ended(child, 'SIGINT');
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** The port is open before the server is ready to talk. */
async function accepting(url: string): Promise<void> {
  for (let tries = 1; ; tries += 1) {
    const client = new pg.Client(url);
    client.on('error', () => {});
    try {
      await client.connect();
      await client.end();
      return;
    } catch (error) {
      if (tries === 100) throw error;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
}

let made = 0;

/** Makes an empty database on the server and gives its URL. */
export async function createDatabase(server: string): Promise<string> {
  made += 1;
  const name = `test_${process.pid}_${made}`;
  const client = new pg.Client(server);
  await client.connect();
  try {
    await client.query(`create database ${name}`);
  } finally {
    await client.end();
  }
  const url = new URL(server);
  url.pathname = name;
  return url.href;
}
