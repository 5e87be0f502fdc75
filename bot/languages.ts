/**
 * The fifteen languages of the product (BCP 47), in the order in which pickers show them.
 * `name` is the language's own name for itself; `script` is the ISO 15924 code a native writer uses.
 */
export const LANGUAGES = {
  ja: { name: '日本語', english: 'Japanese', script: 'Jpan' },
  'ja-simple': { name: 'やさしい日本語', english: 'Easy Japanese', script: 'Jpan' },
  en: { name: 'English', english: 'English', script: 'Latn' },
  vi: { name: 'Tiếng Việt', english: 'Vietnamese', script: 'Latn' },
  id: { name: 'Bahasa Indonesia', english: 'Indonesian', script: 'Latn' },
  fil: { name: 'Filipino', english: 'Filipino', script: 'Latn' },
  my: { name: 'မြန်မာဘာသာ', english: 'Burmese', script: 'Mymr' },
  zh: { name: '简体中文', english: 'Chinese', script: 'Hans' },
  km: { name: 'ភាសាខ្មែរ', english: 'Khmer', script: 'Khmr' },
  th: { name: 'ภาษาไทย', english: 'Thai', script: 'Thai' },
  mn: { name: 'Монгол', english: 'Mongolian', script: 'Cyrl' },
  ne: { name: 'नेपाली', english: 'Nepali', script: 'Deva' },
  bn: { name: 'বাংলা', english: 'Bengali', script: 'Beng' },
  si: { name: 'සිංහල', english: 'Sinhala', script: 'Sinh' },
  lo: { name: 'ພາສາລາວ', english: 'Lao', script: 'Laoo' },
} as const;

/** One of the fifteen BCP 47 tags. */
export type LanguageTag = keyof typeof LANGUAGES;

/** All tags in picker order. */
export const LANGUAGE_TAGS = Object.keys(LANGUAGES) as LanguageTag[];

/** True when `value` is one of the fifteen tags. */
export function isLanguageTag(value: unknown): value is LanguageTag {
  return typeof value === 'string' && Object.hasOwn(LANGUAGES, value);
}

/** The tag to put into an HTML `lang` attribute: easy Japanese is Japanese to a screen reader. */
export function htmlLang(tag: LanguageTag): string {
  return tag === 'ja-simple' ? 'ja' : tag;
}
