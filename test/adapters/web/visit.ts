import type { Browser, BrowserContext, Page } from 'playwright-core';
import type { WebPagesOptions } from '../../../adapters/web/web-pages.ts';
import { systemClock } from '../../../bot/clock.ts';
import { type Service, type ServiceOptions, startService } from '../directline/service.ts';
import { asAdapter, webPages } from './pages.ts';

/** A person at the page: a running service and a browser window of their own. */
export interface Visit {
  readonly service: Service;
  readonly context: BrowserContext;
  readonly page: Page;
  /** What the browser complained about: script errors and refused content. */
  readonly complaints: string[];
  close(): Promise<void>;
}

/** How the visit begins. */
export interface VisitOptions extends Omit<ServiceOptions, 'clock'> {
  readonly path?: string;
  readonly width?: number;
  readonly height?: number;
  readonly javaScript?: boolean;
  readonly pages?: Partial<WebPagesOptions>;
}

/** Opens the page in real Chromium. */
export async function visit(browser: Browser, options: VisitOptions = {}): Promise<Visit> {
  const { path = '/', width = 320, height = 640, javaScript = true, pages, ...rest } = options;
  const clock = { ...systemClock, advance: async () => {}, sleeping: () => 0 };
  const service = await startService({ ...rest, clock, extra: [asAdapter(await webPages(pages))] });
  const viewport = { width, height };
  const context = await browser.newContext({ viewport, locale: 'en-US', javaScriptEnabled: javaScript });
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (line) => {
    if (line.type() === 'error' && !/ERR_|WebSocket|Failed to load resource/.test(line.text()))
      complaints.push(line.text());
  });
  await page.goto(`${service.origin}${path}`);
  return {
    service,
    context,
    page,
    complaints,
    close: async () => {
      await context.close();
      await service.close();
    },
  };
}

/** Writes and sends, as a person does. */
export async function write(page: Page, text: string): Promise<void> {
  await page.getByRole('textbox', { name: 'Your message' }).fill(text);
  await page.keyboard.press('Enter');
}

/** Texts on the screen in order, as the person and the bot said them. */
export function said(page: Page): Promise<string[]> {
  return page.locator('.log .text').allTextContents();
}

/** Waits until so many lines are there, then gives them. */
export async function saidAtLeast(page: Page, count: number): Promise<string[]> {
  await page.waitForFunction((wanted) => document.querySelectorAll('.log .text').length >= wanted, count);
  return said(page);
}
