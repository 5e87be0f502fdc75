import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import anyAscii from 'any-ascii';
import { parse } from 'yaml';
import { abugidaToLatin } from '../../../../bot/text/abugida.ts';
import {
  CANDIDATES,
  CLASSES,
  type DetectionClass,
  type SharedScript,
} from '../../../../bot/text/detection/classes.ts';
import { BUCKETS, features } from '../../../../bot/text/detection/features.ts';
import { hiragana, romaji } from '../../../../bot/text/kana.ts';
import { initReadings, kanaReading } from '../../../../bot/text/readings.ts';

const [dataFolder = '', phrasesFile = '', weightsFile = ''] = process.argv.slice(2);

/** A word list to draw from: cumulative weights for a binary search. */
interface Pool {
  readonly words: readonly string[];
  readonly sums: Float64Array;
}

let seed = 20261124;
/** The same numbers in every run, so that training can be repeated. */
function chance(): number {
  seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
  return seed / 2 ** 32;
}

function pool(entries: readonly (readonly [string, number])[]): Pool {
  const sums = new Float64Array(entries.length);
  let sum = 0;
  entries.forEach(([, weight], index) => {
    sum += weight;
    sums[index] = sum;
  });
  return { words: entries.map(([word]) => word), sums };
}

function draw({ words, sums }: Pool): string {
  const at = chance() * (sums.at(-1) ?? 0);
  let low = 0;
  let high = sums.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sums[middle] ?? 0) < at) low = middle + 1;
    else high = middle;
  }
  return words[low] ?? '';
}

/** One of the options, each as often as its share says. */
function byShare<T>(options: readonly T[], share: (option: T) => number): T | undefined {
  let at = chance() * options.reduce((sum, option) => sum + share(option), 0);
  for (const option of options) {
    at -= share(option);
    if (at < 0) return option;
  }
  return options[0];
}

const read = (name: string) => readFileSync(join(dataFolder, name), 'utf8');

/** wordfreq list of one language; the power flattens it, so that rarer words are seen too. */
function frequent(lang: string, keep: RegExp, change = (word: string) => word): Pool {
  const entries = read(`wf.${lang}.tsv`)
    .trim()
    .split('\n')
    .map((line) => line.split('\t'))
    .filter(([, word]) => keep.test(word ?? ''))
    .map(([weight, word]) => [change(word ?? ''), Number(weight) ** 0.75] as const)
    .filter(([word]) => word !== '');
  return pool(entries);
}

/** Words of running text by their count; every second line only, the others are for measuring. */
function running(names: readonly string[], keep: RegExp, change = (word: string) => word): Pool {
  const counts = new Map<string, number>();
  for (const name of names) {
    for (const line of read(name)
      .split('\n')
      .filter((_, index) => index % 2 === 0)) {
      for (const [word] of line.toLowerCase().matchAll(/[\p{L}\p{M}\u200d]+/gu)) {
        if (keep.test(word)) counts.set(word, (counts.get(word) ?? 0) + 1);
      }
    }
  }
  return pool([...counts].map(([word, count]) => [change(word), count ** 0.75] as const));
}

const phrases = parse(readFileSync(phrasesFile, 'utf8')) as Record<string, readonly string[]>;
const own = (name: string) =>
  pool((phrases[name] ?? []).flatMap((line) => line.split(' ').map((word) => [word, 1] as const)));

