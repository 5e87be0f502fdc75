import type { LanguageTag } from '../languages.ts';
import { folded, foldedLight } from './folded.ts';
import { skeleton } from './skeleton.ts';

/** Words for yes and no as people type them in chats; one line a language, romanised forms behind the native ones. */
const WORDS: Readonly<Record<LanguageTag, { readonly yes: string; readonly no: string }>> = {
  ja: {
    yes: 'はい|ええ|うん|そうです|そう|お願いします|おねがいします|いいです|いいよ|同意します|同意する|大丈夫です|了解|了解です|わかりました|hai|un|ee|sou desu|onegaishimasu',
    no: 'いいえ|いえ|ううん|違います|ちがいます|違う|ちがう|ないです|ありません|やめます|やめる|いりません|結構です|同意しません|だめ|iie|ie|chigaimasu|chigau|dame|irimasen',
  },
  'ja-simple': {
    yes: 'はい|うん|そうです|おねがいします|いいです|わかりました|あります|できます',
    no: 'いいえ|いえ|ちがいます|ないです|ありません|いりません|できません|やめます|いや|だめ',
  },
  en: {
    yes: 'yes|y|yeah|yep|yup|ya|ok|okay|sure|of course|correct|right|agree|i agree|yes please|please do|go ahead|true|that is right',
    no: 'no|n|nope|nah|no thanks|no thank you|not now|do not agree|i do not agree|disagree|wrong|false|never|stop|cancel|no need',
  },
  vi: {
    yes: 'có|vâng|dạ|dạ có|dạ vâng|ừ|uh|uhm|ok|đồng ý|đúng|đúng rồi|phải|được|có ạ|vâng ạ|vang a|đc|dc',
    no: 'không|không ạ|dạ không|ko|k|hok|hông|khong co|không có|không phải|không đồng ý|chưa|thôi|không cần|sai',
  },
  id: {
    yes: 'ya|iya|y|iyah|yoi|betul|benar|setuju|boleh|oke|ok|mau|ada|sip|tentu|siap|bersedia',
    no: 'tidak|tdk|gak|ga|nggak|ngga|enggak|engga|bukan|jangan|tidak setuju|belum|tidak ada|gak mau|tidak mau|tidak usah|salah',
  },
  fil: {
    yes: 'oo|opo|oho|oo po|oo naman|sige|sige po|ok|ok po|tama|payag ako|pumapayag ako|meron|mayroon|gusto ko',
    no: 'hindi|hindi po|di|hinde|wala|wala po|ayaw|ayaw ko|ayoko|huwag|wag|wag na|hindi payag|mali',
  },
  my: {
    yes: 'ဟုတ်|ဟုတ်ကဲ့|ဟုတ်တယ်|ဟုတ်ပါတယ်|အင်း|အိုကေ|ရတယ်|ရပါတယ်|ရှိတယ်|ရှိပါတယ်|သဘောတူတယ်|သဘောတူပါတယ်|hote|hote kae|hote tal|hoke|hoke kae|hote par tal|ya tal|ya par tal|shi tal',
    no: 'မဟုတ်|မဟုတ်ဘူး|မဟုတ်ပါဘူး|မရဘူး|မရှိဘူး|မရှိပါဘူး|မလိုဘူး|မလိုပါဘူး|သဘောမတူဘူး|သဘောမတူပါဘူး|ma hote|ma hote bu|ma ya bu|ma shi bu|ma lo bu',
  },
  zh: {
    yes: '是|是的|对|對|好|好的|可以|有|行|嗯|同意|没错|當然|当然|要|需要|shi|shi de|dui|hao|hao de|keyi|en|you|xing|tongyi|yao',
    no: '不|不是|不要|没有|沒有|不行|不可以|不同意|不用|不对|不對|没|否|bu|bu shi|bu yao|mei you|meiyou|bu xing|bu yong|bu dui',
  },
  km: {
    yes: 'បាទ|ចាស|ចា៎|បាទ/ចាស|មែន|មែនហើយ|យល់ព្រម|មាន|បាន|អូខេ|baat|bat|jas|chas|cha|men|mean|ban',
    no: 'ទេ|អត់ទេ|មិនមែន|មិនមែនទេ|អត់មាន|អត់|មិនយល់ព្រម|មិនបាន|ot te|te|ot|min men te|min men|ot mean',
  },
  th: {
    yes: 'ใช่|ใช่ครับ|ใช่ค่ะ|ครับ|ค่ะ|คะ|ได้|ได้ครับ|ได้ค่ะ|มี|ตกลง|โอเค|เอา|ยินยอม|chai|chai krub|chai kha|krub|krap|khrap|dai|tok long',
    no: 'ไม่|ไม่ใช่|ไม่ครับ|ไม่ค่ะ|ไม่ได้|ไม่มี|ไม่เอา|ไม่ต้อง|ไม่ยินยอม|ยัง|mai|mai chai|mai dai|mai mee|mai ao',
  },
  mn: {
    yes: 'тийм|тиймээ|за|зөв|болно|байгаа|ок|окэй|зөвшөөрнө|зөвшөөрч байна|tiim|tiimee|tiimuu|za|zaa|zov|bolno|baigaa|bga|zovshoorno',
    no: 'үгүй|үгүй ээ|биш|болохгүй|байхгүй|хэрэггүй|зөвшөөрөхгүй|ugui|ugui ee|vgvi|ugu|bish|bolohgui|baihgui|bhgui|hereggui',
  },
  ne: {
    yes: 'हो|हजुर|हुन्छ|अँ|ठीक छ|छ|सहमत छु|मिल्छ|ho|hajur|huncha|hunchha|hunxa|thik cha|thik chha|cha|chha|milcha|sahamat chu',
    no: 'होइन|छैन|हुँदैन|हुन्न|नाइँ|अहँ|पर्दैन|चाहिँदैन|सहमत छैन|hoina|haina|chaina|chhaina|xaina|hudaina|hunna|nai|pardaina|chahidaina',
  },
  bn: {
    yes: 'হ্যাঁ|হা|হ্যা|জি|জ্বি|জী|ঠিক আছে|আছে|হবে|রাজি|আমি রাজি|অবশ্যই|ha|haa|hya|hae|ji|jee|jii|thik ache|thik ase|ache|hobe|razi|raji',
    no: 'না|জি না|জ্বি না|নাই|নেই|হবে না|রাজি না|রাজি নই|লাগবে না|na|naa|ji na|nai|nei|hobe na|raji na|lagbe na',
  },
  si: {
    yes: 'ඔව්|ඔවු|හරි|තියෙනවා|පුළුවන්|එකඟයි|කැමතියි|හා|ow|owu|ov|ovu|hari|tiyenawa|thiyenawa|puluwan|kamathi|kamathiyi|ekagai',
    no: 'නැහැ|නෑ|නැත|එපා|බැහැ|බෑ|එකඟ නැහැ|ඕන නැහැ|ne|nehe|naha|nae|epa|behe|ba|one na',
  },
  lo: {
    yes: 'ແມ່ນ|ແມ່ນແລ້ວ|ໂດຍ|ເຈົ້າ|ໄດ້|ມີ|ຕົກລົງ|ໂອເຄ|ເຫັນດີ|men|maen|men leo|doi|dai|tok long|hen dee',
    no: 'ບໍ່|ບໍ່ແມ່ນ|ບໍ່ໄດ້|ບໍ່ມີ|ບໍ່ເອົາ|ບໍ່ເຫັນດີ|ບໍ່ຕ້ອງ|bor|bo|bo men|bor men|bo dai|bo mi|bo ao',
  },
};

