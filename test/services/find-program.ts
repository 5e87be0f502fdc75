import { accessSync, constants, readdirSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** Where Debian and others keep server programs that are not on the PATH. */
function extraFolders(): string[] {
  const base = '/usr/lib/postgresql';
  try {
    return readdirSync(base)
      .sort((a, b) => Number(b) - Number(a))
      .map((version) => join(base, version, 'bin'));
  } catch {
    return [];
  }
}

/** Full path of the first of `names` that can be run, or undefined. */
function findProgram(...names: readonly string[]): string | undefined {
  const folders = [...(process.env.PATH ?? '').split(delimiter), ...extraFolders(), '/usr/sbin', '/sbin'];
  for (const name of names)
    for (const folder of folders) {
      const path = join(folder, name);
      try {
        accessSync(path, constants.X_OK);
        return path;
      } catch {
        // Not here.
      }
    }
  return undefined;
}

/** Like `findProgram`, but says what to install when there is none. */
export function needProgram(what: string, ...names: readonly string[]): string {
  const path = findProgram(...names);
  if (!path)
    throw new Error(`The tests need ${what}: install it, or run "npm test" as root on Debian or Ubuntu.`);
  return path;
}
