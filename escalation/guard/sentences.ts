import type { LanguageTag } from '../../bot/languages.ts';
import type { Meanings, Situation } from './texts/danger-texts.ts';
import { textsOf } from './texts/texts-of.ts';

/** A sentence to say on the phone: Japanese, how it is read, and of which meanings it is made. */
interface Sentence {
  readonly ja: string;
  readonly kana: string;
  readonly romaji: string;
  readonly means: readonly (keyof Meanings)[];
}

const PLACE: Sentence = {
  ja: '場所は…です。',
  kana: 'ばしょは…です。',
  romaji: 'Basho wa … desu.',
  means: ['place'],
};

/** First words for the operator. 119 asks whether it is a fire or a medical case: 救急です answers that. */
const FIRST: Readonly<Record<Situation | 'fire' | 'unclear', Sentence>> = {
  self: {
    ja: '救急です。助けてください。',
    kana: 'きゅうきゅうです。たすけてください。',
    romaji: 'Kyuukyuu desu. Tasukete kudasai.',
    means: ['emergency', 'help'],
  },
  attack: {
    ja: '助けてください。おそわれています。',
    kana: 'たすけてください。おそわれています。',
    romaji: 'Tasukete kudasai. Osowarete imasu.',
    means: ['help', 'attacked'],
  },
  emergency: {
    ja: '救急です。救急車をお願いします。',
    kana: 'きゅうきゅうです。きゅうきゅうしゃを おねがいします。',
    romaji: 'Kyuukyuu desu. Kyuukyuusha o onegai shimasu.',
    means: ['emergency', 'ambulance'],
  },
  fire: {
    ja: '火事です。助けてください。',
    kana: 'かじです。たすけてください。',
    romaji: 'Kaji desu. Tasukete kudasai.',
    means: ['fire', 'help'],
  },
  unclear: {
    ja: '助けてください。',
    kana: 'たすけてください。',
    romaji: 'Tasukete kudasai.',
    means: ['help'],
  },
};

function line({ ja, kana, romaji, means }: Sentence, lang: LanguageTag): string {
  const { meanings } = textsOf(lang);
  if (!meanings) return lang === 'ja-simple' && ja !== kana ? `「${ja}」（${kana}）` : `「${ja}」`;
  return `「${ja}」\n${romaji}\n= ${means.map((key) => meanings[key]).join(lang === 'zh' ? '' : ' ')}`;
}

/** The two sentences to say to 119 or 110, with reading and meaning for who does not read Japanese. */
export function sentences(situation: Situation | 'fire' | undefined, lang: LanguageTag): string {
  return [FIRST[situation ?? 'unclear'], PLACE].map((sentence) => line(sentence, lang)).join('\n');
}
