import { describe, expect, it } from 'vitest';
import { LANGUAGE_TAGS, LANGUAGES, type LanguageTag } from '../../../bot/languages.ts';
import { coreTexts } from '../../../bot/locales/core.ts';
import { formatDate, formatHour, formatMoment } from '../../../bot/locales/dates.ts';
import { sayByReach } from '../../../bot/locales/say-by-reach.ts';

const SCRIPTS: Partial<Record<LanguageTag, RegExp>> = {
  ja: /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]/u,
  'ja-simple': /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]/u,
  my: /\p{Script=Myanmar}/u,
  zh: /\p{Script=Han}/u,
  km: /\p{Script=Khmer}/u,
  th: /\p{Script=Thai}/u,
  mn: /\p{Script=Cyrillic}/u,
  ne: /\p{Script=Devanagari}/u,
  bn: /\p{Script=Bengali}/u,
  si: /\p{Script=Sinhala}/u,
  lo: /\p{Script=Lao}/u,
};

/** Every string of the object, functions called with a marked argument. */
function strings(value: unknown, path = ''): [string, string][] {
  if (typeof value === 'string') return [[path, value]];
  if (typeof value === 'function') return [[path, String(value('«x»'))]];
  return Object.entries(value as object).flatMap(([key, child]) =>
    strings(child, path ? `${path}.${key}` : key),
  );
}

const graphemes = (text: string) => [...new Intl.Segmenter('und').segment(text)].length;

describe.each(LANGUAGE_TAGS)('core texts in %s', (lang) => {
  const all = strings(coreTexts(lang));

  it('has no empty text and uses each parameter', () => {
    for (const [path, text] of all) expect(text.trim(), path).not.toBe('');
    for (const [path, text] of all.filter(([path]) =>
      /privacyLine|checkedOn|tooLong|from$|until$|\.at$|opens|press|seenOn|perHour|offices.heading/.test(
        path,
      ),
    ))
      expect(text, path).toContain('«x»');
  });

  it('is written in its own script', () => {
    const script = SCRIPTS[lang];
    if (!script) return expect(LANGUAGES[lang].script).toBe('Latn');
    for (const [path, text] of all) expect(text, path).toMatch(script);
  });

  it('borrows no letters of a neighbouring script', () => {
    const own = SCRIPTS[lang];
    for (const [other, script] of Object.entries(SCRIPTS)) {
      if (other.startsWith('ja') || other === 'zh' || String(script) === String(own)) continue;
      for (const [path, text] of all) expect(text, `${path} has ${other}`).not.toMatch(script);
    }
  });

  it('keeps labels within 20 grapheme clusters', () => {
    for (const [path, label] of all.filter(([path]) => /^buttons\.|modelConsent\.(yes|no)$/.test(path)))
      expect(graphemes(label), `${path}: ${label}`).toBeLessThanOrEqual(20);
  });

  it('has labels that differ from each other', () => {
    const labels = Object.values(coreTexts(lang).buttons);
    expect(new Set(labels).size).toBe(labels.length);
  });

  it('holds no phone number and no link of its own', () => {
    for (const [path, text] of all) {
      expect(text, path).not.toMatch(/\d{3,}/);
      expect(text, path).not.toMatch(/https?:/);
    }
  });
});

describe('three versions of a text about a person', () => {
  const monday9 = Date.parse('2026-11-30T09:00:00+09:00');

  it('names the time only when somebody can be reached later', () => {
    for (const lang of LANGUAGE_TAGS) {
      const { handoff } = coreTexts(lang);
      expect(sayByReach(handoff, { state: 'at', at: monday9 }, lang)).toContain('09:00');
      expect(sayByReach(handoff, { state: 'now' }, lang)).toBe(handoff.now);
      expect(sayByReach(handoff, { state: 'nobody' }, lang)).toBe(handoff.nobody);
    }
  });
});

describe('dates', () => {
  it('are written in the language with Latin digits and the Gregorian year', () => {
    for (const lang of LANGUAGE_TAGS) {
      const text = formatDate(lang, '2026-11-24');
      expect(text, lang).toContain('2026');
      expect(text, lang).toContain('24');
    }
    expect(formatDate('en', '2026-11-24')).toBe('November 24, 2026');
    expect(formatDate('ja-simple', '2026-11-24')).toBe('2026年11月24日');
    expect(formatDate('si', '2026-11-24')).toBe('2026 නොවැම්බර් 24');
  });

  it('are in the time of Japan', () => {
    const at = Date.parse('2026-11-29T23:30:00Z');
    expect(formatHour(at)).toBe('08:30');
    expect(formatMoment('en', at)).toBe('Monday 08:30');
    expect(formatMoment('vi', at)).toContain('08:30');
  });
});
