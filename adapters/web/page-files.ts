import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

/** One file as it goes out. */
export interface PageFile {
  readonly type: string;
  readonly plain: Buffer;
  readonly gzip: Buffer;
  readonly brotli: Buffer;
  /** CSP hashes of the inline styles. */
  readonly styles: readonly string[];
}

/** All files that `buildPage` has made, by their path below the folder. */
export type PageFiles = ReadonlyMap<string, PageFile>;

const TYPES: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  json: 'application/json; charset=utf-8',
};

/** Reads and compresses them once, at start (about 70 files). */
export async function loadPageFiles(folder: string): Promise<PageFiles> {
  const names = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = names.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const loaded = files.map(async (path): Promise<readonly [string, PageFile]> => {
    const plain = await readFile(path);
    const type = TYPES[path.split('.').at(-1) ?? ''] ?? 'application/octet-stream';
    const styles = type.startsWith('text/html') ? styleHashes(plain.toString('utf8')) : [];
    const file = {
      type,
      plain,
      styles,
      gzip: await promisify(gzip)(plain, { level: 9 }),
      brotli: await squeeze(plain),
    };
    return [relative(folder, path).split(sep).join('/'), file];
  });
  return new Map(await Promise.all(loaded));
}

function squeeze(plain: Buffer): Promise<Buffer> {
  return promisify(brotliCompress)(plain, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } });
}

function styleHashes(html: string): string[] {
  return [...html.matchAll(/<style>([\s\S]*?)<\/style>/g)].map(
    ([, css = '']) => `'sha256-${createHash('sha256').update(css).digest('base64')}'`,
  );
}
