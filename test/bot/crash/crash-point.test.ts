import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from 'esbuild';
import { describe, expect, it } from 'vitest';
import { CRASH_POINTS } from '../../../bot/crash/crash-point.ts';

const ROOT = join(import.meta.dirname, '..', '..', '..');

/** The runtime's code as `build` makes it, without the list of names itself. */
async function built(points: 'true' | 'false'): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [join(ROOT, 'bot/runtime.ts')],
    bundle: true,
    write: false,
    format: 'esm',
    platform: 'node',
    packages: 'external',
    minifySyntax: true,
    define: { __CRASH_POINTS__: points },
  });
  const [file] = outputFiles;
  return file?.text ?? '';
}

describe('crash points', () => {
  it('are gone from production code, every one of them', async () => {
    const code = await built('false');
    expect(code).toContain('createRuntime');
    expect(CRASH_POINTS.filter((point) => code.includes(`"${point}"`))).toEqual([]);
  });

  it('are all in the crash runner’s code', async () => {
    const code = await built('true');
    expect(CRASH_POINTS.filter((point) => !code.includes(`crashPoint("${point}")`))).toEqual([]);
  });

  it('the product is built so', async () => {
    const script = await readFile(join(ROOT, 'bot/cli/build.mjs'), 'utf8');
    expect(script).toContain("define: { __CRASH_POINTS__: 'false' }");
    expect(script).toContain('minifySyntax: true');
  });
});