const LATIN = /^[\p{Script=Latin}\p{M}']+$/u;
const either = (options: readonly string[]) => options[Math.floor(chance() * options.length)] ?? '';

/** One of the many spellings of a romanised Indic word. */
function spell(word: string, lastVowel: string): string {
  let text = abugidaToLatin(word).replace(/[^a-z]/g, (sign) => anyAscii(sign).toLowerCase());
  if (lastVowel && /[^aeiou]$/.test(text) && chance() < 0.35) text += lastVowel;
  return text
    .replace(/chh/g, () => either(['chh', 'ch', 'ch']))
    .replace(/sh/g, () => either(['sh', 's']))
    .replace(/bh/g, () => either(['bh', 'bh', 'v', 'b']))
    .replace(/ph/g, () => either(['ph', 'f']))
    .replace(/([tdkg])h/g, (pair, letter: string) => either([pair, pair, letter]))
    .replace(/w/g, () => either(['w', 'v', 'b']))
    .replace(/i/g, () => either(['i', 'i', 'i', 'ee']))
    .replace(/u/g, () => either(['u', 'u', 'u', 'oo']))
    .replace(/a/g, () => either(['a', 'a', 'a', 'a', 'aa']));
}

const MONGOLIAN: Readonly<Record<string, readonly string[]>> = {
  х: ['h', 'h', 'kh'],
  ө: ['o', 'u'],
  ү: ['u', 'u', 'v'],
  й: ['i', 'i', 'y'],
  ы: ['ii', 'y', 'i'],
  ь: ['i', ''],
  ъ: [''],
  ц: ['ts', 'c'],
  э: ['e'],
  е: ['e', 'ye'],
  ё: ['yo'],
  ж: ['j', 'zh'],
  в: ['v', 'w'],
};
const spellMongolian = (word: string) =>
  [...word]
    .map((letter) => (MONGOLIAN[letter] ? either(MONGOLIAN[letter]) : anyAscii(letter).toLowerCase()))
    .join('');

await initReadings();

interface Source {
  readonly share: number;
  readonly pools: readonly (readonly [number, Pool])[];
  readonly spell?: (word: string) => string;
}

const plain = (word: string) => word.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('đ', 'd');
const others = (...langs: readonly string[]) => langs.map((lang) => [1, frequent(lang, LATIN)] as const);
const DEVANAGARI = /^[\u0900-\u097f]+$/;
const CYRILLIC = /^[\u0400-\u04ff]+$/;
const HAN = /^\p{Script=Han}+$/u;
const nepali = running(['udhr.ne.txt', 'ha.ne.txt', 'dj.ne.txt'], DEVANAGARI);
const mongolian = running(['udhr.mn.txt', 'ha.mn.txt', 'dj.mn.txt'], CYRILLIC);

const SOURCES: Readonly<Record<SharedScript, Partial<Record<DetectionClass, Source>>>> = {
  Latn: {
    en: {
      share: 4,
      pools: [
        [4, frequent('en', LATIN)],
        [1, own('en')],
      ],
    },
    vi: {
      share: 4,
      pools: [
        [4, frequent('vi', LATIN)],
        [2, own('vi')],
      ],
      spell: (word) => (chance() < 0.5 ? plain(word) : word),
    },
    id: {
      share: 4,
      pools: [
        [4, frequent('id', LATIN)],
        [1, own('id')],
      ],
    },
    fil: {
      share: 4,
      pools: [
        [4, frequent('fil', LATIN)],
        [1, own('fil')],
      ],
    },
    ne: {
      share: 2.5,
      pools: [
        [2, nepali],
        [3, own('ne')],
      ],
      spell: (word) => spell(word, 'a'),
    },
    bn: {
      share: 2.5,
      pools: [
        [2, frequent('bn', /^[\u0980-\u09ff]+$/)],
        [2, own('bn')],
      ],
      spell: (word) => spell(word, 'o'),
    },
    si: {
      share: 2,
      pools: [
        [2, running(['udhr.si.txt'], /^[\u0d80-\u0dff\u200d]+$/)],
        [3, own('si')],
      ],
      spell: (word) => spell(word.replaceAll('\u200d', ''), ''),
    },
    mn: {
      share: 2.5,
      pools: [
        [2, mongolian],
        [3, own('mn')],
      ],
      spell: spellMongolian,
    },
    my: { share: 1.5, pools: [[1, own('my')]] },
    ja: {
      share: 2,
      pools: [
        [
          2,
          frequent('ja', /^[\p{Script=Han}\p{Script=Hiragana}]+$/u, (word) =>
            romaji(hiragana(kanaReading(word))),
          ),
        ],
        [2, own('ja')],
      ],
      spell: (word) =>
        anyAscii(word)
          .toLowerCase()
          .replace(/ou/g, () => either(['ou', 'o']))
          .replace(/uu/g, () => either(['uu', 'u'])),
    },
    zh: {
      share: 1.5,
      pools: [
        [2, frequent('zh', HAN, (word) => anyAscii(word).toLowerCase())],
        [2, own('zh')],
      ],
    },
    th: { share: 0.7, pools: [[1, own('th')]] },
    km: { share: 0.5, pools: [[1, own('km')]] },
    lo: { share: 0.5, pools: [[1, own('lo')]] },
    'x-iberian': { share: 1.4, pools: others('es', 'pt', 'ca') },
    'x-french': { share: 0.8, pools: others('fr') },
    'x-italian': { share: 1, pools: others('it', 'ro') },
    'x-german': { share: 0.8, pools: others('de', 'nl') },
    'x-nordic': { share: 0.7, pools: others('sv', 'da', 'nb', 'is') },
    'x-slavic': { share: 0.9, pools: others('pl', 'cs', 'sk', 'sl', 'sh') },
    'x-mixed': { share: 0.9, pools: others('fi', 'hu', 'tr', 'lt', 'lv') },
    'x-hindi': {
      share: 1,
      pools: [
        [2, frequent('hi', DEVANAGARI)],
        [1, own('other')],
      ],
      spell: (word) => spell(word, ''),
    },
    'x-tamil': {
      share: 0.5,
      pools: [[2, frequent('ta', /^[\u0b80-\u0bff]+$/, (word) => anyAscii(word).toLowerCase())]],
    },
  },
  Cyrl: {
    mn: {
      share: 1,
      pools: [
        [1, mongolian],
        [1, own('mn-Cyrl')],
      ],
    },
    'x-cyrillic': {
      share: 1,
      pools: ['ru', 'uk', 'bg', 'mk'].map((lang) => [1, frequent(lang, CYRILLIC)] as const),
    },
  },
  Deva: {
    ne: {
      share: 1,
      pools: [
        [1, nepali],
        [1, own('ne-Deva')],
      ],
    },
    'x-hindi': { share: 1, pools: [[1, frequent('hi', DEVANAGARI)]] },
  },
  Hani: {
    ja: {
      share: 1,
      pools: [
        [2, frequent('ja', HAN)],
        [1, own('ja-Hani')],
      ],
    },
    zh: {
      share: 1,
      pools: [
        [2, frequent('zh', HAN)],
        [1, running(['udhr.zh-TW.txt', 'ha.zh-TW.txt', 'ha.zh-HK.txt', 'dj.zh_Hant.txt'], HAN)],
      ],
    },
  },
};

const LOANS = [
  'overtime',
  'visa',
  'company',
  'salary',
  'passport',
  'boss',
  'leave',
  'japan',
  'ok',
  'kaisha',
  'zangyou',
  'kumiai',
  'please',
];

/** A made-up message: words drawn by themselves, since no feature crosses a word. */
function message(source: Source, script: SharedScript): string {
  const words: string[] = [];
  const length = script === 'Hani' ? 1 + Math.floor(chance() * 4) : 1 + Math.floor(chance() * chance() * 12);
  for (let count = 0; count < length; count += 1) {
    const chosen = byShare(source.pools, ([share]) => share)?.[1];
    if (!chosen) continue;
    const word = draw(chosen);
    words.push(source.spell ? source.spell(word) : word);
  }
  if (script === 'Latn' && length > 2 && chance() < 0.12) words[0] = either(LOANS);
  return words
    .join(script === 'Hani' ? '' : ' ')
    .toLowerCase()
    .normalize('NFC');
}

const kinds = CLASSES.length;
const weights = new Float32Array(BUCKETS * kinds);
const moved = new Float32Array(BUCKETS * kinds);
const scripts = ['Latn', 'Latn', 'Latn', 'Latn', 'Latn', 'Latn', 'Cyrl', 'Deva', 'Hani', 'Hani'] as const;
const SAMPLES = 1_500_000;
let right = 0;
for (let step = 1; step <= SAMPLES; step += 1) {
  const script = scripts[step % scripts.length] ?? 'Latn';
  const sources = Object.entries(SOURCES[script]) as [DetectionClass, Source][];
  const [name, source] = byShare(sources, ([, { share }]) => share) ?? [];
  if (!name || !source) continue;
  const found = features(message(source, script));
  if (found.length === 0) continue;
  const scale = 1 / Math.sqrt(found.length);
  const candidates = CANDIDATES[script];
  const sums = candidates.map(
    (kind) => found.reduce((sum, feature) => sum + (weights[feature * kinds + kind] ?? 0), 0) * scale,
  );
  const top = Math.max(...sums);
  const exps = sums.map((sum) => Math.exp(sum - top));
  const all = exps.reduce((a, b) => a + b, 0);
  const truth = CLASSES.indexOf(name);
  if (candidates[sums.indexOf(top)] === truth) right += 1;
  const rate = 0.6 * (1 - (0.9 * step) / SAMPLES);
  candidates.forEach((kind, index) => {
    const slope = ((exps[index] ?? 0) / all - (kind === truth ? 1 : 0)) * scale;
    if (Math.abs(slope) < 1e-4) return;
    for (const feature of found) {
      const place = feature * kinds + kind;
      const gradient = slope + 2e-6 * (weights[place] ?? 0);
      moved[place] = (moved[place] ?? 0) + gradient * gradient;
      weights[place] = (weights[place] ?? 0) - (rate * gradient) / Math.sqrt((moved[place] ?? 0) + 1e-4);
    }
  });
  if (step % 100_000 === 0) {
    process.stderr.write(`${step} ${(right / 100_000).toFixed(4)}\n`);
    right = 0;
  }
}

/** Coarse steps and nothing below three of them: the table stays small, the answers are the same. */
const STEP = 0.16;
const bytes = new Int8Array(weights.length);
weights.forEach((weight, place) => {
  const steps = Math.round(weight / STEP);
  bytes[place] = Math.abs(steps) < 3 ? 0 : Math.max(-60, Math.min(60, steps));
});
const data = brotliCompressSync(Buffer.from(bytes.buffer), {
  params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_LGWIN]: 22 },
}).toString('base64');
writeFileSync(weightsFile, `${JSON.stringify({ classes: CLASSES, scale: STEP, data }, null, 2)}\n`);
process.stderr.write(`${(data.length / 1024).toFixed(0)} kB\n`);
