import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Adapter } from '../../../bot/adapter.ts';
import { launchChromium } from '../web/browser.ts';
import { message, type Service, startService } from './service.ts';

const script = readFileSync(
  createRequire(import.meta.url)
    .resolve('botframework-directlinejs')
    .replace(/lib\/.*$/, 'dist/directline.js'),
);

/** A page of our origin that loads the public client, as anybody's page would. */
const host: Adapter = {
  channel: 'host',
  paths: ['/host', '/directline.js'],
  deliveryDeadline: 0,
  handle: async (request) =>
    new URL(request.url).pathname === '/host'
      ? new Response('<!doctype html><title>host</title><script src="/directline.js"></script>', {
          headers: { 'content-type': 'text/html', 'content-security-policy': '' },
        })
      : new Response(script, { headers: { 'content-type': 'text/javascript' } }),
  render: () => [],
  deliver: async () => ({}),
};

interface Heard {
  type: string;
  text?: string;
  id?: string;
  from: { role: string };
}

declare global {
  interface Window {
    heard: Heard[];
    client: {
      activity$: { subscribe(next: (activity: Heard) => void): void };
      postActivity(activity: unknown): { subscribe(next: (id: string) => void): void };
      connectionStatus$: { getValue(): number };
    };
    DirectLine: { DirectLine: new (options: unknown) => Window['client'] };
  }
}

describe('the public botframework-directlinejs client, unchanged, in Chromium', () => {
  let browser: Browser;
  let page: Page;
  let service: Service;
  beforeAll(async () => {
    browser = await launchChromium();
  });
  afterAll(() => browser.close());
  afterEach(async () => {
    await page.close();
    await service.close();
  });

  const open = async (webSocket: boolean) => {
    service = await startService({
      answer: (activity) => ('text' in activity ? [message(`heard ${activity.text}`)] : []),
      extra: [host],
    });
    page = await browser.newPage();
    await page.goto(`${service.origin}/host`);
    await page.evaluate(async (socket) => {
      const response = await fetch('/v3/directline/tokens/generate', { method: 'POST' });
      const { token } = (await response.json()) as { token: string };
      const domain = `${location.origin}/v3/directline`;
      window.heard = [];
      window.client = new window.DirectLine.DirectLine({
        token,
        domain,
        webSocket: socket,
        pollingInterval: 200,
      });
      window.client.activity$.subscribe((activity) => void window.heard.push(activity));
    }, webSocket);
  };
  const say = (text: string) =>
    page.evaluate(
      (words) =>
        new Promise<string>((resolve) =>
          window.client
            .postActivity({ type: 'message', text: words, from: { id: 'me' } })
            .subscribe((id) => resolve(id)),
        ),
      text,
    );
  const heard = async (count: number) => {
    await page.waitForFunction((wanted) => window.heard.length >= wanted, count);
    return page.evaluate(() => window.heard);
  };

  for (const webSocket of [true, false])
    it(`W-5: talks by ${webSocket ? 'WebSocket' : 'polling'}; posted ids are the echoed ids`, async () => {
      await open(webSocket);
      const ids = [await say('one'), await say('two')];
      const all = await heard(4);
      expect(all.map(({ text }) => text)).toEqual(['one', 'heard one', 'two', 'heard two']);
      expect(all.filter(({ from }) => from.role === 'user').map(({ id }) => id)).toEqual(ids);
      expect(await page.evaluate(() => window.client.connectionStatus$.getValue())).toBe(2);
    });

  it('W-5: comes back after its socket was cut, with nothing lost or doubled', async () => {
    await open(true);
    await say('one');
    await heard(2);
    service.adapter.streams.close();
    const conversation = service.accepted[0]?.conversation ?? '';
    await service.say(conversation, message('said while it was away'));
    const all = await heard(3);
    expect(all.map(({ text }) => text)).toEqual(['one', 'heard one', 'said while it was away']);
  });
});
