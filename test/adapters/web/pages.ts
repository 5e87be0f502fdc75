import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildPage } from '../../../adapters/web/build-page.ts';
import { loadPageFiles, type PageFiles } from '../../../adapters/web/page-files.ts';
import { createWebPages, type WebPages, type WebPagesOptions } from '../../../adapters/web/web-pages.ts';
import type { Adapter } from '../../../bot/adapter.ts';
import { systemClock } from '../../../bot/clock.ts';
import { findRoot } from '../../../bot/root.ts';

let built: Promise<PageFiles> | undefined;

/** The page's files, built once for a test file. */
export function pageFiles(): Promise<PageFiles> {
  built ??= (async () => {
    const outDir = await mkdtemp(join(tmpdir(), 'soudan-page-'));
    await buildPage({ root: findRoot(), outDir });
    return loadPageFiles(outDir);
  })();
  return built;
}

/** The pages over freshly built files. */
export async function webPages(options: Partial<WebPagesOptions> = {}): Promise<WebPages> {
  return createWebPages({ files: await pageFiles(), clock: systemClock, ...options });
}

/** Pages beside adapters in a test's server. */
export function asAdapter(pages: WebPages): Adapter {
  return {
    channel: 'pages',
    paths: pages.paths,
    deliveryDeadline: 1,
    handle: (request) => pages.handle(request),
    render: () => [],
    deliver: async () => ({}),
  };
}
