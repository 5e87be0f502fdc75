import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { NEUTRAL_PAGE } from '../../../adapters/web/page/neutral-page.ts';
import { call } from '../directline/client.ts';
import { message } from '../directline/service.ts';
import { launchChromium } from './browser.ts';
import { saidAtLeast, type Visit, visit, write } from './visit.ts';

const BEFORE = 'about:blank';

describe('quick exit', () => {
  let browser: Browser;
  let here: Visit;
  beforeAll(async () => {
    browser = await launchChromium();
  });
  afterAll(() => browser.close());
  afterEach(() => here.close());

  const ways: [string, (page: Page) => Promise<void>][] = [
    ['the button', (page) => page.getByRole('link', { name: 'Leave now' }).click()],
    [
      'Esc pressed twice',
      async (page) => {
        await page.keyboard.press('Escape');
        await page.keyboard.press('Escape');
      },
    ],
  ];
  for (const [name, leave] of ways)
    it(`${name} forgets, ends the talk and replaces the page by a neutral one`, async () => {
      here = await visit(browser, { answer: () => [message('an answer')], path: '/?lang=en' });
      const { page, service, context } = here;
      await context.route(`${NEUTRAL_PAGE}**`, (route) =>
        route.fulfill({ contentType: 'text/html', body: '<title>weather</title>' }),
      );
      await page.goto(BEFORE);
      await page.goto(service.origin);
      await write(page, 'my secret');
      await saidAtLeast(page, 2);
      await page.getByText('More', { exact: true }).click();
      await page.getByRole('checkbox').check();
      await page.waitForFunction(() => localStorage.length === 1);
      const kept = JSON.parse(await page.evaluate(() => localStorage.getItem('chat') ?? '{}'));
      const ended = page.waitForRequest(
        (request) => request.postData()?.includes('endOfConversation') ?? false,
      );
      const before = await page.evaluate(() => history.length);

      await leave(page);
      await ended;
      await page.waitForURL(`${NEUTRAL_PAGE}**`);
      expect(await page.title()).toBe('weather');
      expect(await page.evaluate(() => history.length)).toBe(before);
      await page.goBack();
      expect(page.url()).toBe(BEFORE);

      const later = await context.newPage();
      await later.goto(service.origin);
      expect(await later.evaluate(() => [sessionStorage.length, localStorage.length])).toEqual([0, 0]);
      expect(await later.locator('.log .text').count()).toBe(0);
      // The token is dead on the server, whoever may have copied it.
      const path = `/conversations/${kept.conversationId}/activities`;
      await expect
        .poll(async () => (await call(service, 'GET', path, { token: kept.token })).status)
        .toBe(404);
      expect(service.accepted.at(-1)).toMatchObject({ type: 'left' });
    });

  it('one Esc does nothing, and two with a pause between do nothing', async () => {
    here = await visit(browser);
    const { page } = here;
    await page.keyboard.press('Escape');
    // The second key carries a later time of its own: no waiting in the test.
    await page.evaluate(() => {
      const late = new KeyboardEvent('keydown', { key: 'Escape' });
      Object.defineProperty(late, 'timeStamp', { value: performance.now() + 5000 });
      window.dispatchEvent(late);
    });
    expect(new URL(page.url()).origin).toBe(here.service.origin);
  });
});
