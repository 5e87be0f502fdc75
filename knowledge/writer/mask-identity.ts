import { MASK, maskIdentifiers } from '../../bot/text/mask.ts';

const EMAIL = /[\p{L}\p{N}._%+-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/gu;
const ADDRESS = /(?:https?:\/\/|www\.)\S+/giu;
const HANDLE = /(?<!\S)@[\w.-]{3,}/gu;
/** Eight digits or more in a row of groups, in any script, that begin like a telephone number. */
const PHONE = /(?<!\p{Nd})[+＋0０๐၀០໐०০෦]\p{Nd}?(?:[-‐－ ().]{0,2}\p{Nd}){7,13}(?!\p{Nd})/gu;
const POSTCODE = /〒? ?(?<!\p{Nd})\p{Nd}{3}-\p{Nd}{4}(?!\p{Nd})/gu;

/** One to four words as a person's name, until something that is none. */
const NAME = String.raw`[\p{L}\p{M}'’.-]+(?: \p{Lu}[\p{L}\p{M}'’.-]*){0,3}`;
/** Scripts without capitals: up to two words of one script. */
const WORD = String.raw`[\p{L}\p{M}]+(?: [\p{L}\p{M}]+)?`;

/** What people write before their own or another's name; the name that follows is masked. */
const INTRODUCTIONS: readonly RegExp[] = [
  new RegExp(String.raw`(?<=\b(?:my name is|my name's|i am called|name:) )${NAME}`, 'giu'),
  new RegExp(String.raw`(?<=\b(?:mr|ms|mrs|dr)\.? )${NAME}`, 'giu'),
  new RegExp(`(?<=(?:tên tôi là|tên em là|tôi tên là|tôi tên|em tên là|tên là) )${NAME}`, 'giu'),
  new RegExp(`(?<=(?:nama saya|nama aku|namaku|nama saya adalah) )${NAME}`, 'giu'),
  /(?<=(?:ako si|si|pangalan ko ay|pangalan ko) )\p{Lu}[\p{L}'-]*(?: \p{Lu}[\p{L}'-]*)*/gu,
  /(?<=(?:名前は|氏名は|氏名[:：])\s?)[\p{Script=Han}\p{Script=Katakana}\p{Script=Hiragana}\p{Script=Latin}ー・ ]{1,20}?(?=です|と|。|、|$)/gmu,
  /[\p{Script=Katakana}ー・\p{Script=Latin}]{2,20}(?=(?:さん|様|氏|くん|君|と申します|といいます))/gu,
  /(?<=(?:我叫|我的名字是|我名字叫|姓名[:：]))[\p{Script=Han}]{2,4}/gu,
  /(?<=(?:ผมชื่อ|ฉันชื่อ|หนูชื่อ|ดิฉันชื่อ|ชื่อของฉันคือ) ?)[\p{L}\p{M}]+(?: \p{L}[\p{L}\p{M}]+)?/gu,
  /(?<=(?:နာမည်က|နာမည်ကတော့|အမည်က|နာမည်) ?)[\p{Script=Myanmar} ]+?(?=ပါ|ဖြစ်|လို့|၊|။|$)/gmu,
  new RegExp(`(?<=(?:ខ្ញុំឈ្មោះ|ឈ្មោះរបស់ខ្ញុំគឺ) ?)${WORD}`, 'gu'),
  new RegExp(`(?<=(?:ຂ້ອຍຊື່|ຊື່ຂອງຂ້ອຍແມ່ນ) ?)${WORD}`, 'gu'),
  new RegExp(`(?<=(?:намайг|миний нэр) )${WORD}(?= гэдэг|[.,]|$)`, 'gimu'),
  new RegExp(`(?<=(?:मेरो नाम|আমার নাম|මගේ නම) )${WORD}`, 'gu'),
];

/**
 * A question without what names its writer (O-2, P-1): identity numbers, telephone numbers, addresses of mail and web,
 * postcodes, and names behind the words that introduce them. A name without such words stays: the consent asks people
 * not to write names. Pure.
 */
export function maskIdentity(text: string): string {
  let masked = maskIdentifiers(text);
  for (const pattern of [EMAIL, ADDRESS, HANDLE, PHONE, POSTCODE, ...INTRODUCTIONS])
    masked = masked.replace(pattern, MASK);
  return masked;
}
