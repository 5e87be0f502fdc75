import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { message } from '../directline/service.ts';
import { launchChromium } from './browser.ts';
import { visit } from './visit.ts';

describe('W-7: the widget on another site, in Chromium', () => {
  let browser: Browser;
  let widget = '';
  /** Another site: its own origin. */
  const site = createServer((_, response) => {
    response.setHeader('content-type', 'text/html');
    response.end(
      `<!doctype html><title>partner</title><p>before</p><script src="${widget}" data-lang="en"></script>`,
    );
  });
  const origin = () => `http://127.0.0.1:${(site.address() as AddressInfo).port}`;
  beforeAll(async () => {
    browser = await launchChromium();
    site.listen(0, '127.0.0.1');
    await once(site, 'listening');
  });
  afterAll(async () => {
    site.close();
    await browser.close();
  });

  const onSite = async (widgetOrigins: readonly string[]) => {
    const here = await visit(browser, { answer: () => [message('an answer')], pages: { widgetOrigins } });
    widget = `${here.service.origin}/widget.js`;
    const page = await here.context.newPage();
    await page.goto(origin());
    return { here, page };
  };

  it('an allowed site shows the chat, which works inside the frame', async () => {
    const { here, page } = await onSite([origin()]);
    const frame = page.frameLocator('iframe');
    await frame.getByRole('textbox', { name: 'Your message' }).fill('hello');
    await frame.getByRole('button', { name: 'Send', exact: true }).click();
    await frame.getByText('an answer').waitFor();
    expect(await page.locator('body > *').evaluateAll((all) => all.map((node) => node.tagName))).toEqual([
      'P',
      'IFRAME',
      'SCRIPT',
    ]);
    await here.close();
  });

  it('a site that is not listed gets an empty frame', async () => {
    const { here, page } = await onSite([]);
    await expect.poll(() => page.frames()[1]?.url()).toMatch(/^chrome-error:/);
    await here.close();
  });
});
