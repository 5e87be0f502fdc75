import type { LanguageTag } from '../languages.ts';
import type { SharedScript } from './detection/classes.ts';
import { languageOf } from './detection/classes.ts';
import { CHINESE_SIGNS, JAPANESE_SIGNS } from './detection/han-signs.ts';
import { scoreText } from './detection/score.ts';
import { isEasyJapanese } from './easy-japanese.ts';
import { raw } from './raw.ts';
import { countScripts, type ScriptName } from './scripts.ts';

/** What a text is written in. `other` is a language that is not one of the fifteen. */
export interface Detection {
  readonly lang: LanguageTag | 'other';
  /** 0 = the text says nothing about its language (then `lang` is the prior or `en`), 1 = certain. */
  readonly confidence: number;
}

const NOISE =
  /(?:https?:\/\/|www\.)[\w./?=&%#:~+-]+|(?<![\w.+-])[\w.+-]{1,64}@[\w.-]{1,120}|(?<!\w)[@#][\w-]+/gi;

/** Words that are the same everywhere and show no language. */
const NEUTRAL =
  /^(ok(ay|e)?|oke?|k|yes|no|hi|hello|bye|thanks?|thx|sorry|visa|line|nenkin|titp|ssw|jitco|otit)$/;

/** Scripts that are one language's own among our fifteen. */
const OWN: Partial<Record<ScriptName, LanguageTag>> = {
  khmer: 'km',
  thai: 'th',
  lao: 'lo',
  sinhala: 'si',
};

const OWN_SCRIPTS = [
  'burmese',
  'khmer',
  'thai',
  'lao',
  'devanagari',
  'bengali',
  'sinhala',
  'mongolian',
] as const;

/** Letters of Myanmar script that only other languages (Shan, Karen, Mon) use; and Assamese ones in Bengali script. */
const NOT_BURMESE = /[\u1028\u1033-\u1035\u105a-\u109d\uaa60-\uaa7f]/g;
const NOT_BENGALI = /[\u09f0\u09f1]/;
const NOT_MONGOLIAN = /[әғқңұһіїєґўђљњћџјѓќѕѝ]/i;
const NOT_NEPALI = /[\u0933\u0934]/;

/**
 * Words that Hindi or Marathi needs in nearly every sentence and Nepali does not have. "का लागि" (for) is
 * Nepali: its का stands alone behind a bracket.
 */
const HINDI_WORDS =
  /(?<![\p{L}\p{M}])(?:है|हैं|हूँ|हूं|था|थे|थी|में|से|का(?!\s+लागि)|की|और|नहीं|मैं|मुझे|मेरा|मेरी|क्या|यह|वह|हम|रहा|रही|लिए|चाहिए|होता|होती|करना|बहुत|कैसे|कितना|कितनी|कब|कहां|आहे|आणि|नाही|मला)(?![\p{L}\p{M}])/u;

const certain = (lang: Detection['lang'], confidence = 0.99): Detection => ({ lang, confidence });

/**
 * People who write here speak one of the fifteen languages: without this leaning a single short word goes to
 * the many languages of the world that also have it. Factors on the model's shares.
 */
const LEANING: Readonly<Partial<Record<SharedScript, Partial<Record<Detection['lang'], number>>>>> = {
  Latn: { other: 0.5, en: 2 },
  Cyrl: { other: 0.1 },
};

const FOREIGN_TO: Readonly<Record<SharedScript, RegExp>> = {
  Latn: /[^\p{Script=Latin}\p{M}']+/gu,
  Cyrl: /[^\p{Script=Cyrillic}]+/gu,
  Deva: /[^\p{Script=Devanagari}]+/gu,
  Hani: /[^\p{Script=Han}]+/gu,
};

function byModel(
  text: string,
  script: SharedScript,
  prior: LanguageTag | undefined,
  leaning: Partial<Record<Detection['lang'], number>> = LEANING[script] ?? {},
): Detection {
  const shares = new Map<Detection['lang'], number>();
  // Borrowed words of another script tell nothing about this one.
  for (const { name, share } of scoreText(text.replace(FOREIGN_TO[script], ' '), script)) {
    const lang = languageOf(name);
    shares.set(lang, (shares.get(lang) ?? 0) + share * (leaning[lang] ?? 1));
  }
  // What the person spoke before counts as a few letters more: a clear sentence outweighs it. Han alone says less.
  const known = prior === 'ja-simple' ? 'ja' : prior;
  const before = known && shares.get(known);
  if (known && before !== undefined) shares.set(known, before * (script === 'Hani' ? 30 : 3));
  const sum = [...shares.values()].reduce((a, b) => a + b, 0);
  const [best] = [...shares].sort((a, b) => b[1] - a[1]);
  return best
    ? { lang: best[0], confidence: Math.min(0.99, best[1] / sum) }
    : { lang: prior ?? 'en', confidence: 0 };
}

const tally = (text: string, signs: ReadonlySet<string>) =>
  [...text].reduce((sum, sign) => sum + (signs.has(sign) ? 1 : 0), 0);

function eastAsian(
  text: string,
  counts: Readonly<Record<ScriptName, number>>,
  prior: LanguageTag | undefined,
) {
  const japanese = tally(text, JAPANESE_SIGNS);
  const chinese = tally(text, CHINESE_SIGNS);
  const kana = counts.hiragana + counts.katakana;
  if (kana > 0) {
    // A Japanese word inside a Chinese sentence leaves it Chinese: 「パワハラ」是什么意思.
    const quoted =
      chinese > japanese && kana < counts.han && !/[\u3041-\u3096]/.test(text.replaceAll('の', ''));
    return quoted ? certain('zh', 0.9) : certain(isEasyJapanese(text) ? 'ja-simple' : 'ja');
  }
  if (japanese !== chinese) return certain(japanese > chinese ? 'ja' : 'zh', 0.97);
  // Without kana a Japanese text is a word or two; a Chinese one may be any length.
  return byModel(text, 'Hani', prior, { zh: counts.han > 5 ? 2.5 * (counts.han - 4) ** 2 : 2.5 });
}

/**
 * The writing that carries the message. Latin and Cyrillic count by words, scripts without spaces by two letters:
 * a borrowed English word or two does not hide an own script. Japanese terms (技能実習生) stand in messages of all
 * languages, so a run of kanji counts as a word or two, unless its signs are Chinese.
 */
function dominant(
  text: string,
  counts: Readonly<Record<ScriptName, number>>,
): ScriptName | 'cjk' | undefined {
  const found = (pattern: RegExp) => text.match(pattern)?.length ?? 0;
  const runs = found(/[\p{Script=Han}\u30a0-\u30ff]+/gu);
  const size = (counts.han + counts.katakana) / 2;
  const weights: (readonly [ScriptName | 'cjk', number])[] = [
    ...OWN_SCRIPTS.map((name) => [name, counts[name] / 2] as const),
    ['cjk', (tally(text, CHINESE_SIGNS) > 0 ? size : Math.min(size, runs * 1.5)) + counts.hiragana],
    ['latin', found(/\p{Script=Latin}[\p{Script=Latin}\p{M}']*/gu) * 0.9],
    ['cyrillic', found(/\p{Script=Cyrillic}+/gu)],
    ['other', counts.other / 3],
  ];
  const [best] = weights.sort((a, b) => b[1] - a[1]);
  return best && best[1] > 0 ? best[0] : undefined;
}

/**
 * The language of one message. Closed set: what is none of the fifteen is `other`. Scripts decide where they
 * can; languages that share a script are told apart by the model of `detection/`. `prior` is what the person
 * spoke before: it decides when the text says nothing and leans a little when it says little. Pure.
 */
export function detectLanguage(text: string, prior?: LanguageTag): Detection {
  const clean = raw(text.slice(0, 4000)).replace(NOISE, ' ').toLowerCase();
  const counts = countScripts(clean);
  const script = dominant(clean, counts);
  const own = script && script !== 'cjk' ? OWN[script] : undefined;
  if (own) return certain(own);
  switch (script) {
    case undefined:
      return { lang: prior ?? 'en', confidence: 0 };
    case 'cjk':
      return eastAsian(clean, counts, prior);
    case 'burmese':
      return certain((clean.match(NOT_BURMESE)?.length ?? 0) > counts.burmese / 10 ? 'other' : 'my');
    case 'bengali':
      return certain(NOT_BENGALI.test(clean) ? 'other' : 'bn');
    case 'mongolian':
      return certain('mn');
    case 'devanagari':
      if (NOT_NEPALI.test(clean)) return certain('other', 0.9);
      return HINDI_WORDS.test(clean) ? byModel(clean, 'Deva', prior, {}) : certain('ne', 0.9);
    case 'cyrillic':
      if (NOT_MONGOLIAN.test(clean)) return certain('other', 0.95);
      return /[өү]/.test(clean) ? certain('mn') : byModel(clean, 'Cyrl', prior);
    case 'latin':
      return latin(clean, prior);
    default:
      return certain('other');
  }
}

/** Letters that only Vietnamese has. */
const VIETNAMESE = /[ảạấầẩẫậắằẳẵặẻẽẹếềểễệỉĩịỏọốồổỗộớờởỡợủũụứừửữựỳỷỹỵơư]/g;

function latin(text: string, prior: LanguageTag | undefined): Detection {
  const marked = text.match(VIETNAMESE)?.length ?? 0;
  const letters = text.match(/\p{Script=Latin}/gu)?.length ?? 1;
  if (marked / letters > 0.08) return certain('vi');
  const words = text.match(/[\p{L}\p{M}']+/gu) ?? [];
  const telling = words.filter((word) => !NEUTRAL.test(word));
  if (telling.length === 0) {
    return { lang: prior ?? 'en', confidence: words.length > 0 && !prior ? 0.3 : 0 };
  }
  return byModel(text, 'Latn', prior);
}
