import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { describe, expect, it } from 'vitest';

const ROOT = join(import.meta.dirname, '..');
const TOP = ['bot', 'adapters', 'knowledge', 'flows', 'escalation'] as const;
const SIBLINGS = new Set(['adapters', 'knowledge', 'flows', 'escalation']);

/** Package → the only folders (or files) that may import it. */
const HOME: Readonly<Record<string, readonly string[]>> = {
  '@line/bot-sdk': ['adapters/line/'],
  '@slack/bolt': ['adapters/slack/'],
  '@slack/web-api': ['adapters/slack/'],
  botbuilder: ['adapters/botframework/'],
  'botframework-schema': ['adapters/botframework/'],
  langchain: ['knowledge/openai/'],
  '@langchain/openai': ['knowledge/openai/'],
  '@langchain/core': ['knowledge/openai/'],
  openai: ['knowledge/openai/'],
  'hnswlib-node': ['knowledge/'],
  ioredis: ['bot/bus/'],
  kysely: ['bot/stores/'],
  libsql: ['bot/stores/'],
  pg: ['bot/stores/'],
  'lindera-wasm-ipadic': ['bot/text/'],
};

/** The inner core: what every sibling may lean on, so it leans on nothing but zod, yaml and node (log: pino). */
const INNER =
  /^bot\/(activity|adapter|turn|middleware|message|conversation|languages|json|errors|log|clock)\.ts$|^bot\/(ports|tables|locales)\//;

interface Source {
  readonly path: string;
  readonly text: string;
  readonly imports: readonly { readonly to: string; readonly typeOnly: boolean }[];
}

function filesBelow(folder: string): string[] {
  return readdirSync(join(ROOT, folder)).flatMap((name) => {
    const path = `${folder}/${name}`;
    if (statSync(join(ROOT, path)).isDirectory()) return filesBelow(path);
    return /\.tsx?$/.test(name) && !name.endsWith('.d.ts') ? [path] : [];
  });
}

const IMPORT =
  /(?:^|\n)\s*(?:import|export)\s+(type\s+)?(?:[^'"`;]*?\sfrom\s+)?['"]([^'"]+)['"]|import\(\s*['"]([^'"]+)['"]\s*\)/g;

const sources: Source[] = TOP.filter((top) => existsSync(join(ROOT, top)))
  .flatMap(filesBelow)
  .map((path) => {
    const text = readFileSync(join(ROOT, path), 'utf8');
    const imports = [...text.matchAll(IMPORT)].map((match) => {
      const name = match[2] ?? match[3] ?? '';
      const to = name.startsWith('.') ? normalize(join(dirname(path), name)) : name;
      return { to, typeOnly: match[1] !== undefined };
    });
    return { path, text, imports };
  });
const byPath = new Map(sources.map((source) => [source.path, source]));

function packageOf(name: string): string {
  const parts = name.split('/');
  return name.startsWith('@') ? parts.slice(0, 2).join('/') : (parts[0] ?? name);
}

describe('boundaries', () => {
  it('finds the sources', () => {
    expect(sources.length).toBeGreaterThan(20);
  });

  it('siblings never import each other, and the core imports none of them', () => {
    const wrong = sources.flatMap(({ path, imports }) => {
      const top = path.split('/')[0] ?? '';
      const composes = path === 'bot/main.ts' || path.startsWith('bot/main/') || path.startsWith('bot/cli/');
      return imports
        .filter(({ to }) => {
          const target = to.split('/')[0] ?? '';
          if (!SIBLINGS.has(target) || !byPath.has(to)) return false;
          return top === 'bot' ? !composes : target !== top;
        })
        .map(({ to }) => `${path} → ${to}`);
    });
    expect(wrong).toEqual([]);
  });

  it('no channel imports another; what they share lies in adapters/ itself', () => {
    // botframework/ holds Direct Line, whose page and terminal client speak its protocol, not its code.
    const channels = new Set(['line', 'slack', 'botframework', 'web', 'terminal']);
    const channelOf = (path: string) => {
      const [top, channel = ''] = path.split('/');
      return top === 'adapters' && channels.has(channel) ? channel : undefined;
    };
    const wrong = sources.flatMap(({ path, imports }) =>
      imports
        .filter(({ to }) => channelOf(path) && channelOf(to) && channelOf(path) !== channelOf(to))
        .map(({ to }) => `${path} → ${to}`),
    );
    expect(wrong).toEqual([]);
  });

  it('nothing imports test/, bot/main.ts or the command line from below', () => {
    const wrong = sources.flatMap(({ path, imports }) =>
      imports
        .filter(
          ({ to }) =>
            to.startsWith('test/') || (!path.startsWith('bot/cli/') && /^bot\/(main\.ts|cli\/)/.test(to)),
        )
        .filter(() => path !== 'bot/main.ts' && !path.startsWith('bot/main/'))
        .map(({ to }) => `${path} → ${to}`),
    );
    expect(wrong).toEqual([]);
  });

  it('each SDK stays in its one folder', () => {
    const wrong = sources.flatMap(({ path, imports }) =>
      imports
        .filter(({ to }) => {
          const homes = HOME[packageOf(to)];
          return homes && !homes.some((home) => path.startsWith(home));
        })
        .map(({ to }) => `${path} → ${to}`),
    );
    expect(wrong).toEqual([]);
  });

  it('the inner core imports zod, yaml and node only', () => {
    const wrong = sources
      .filter(({ path }) => INNER.test(path))
      .flatMap(({ path, imports }) =>
        imports
          .filter(
            ({ to }) => !to.startsWith('node:') && !to.startsWith('bot/') && !['zod', 'yaml'].includes(to),
          )
          .filter(({ to }) => !(path === 'bot/log.ts' && to === 'pino'))
          .map(({ to }) => `${path} → ${to}`),
      );
    expect(wrong).toEqual([]);
  });

  it('the environment, the time and chance have one door each', () => {
    const rules: readonly (readonly [RegExp, RegExp])[] = [
      [/process\.env\b/, /^bot\/config\.ts$/],
      [
        /\bDate\.now\(|\brandomUUID\b|\bMath\.random\(|\bnew Date\(\)/,
        /^bot\/clock\.ts$|^adapters\/web\/page\//,
      ],
    ];
    const wrong = sources.flatMap(({ path, text }) =>
      rules
        .filter(([pattern, home]) => pattern.test(text) && !home.test(path))
        .map(([pattern]) => `${path}: ${pattern}`),
    );
    expect(wrong).toEqual([]);
  });

  it('no import runs in a circle', () => {
    const circles: string[] = [];
    const done = new Set<string>();
    const walk = (path: string, trail: readonly string[]): void => {
      const at = trail.indexOf(path);
      if (at >= 0) {
        circles.push([...trail.slice(at), path].join(' → '));
        return;
      }
      if (done.has(path)) return;
      for (const { to, typeOnly } of byPath.get(path)?.imports ?? [])
        if (!typeOnly && byPath.has(to)) walk(to, [...trail, path]);
      done.add(path);
    };
    for (const { path } of sources) walk(path, []);
    expect(circles).toEqual([]);
  });

  it('no hand-written source is longer than 300 lines', () => {
    const long = sources
      .filter(({ path }) => !/\/(locales|lexicon|texts)\//.test(path))
      .filter(({ text }) => text.split('\n').length > 301)
      .map(({ path }) => path);
    expect(long).toEqual([]);
  });
});
