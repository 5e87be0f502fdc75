import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { LANGUAGE_TAGS } from '../../../bot/languages.ts';
import { message } from '../directline/service.ts';
import { launchChromium } from './browser.ts';
import { saidAtLeast, type Visit, visit, write } from './visit.ts';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Rules that the page breaks, each with the element that breaks it. */
async function violations(page: Page): Promise<string[]> {
  const session = await page.context().newCDPSession(page);
  // By the debugger: the page's own content policy rightly refuses a script that is put in.
  await session.send('Runtime.evaluate', { expression: axe });
  return page.evaluate(async () => {
    const { axe: tool } = window as unknown as {
      axe: { run(): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
    };
    const found = await tool.run();
    return found.violations.flatMap(({ id, nodes }) =>
      nodes.map(({ html }) => `${id}: ${html.slice(0, 120)}`),
    );
  });
}

const overflow = (page: Page) =>
  page.evaluate(() =>
    [...document.querySelectorAll('body *')]
      .filter((node) => node.getBoundingClientRect().right > innerWidth + 0.5 && !node.closest('.hidden'))
      .map((node) => node.outerHTML.slice(0, 100)),
  );

const answer = () => [
  message('Ten days. Call 0120-811-610.', {
    choices: [{ value: 'more:x', label: 'More' }],
    citations: [
      { article: 'a', title: '労働基準法', url: 'https://example.org/', lang: 'ja', checked: '2026-11-22' },
    ],
    kind: 'flow',
  }),
];

describe('W-8: for everybody', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchChromium();
  });
  afterAll(() => browser.close());

  const open = async (run: (here: Visit) => Promise<void>, options: Parameters<typeof visit>[1] = {}) => {
    const here = await visit(browser, { answer, ...options });
    try {
      await run(here);
      expect(here.complaints).toEqual([]);
    } finally {
      await here.close();
    }
  };

  for (const scheme of ['light', 'dark'] as const)
    it(`axe finds nothing at 320 px, ${scheme}: first screen, talk, every box open`, () =>
      open(async ({ page }) => {
        await page.emulateMedia({ colorScheme: scheme });
        expect(await violations(page)).toEqual([]);
        await write(page, 'how many days?');
        await saidAtLeast(page, 2);
        await page.locator('details').evaluateAll((all) => {
          for (const box of all) (box as HTMLDetailsElement).open = true;
        });
        await page.locator('.bottom').getByRole('button', { name: 'Show my five words' }).click();
        await page.locator('.return strong').first().waitFor();
        expect(await violations(page)).toEqual([]);
      }));

  it('axe would find a fault', () =>
    open(async ({ page }) => {
      await page.evaluate(() => document.querySelector('main')?.append(document.createElement('button')));
      expect(await violations(page)).toEqual([expect.stringMatching(/^button-name/)]);
    }));

  it('axe finds nothing on a desktop and on the privacy page', () =>
    open(
      async ({ page, service }) => {
        expect(await violations(page)).toEqual([]);
        await page.goto(`${service.origin}/privacy/vi`);
        expect(await violations(page)).toEqual([]);
      },
      { width: 1280, height: 800 },
    ));

  it('fits 320 px in all fifteen languages, with every box open', () =>
    open(async ({ page, service }) => {
      for (const lang of LANGUAGE_TAGS) {
        await page.goto(`${service.origin}/?lang=${lang}`);
        await page.locator('details').evaluateAll((all) => {
          for (const box of all) (box as HTMLDetailsElement).open = true;
        });
        expect({ lang, wide: await overflow(page) }).toEqual({ lang, wide: [] });
        await page.goto(`${service.origin}/privacy/${lang}`);
        expect({ lang, wide: await overflow(page) }).toEqual({ lang, wide: [] });
      }
    }));

  it('the log and the status line are there, labelled, before the first message, and stay the same nodes', () =>
    open(async ({ page }) => {
      const log = page.getByRole('log', { name: 'Conversation' });
      expect(await log.count()).toBe(1);
      expect(await page.locator('.status[role="status"][aria-atomic="true"]').count()).toBe(1);
      await log.evaluate((node) => node.setAttribute('data-mark', '1'));
      await write(page, 'hello');
      await saidAtLeast(page, 2);
      expect(await log.getAttribute('data-mark')).toBe('1');
    }));

  it('each message says its language and its direction; a new one never takes the focus', () =>
    open(async ({ page, service }) => {
      await write(page, 'hello');
      await saidAtLeast(page, 2);
      await page.getByRole('textbox', { name: 'Your message' }).focus();
      const conversation = service.accepted[0]?.conversation ?? '';
      await service.say(
        conversation,
        message('Xin chào', { lang: 'vi' }),
        message('こんにちは', { lang: 'ja-simple' }),
      );
      await saidAtLeast(page, 4);
      const marks = await page
        .locator('.log .text')
        .evaluateAll((all) => all.map((node) => [node.getAttribute('lang'), node.getAttribute('dir')]));
      expect(marks).toEqual([
        ['en', 'auto'],
        ['en', 'auto'],
        ['vi', 'auto'],
        ['ja', 'auto'],
      ]);
      expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('TEXTAREA');
    }));

  it('a whole visit with the keyboard alone', () =>
    open(async ({ page, service }) => {
      const names: string[] = [];
      const next = async () => {
        await page.keyboard.press('Tab');
        names.push(
          await page.evaluate(() => {
            const node = document.activeElement;
            return `${node?.tagName.toLowerCase()} ${node?.getAttribute('aria-label') ?? node?.textContent?.trim().slice(0, 24)}`;
          }),
        );
      };
      for (let step = 0; step < 11; step += 1) await next();
      expect(names).toEqual([
        expect.stringMatching(/^select /),
        'a Leave now',
        expect.stringMatching(/^summary In danger now\?/),
        'button Ask a question',
        'button I am hurt or afraid',
        'button Phone numbers',
        'a About your privacy',
        'textarea Your message',
        'input Send a photo or a PDF',
        'button Send',
        'summary More',
      ]);
      for (let back = 0; back < 3; back += 1) await page.keyboard.press('Shift+Tab');
      await page.keyboard.type('first line');
      await page.keyboard.press('Shift+Enter');
      await page.keyboard.type('second line');
      await page.keyboard.press('Enter');
      expect((await saidAtLeast(page, 2))[0]).toBe('first line\nsecond line');
      for (let back = 0; back < 2; back += 1) await page.keyboard.press('Shift+Tab');
      expect(await page.evaluate(() => document.activeElement?.textContent)).not.toBe('');
      await page.locator('.choices button').focus();
      await page.keyboard.press('Enter');
      await saidAtLeast(page, 4);
      expect(service.accepted.at(-1)).toMatchObject({ type: 'action', value: 'more:x' });
      // The button is gone: the focus is on the talk, not lost at the top of the page.
      expect(await page.evaluate(() => document.activeElement?.id)).toBe('talk');
    }));
});
