import { createHash } from 'node:crypto';
import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { screenTexts } from '../../../adapters/web/page/texts/all-texts.ts';
import { pickLanguage } from '../../../adapters/web/pick-language.ts';
import { privacyTexts } from '../../../adapters/web/privacy/all-privacy.ts';
import type { WebPages } from '../../../adapters/web/web-pages.ts';
import { LANGUAGE_TAGS } from '../../../bot/languages.ts';
import { pageWeight } from '../../bench/page-weight.ts';
import { pageFiles, webPages } from './pages.ts';

const get = (pages: WebPages, path: string, headers: Record<string, string> = {}) =>
  pages.handle(new Request(`http://soudan.test${path}`, { headers }));

describe('web pages', () => {
  it('P-3: the page is served with every header, and its policy fits its one inline style', async () => {
    const response = await get(await webPages(), '/');
    const html = await response.text();
    const csp = response.headers.get('content-security-policy') ?? '';
    const css = /<style>([\s\S]*?)<\/style>/.exec(html)?.[1] ?? '';
    expect(csp).toContain(`style-src 'sha256-${createHash('sha256').update(css).digest('base64')}'`);
    expect(csp).not.toMatch(/unsafe|https:|\*/);
    for (const part of [
      "default-src 'none'",
      "object-src 'none'",
      "base-uri 'none'",
      "frame-ancestors 'none'",
    ])
      expect(csp).toContain(part);
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cross-origin-opener-policy': 'same-origin',
      'cache-control': 'no-store',
      'x-frame-options': 'DENY',
    });
    // One script, ours, and one data block that is never run.
    expect(html.match(/<script[^>]*>/g)).toEqual([
      '<script type="application/json" id="page-data">',
      expect.stringMatching(/^<script type="module" src="\/page\/[0-9a-f]{16}\/page\.js">$/),
    ]);
    expect(html).not.toMatch(/ on\w+=|style="/);
  });

  it('speaks the language asked for, else the browser’s, else English', async () => {
    expect(pickLanguage('vi', 'ja')).toBe('vi');
    expect(pickLanguage(null, 'fr-FR, my;q=0.8, en;q=0.5')).toBe('my');
    expect(pickLanguage(null, 'en;q=0.5, km-KH')).toBe('km');
    expect(pickLanguage(null, 'zh-TW')).toBe('zh');
    expect(pickLanguage(null, 'tl-PH')).toBe('fil');
    expect(pickLanguage('xx', 'fr')).toBe('en');
    expect(pickLanguage(null, null)).toBe('en');
    const pages = await webPages();
    for (const lang of LANGUAGE_TAGS) {
      const html = await (await get(pages, `/?lang=${lang}`)).text();
      expect(html).toContain(screenTexts(lang).greeting);
    }
  });

  it('promises a person only where one can be reached', async () => {
    const { human, lines } = screenTexts('en');
    const nobody = await (await get(await webPages(), '/')).text();
    expect(nobody).toContain(`>${lines}</button>`);
    expect(nobody).not.toContain(`>${human}</button>`);
    const somebody = await webPages({ reachOf: () => ({ state: 'now' }) });
    expect(await (await get(somebody, '/')).text()).toContain(`>${human}</button>`);
  });

  it('files of a build are kept for ever and sent compressed', async () => {
    const pages = await webPages();
    const path = /\/page\/[0-9a-f]+\/page\.js/.exec(await (await get(pages, '/')).text())?.[0] ?? '';
    const response = await get(pages, path, { 'accept-encoding': 'gzip' });
    expect(response.headers.get('cache-control')).toContain('immutable');
    expect(response.headers.get('content-type')).toContain('javascript');
    expect(gunzipSync(Buffer.from(await response.arrayBuffer())).length).toBeGreaterThan(1000);
    for (const lang of LANGUAGE_TAGS) {
      const texts = await get(pages, path.replace('page.js', `texts.${lang}.json`));
      expect(await texts.json()).toEqual(screenTexts(lang));
    }
    for (const wrong of [
      '/page/',
      '/page/../shell.nobody.en.html',
      '/page/x/page.js',
      '/privacy/xx',
      '/privacy/',
    ])
      expect((await get(pages, wrong)).status).toBe(404);
  });

  it('only reads: other methods are refused', async () => {
    const pages = await webPages();
    expect((await pages.handle(new Request('http://soudan.test/', { method: 'POST' }))).status).toBe(405);
    const head = await pages.handle(new Request('http://soudan.test/', { method: 'HEAD' }));
    expect([head.status, await head.text()]).toEqual([200, '']);
  });

  it('the widget is one iframe of our origin; only listed sites may frame it', async () => {
    const open = await webPages({
      publicUrl: 'https://soudan.test',
      widgetOrigins: ['https://partner.example'],
    });
    const script = await (await get(open, '/widget.js')).text();
    expect(script).toContain('"https://soudan.test"');
    expect(script.match(/createElement\('(\w+)'\)/g)).toEqual(["createElement('iframe')"]);
    expect(script).not.toMatch(/cookie|postMessage|fetch|XMLHttp/);
    const framed = await get(open, '/?widget=1');
    expect(framed.headers.get('content-security-policy')).toContain(
      'frame-ancestors https://partner.example',
    );
    expect(framed.headers.get('x-frame-options')).toBeNull();
    const plain = await get(open, '/');
    expect(plain.headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
    const closed = await get(await webPages(), '/?widget=1');
    expect(closed.headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
  });

  it('the privacy page exists in all fifteen languages, without a script', async () => {
    const pages = await webPages();
    for (const lang of LANGUAGE_TAGS) {
      const response = await get(pages, `/privacy/${lang}`);
      const html = await response.text();
      expect(html).toContain(privacyTexts(lang).who.company);
      expect(html).not.toContain('<script');
      expect(response.headers.get('content-security-policy')).toContain("script-src 'none'");
    }
  });

  it('the first load is at most 60 kB, in every language', async () => {
    const weight = pageWeight(await pageFiles());
    expect(weight.languages).toHaveLength(LANGUAGE_TAGS.length);
    expect(weight.heaviest.gzip).toBeLessThanOrEqual(60_000);
  });
});

describe('texts of the page', () => {
  it('no sentence is empty, none is left in English by mistake', () => {
    const english = Object.entries(screenTexts('en'));
    for (const lang of LANGUAGE_TAGS) {
      const texts: Record<string, string> = { ...screenTexts(lang) };
      expect(Object.values(texts).filter((text) => !text.trim())).toEqual([]);
      if (lang === 'en') continue;
      const same = english.filter(([key, text]) => texts[key] === text).map(([key]) => key);
      expect({ lang, same }).toEqual({ lang, same: [] });
    }
  });

  it('the date’s place and the numbers of days are in every language', () => {
    for (const lang of LANGUAGE_TAGS) {
      const texts = screenTexts(lang);
      expect(texts.checkedOn).toContain('{date}');
      expect(privacyTexts(lang).asOf).toContain('{date}');
      for (const text of [texts.rememberHint, texts.returnHint, privacyTexts(lang).time.words])
        expect(text).toContain('30');
    }
  });
});