const SIGNS: Readonly<Record<string, 'yes' | 'no'>> = {
  '👍': 'yes',
  '👌': 'yes',
  '🙆': 'yes',
  '⭕': 'yes',
  '✅': 'yes',
  '👎': 'no',
  '🙅': 'no',
  '❌': 'no',
};

const bare = (text: string) => text.replace(/[^\p{L}\p{M}\p{N}/]+/gu, ' ').trim();

function tables(lang: LanguageTag): ReadonlyMap<string, 'yes' | 'no'> {
  const { yes, no } = WORDS[lang];
  const entries = [
    ...yes.split('|').map((word) => [word, 'yes'] as const),
    ...no.split('|').map((word) => [word, 'no'] as const),
  ];
  return new Map(entries.map(([word, meaning]) => [bare(foldedLight(word)), meaning] as const));
}

const BY_LANGUAGE = new Map(
  (Object.keys(WORDS) as LanguageTag[]).map((lang) => [lang, tables(lang)] as const),
);

/**
 * What a short answer means: yes, no, or undefined when it says neither or both. The words of `lang` come
 * first; a word of another language counts when all languages that have it agree (`na` is no in Bengali, but
 * `ho` is yes in Nepali only). Tone marks, capitals, doubled letters and 👍 👎 are understood.
 */
export function yesNo(text: string, lang?: LanguageTag): 'yes' | 'no' | undefined {
  for (const [sign, meaning] of Object.entries(SIGNS)) {
    if (text.trim().startsWith(sign)) return meaning;
  }
  const light = bare(foldedLight(text)).slice(0, 60);
  if (light === '') return undefined;
  const known = lang && BY_LANGUAGE.get(lang)?.get(light);
  if (known) return known;
  const meanings = new Set(
    [...BY_LANGUAGE.values()].map((table) => table.get(light)).filter((found) => found),
  );
  if (meanings.size === 1) return [...meanings][0];
  if (meanings.size > 1 || !lang) return undefined;
  const bones = skeleton(folded(light, lang));
  for (const [word, meaning] of BY_LANGUAGE.get(lang) ?? []) {
    if (bones.length > 2 && skeleton(word) === bones) return meaning;
  }
  return undefined;
}
