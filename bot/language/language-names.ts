import { htmlLang, isLanguageTag, LANGUAGE_TAGS, LANGUAGES, type LanguageTag } from '../languages.ts';
import { foldedLight } from '../text/folded.ts';

/** Names that no dictionary lists: chat spellings, kana, other words for the same language. Folded when compared. */
const MORE_NAMES: Readonly<Record<LanguageTag, string>> = {
  ja: 'nihongo|にほんご|日本语|jp|japanese|ふつうの日本語',
  'ja-simple':
    'やさしい日本語|やさしいにほんご|優しい日本語|簡単な日本語|かんたんな日本語|かんたんなにほんご|easy japanese|simple japanese|yasashii nihongo|yasasii nihongo|kantan na nihongo|tieng nhat de|bahasa jepang mudah|madaling hapon|简单日语|sajilo japani',
  en: 'えいご|eigo|eng|tieng anh|inggris|ingles|英语|英文|angli|ingreji|ingris',
  vi: 'べとなむご|betonamugo|viet|tieng viet|tiếng việt nam|vietnam|viet nam|ベトナム|vn',
  id: 'いんどねしあご|bahasa|indonesia|bahasa indonesia|indo|インドネシア',
  fil: 'ふぃりぴんご|たがろぐご|tagalog|pilipino|タガログ語|フィリピン語|フィリピノ語|philippines|tgl',
  my: 'みゃんまーご|びるまご|myanmar|burmese|bama|myanmar language|ミャンマー語|ビルマ語|ဗမာ|ဗမာလို|မြန်မာ|မြန်မာလို|မြန်မာစာ',
  zh: 'ちゅうごくご|chuugokugo|zhongwen|mandarin|hanyu|中文|汉语|漢語|普通话|國語|中国話|简体中文|繁體中文|chinese|cn',
  km: 'かんぼじあご|くめーるご|khmer|cambodian|cambodia|ខ្មែរ|カンボジア語|クメール語',
  th: 'たいご|thai|ไทย|phasa thai|pasa thai|タイ語',
  mn: 'もんごるご|mongol|mongolian|mongol hel|mongoloor|монголоор|монгол|монгол хэл|モンゴル語|mongolia',
  ne: 'ねぱーるご|nepali|nepal|नेपालीमा|nepali bhasa|ネパール語',
  bn: 'べんがるご|bangla|bengali|বাংলায়|বাংলা ভাষা|バングラ語|ベンガル語|bangladesh',
  si: 'しんはらご|sinhala|sinhalese|singhala|සිංහලෙන්|シンハラ語|スリランカ語|sri lanka',
  lo: 'らおすご|らおご|lao|laos|laotian|ລາວ|phasa lao|pasa lao|ラオス語|ラオ語',
};

/** Words people put around the name: "English please", "dùng tiếng Việt", "日本語でお願いします". Folded. */
const AROUND = new Set(
  (
    'please pls in to into speak switch change set use language i want can you my me answer write reply talk only the chat with ' +
    'xin hay noi bang doi sang dung cho toi em muon tra loi ngon ngu di a nhe ' +
    'pakai tolong dong ganti ke dalam mau saya bisa jawab gunakan pake aja saja ' +
    'sa po gusto ko gamitin ang wika magsalita sagot lang na ' +
    'で に を は へ でお願いします でおねがいします お願いします おねがいします ください にしてください に変えて で話して ではなして がいい でいいです で kudasai de ni onegaishimasu ' +
    '请 请用 用 说 换成 我要 回答 qing yong shuo ' +
    'ma bolna bhasa chahiyo lai garnus te bolo bhashay chai deo kore eken katha karanna one ' +
    'хэлээр хэл рүү солих heleer hel ruu ярих भाषामा भाषा मा ภาษา เป็น ขอ ครับ ค่ะ ຂໍ ເປັນ ພາສາ សូម ភាសា ជា ဘာသာ နဲ့ လို ပြော ပါ'
  ).split(' '),
);

const plain = (text: string) =>
  foldedLight(text)
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .trim();

function allNames(): ReadonlyMap<string, LanguageTag> {
  const names = new Map<string, LanguageTag>();
  for (const viewer of LANGUAGE_TAGS) {
    const display = new Intl.DisplayNames([htmlLang(viewer)], { type: 'language', fallback: 'none' });
    for (const tag of LANGUAGE_TAGS) {
      const name = tag === 'ja-simple' ? undefined : display.of(tag);
      if (name) names.set(plain(name), tag);
    }
  }
  for (const tag of LANGUAGE_TAGS) {
    for (const name of [LANGUAGES[tag].name, LANGUAGES[tag].english, ...MORE_NAMES[tag].split('|')])
      names.set(plain(name), tag);
  }
  return names;
}

let known: ReadonlyMap<string, LanguageTag> | undefined;

/** What a typed wish for a language asks for. `bare`: only the name, nothing around it. */
export interface LanguageWish {
  readonly tag: LanguageTag;
  readonly bare: boolean;
}

/** Names longest first, so that "easy Japanese" is not read as Japanese. */
function within(text: string, names: ReadonlyMap<string, LanguageTag>): LanguageTag | undefined {
  for (const name of [...names.keys()].sort((a, b) => b.length - a.length)) {
    if (name.length < 3 && !/\p{Script=Han}/u.test(name)) continue;
    const at = text.indexOf(name);
    if (at < 0) continue;
    const rest = `${text.slice(0, at)} ${text.slice(at + name.length)}`.trim().split(/\s+/);
    if (rest.every((word) => word === '' || AROUND.has(word))) return names.get(name);
  }
  return undefined;
}

/**
 * The language that a typed text asks for: its name in any of the fifteen languages, alone or with words of
 * request around it. Undefined for everything else, also for a sentence that merely mentions a language.
 */
export function languageWish(text: string): LanguageWish | undefined {
  if (text.length > 80) return undefined;
  known ??= allNames();
  const typed = plain(text);
  const alone = known.get(typed);
  if (alone) return { tag: alone, bare: true };
  const tag = within(typed, known);
  return tag ? { tag, bare: false } : undefined;
}

/** The nearest of the fifteen to a BCP 47 tag of a phone or page (`tl-PH` → `fil`, `zh-Hant-TW` → `zh`). */
export function languageOfLocale(locale: string | undefined): LanguageTag | undefined {
  const primary = locale?.toLowerCase().split(/[-_]/)[0] ?? '';
  if (locale?.toLowerCase() === 'ja-simple') return 'ja-simple';
  const tag = { tl: 'fil', in: 'id', ms: 'id' }[primary] ?? primary;
  return isLanguageTag(tag) ? tag : undefined;
}
