import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type FakeServer, startHttpServer } from '../../fakes/http-server.ts';
import { type FakeLine, startFakeLine } from '../../fakes/line/fake-line.ts';
import { CHROMIUM_ARGS, findChromium } from '../../services/chromium.ts';

// The page that the demo shows: a phone-like chat with the simulated LINE.

let fake: FakeLine;
let bot: FakeServer;
let browser: Browser;
let page: Page;

const postback = (label: string) => ({ type: 'postback', label, data: label, displayText: label });
const push = (message: object) =>
  fetch(`${fake.url}/v2/bot/message/push`, {
    method: 'POST',
    headers: { authorization: 'Bearer t' },
    body: JSON.stringify({ to: fake.user('linh').id, messages: [message] }),
  });
const violations = async () => {
  const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
  await page.evaluate(axe);
  const result = (await page.evaluate('axe.run()')) as { violations: { id: string }[] };
  return result.violations.map((violation) => violation.id);
};

beforeAll(async () => {
  bot = await startHttpServer(() => ({ status: 200 }));
  fake = await startFakeLine({ webhookUrl: bot.url, channelSecret: 's', accessToken: 't' });
  browser = await chromium.launch({ executablePath: findChromium(), args: [...CHROMIUM_ARGS] });
  page = await browser.newPage({ viewport: { width: 360, height: 700 } });
  await page.goto(`${fake.chatUrl}/linh`);
});
afterAll(async () => {
  await browser.close();
  await fake.stop();
  await bot.stop();
});

describe('the chat page of the fake LINE', () => {
  it('sends what is written, by keyboard alone', async () => {
    await page.getByLabel('Message', { exact: true }).focus();
    await page.keyboard.type('xin chào');
    await page.keyboard.press('Enter');
    await page.getByRole('log').getByText('xin chào').waitFor();
    expect(fake.user('linh').chat.entries.map((entry) => entry.text)).toEqual(['xin chào']);
  });

  it('shows texts as text, numbers and addresses as links, dates as neither', async () => {
    await push({ type: 'text', text: '<b>Call</b> 0120-123-456 or 119 — https://a.example/x (2026-11-22)' });
    await page.getByText('<b>Call</b>').waitFor();
    const links = await page
      .getByRole('log')
      .getByRole('link')
      .evaluateAll((all) => all.map((each) => each.getAttribute('href')));
    expect(links).toEqual(['tel:0120123456', 'tel:119', 'https://a.example/x']);
  });

  it('taps quick replies, which then vanish, and buttons, which stay', async () => {
    await push({
      type: 'text',
      text: 'Which?',
      quickReply: { items: [{ type: 'action', action: postback('Yes') }] },
    });
    await page.getByRole('group', { name: 'Quick replies' }).getByRole('button', { name: 'Yes' }).click();
    await page.getByRole('log').getByText('Yes', { exact: true }).waitFor();
    await page.waitForFunction('document.querySelectorAll("#quick button").length === 0');
    const contents = {
      type: 'box',
      layout: 'vertical',
      contents: [{ type: 'button', action: postback('Tokyo') }],
    };
    await push({ type: 'flex', altText: 'Where?', contents: { type: 'bubble', body: contents } });
    await page.getByRole('button', { name: 'Tokyo' }).click();
    await page.waitForFunction('document.querySelectorAll("#log .user").length === 3');
    expect(await page.getByRole('button', { name: 'Tokyo' }).count()).toBe(1);
    const last = JSON.parse(bot.requests.at(-1)?.text ?? '{}');
    expect(last.events[0].postback).toEqual({ data: 'Tokyo' });
  });

  it('has no faults that axe can find, and fits a narrow phone', async () => {
    expect(await violations()).toEqual([]);
    expect(await page.evaluate('document.documentElement.scrollWidth <= 360')).toBe(true);
  });
});
