import type { LanguageTag } from '../../bot/languages.ts';
import { wordSupport } from './word-support.ts';

const alone = (words: string) => new RegExp(`(?<![\\p{L}\\p{M}])(?:${words})(?![\\p{L}\\p{M}])`, 'iu');

/** What only looks like a no: "must" in Japanese is a double one, "maybe" none. */
const JAPANESE_MUST =
  /(?:なければ|なくては|なきゃ|ないと)\s*(?:なりません|ならない|いけません|いけない|だめ)|かもしれ(?:ません|ない)|少ない|すくない|危ない|あぶない|だけでなく|ではなく/gu;
const JAPANESE = /ません|ない|なく|ずに|禁止|だめ/u;

/** Signs of a no or a ban, a language. */
const NO: Readonly<Record<LanguageTag, RegExp>> = {
  ja: JAPANESE,
  'ja-simple': JAPANESE,
  en: /\b(?:not|no|never|cannot|without|nobody|nothing|none|prohibited|forbidden|banned)\b|n['’]t\b/iu,
  vi: alone('không|chưa|đừng|cấm|chẳng|miễn'),
  id: alone('tidak|bukan|jangan|belum|tanpa|dilarang|melarang|larangan|nggak|tak'),
  fil: alone('hindi|huwag|wala|walang|bawal|di|ipinagbabawal'),
  my: /ဘူး|ပါနဲ့|မဟုတ်|မရ|မရှိ|မလို|မဖြစ်|မပါ|မဲ့|တားမြစ်/u,
  zh: /不(?!但|仅|过|同)|没|无|未|禁止|别(?!的)/u,
  km: /មិន|គ្មាន|កុំ|ហាម|ពុំ|ឥត/u,
  th: /ไม่|ห้าม|อย่า(?!ง)|มิได้/u,
  mn: /гүй|биш|(?<!\p{L})бүү|хориг|хориотой/iu,
  ne: /दैन|छैन|होइन|हुन्न|नपर्ने|नहुने|नगर|नदिन|नहुन|नसक|नभ|नलेख|नराख|बिना|निषेध|मनाही/u,
  bn: alone('না|নয়|নয়|নেই|নিষেধ|নিষিদ্ধ|ছাড়া|ছাড়া|নি'),
  si: /නැහැ|නැත|නෑ|එපා|බැහැ|බෑ|නොව|නොකර|නොදී|තහනම්|නැති/u,
  lo: /ບໍ່|ຫ້າມ|ຢ່າ(?!ງ)/u,
};

/** True when the text says no to something. */
export function saysNo(text: string, lang: LanguageTag): boolean {
  const plain = text.normalize('NFC').replace(JAPANESE_MUST, ' ');
  return NO[lang].test(plain);
}

/** Share of a sentence's words from which a line of the passage is what it was made of. */
const LIKE = 0.5;

/**
 * True when the sentence says yes where the line of the passage nearest to it says no, or no where no line of the
 * passage does. Pure.
 */
export function turnsAround(sentence: string, passage: string, lang: LanguageTag): boolean {
  const lines = passage.split(/\n|(?<=[.!?។၊။।])\s+|(?<=[。！？])/u).filter((line) => line.trim() !== '');
  const no = saysNo(sentence, lang);
  if (no) return !lines.some((line) => saysNo(line, lang));
  const shares = lines.map((line) => wordSupport(sentence, line, lang));
  const best = Math.max(0, ...shares);
  if (best < LIKE) return false;
  return lines.every((line, index) => (shares[index] ?? 0) < best || saysNo(line, lang));
}
