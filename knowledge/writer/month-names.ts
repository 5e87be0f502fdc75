import { htmlLang, type LanguageTag } from '../../bot/languages.ts';
import { asciiDigits } from '../../bot/text/digits.ts';

const cache = new Map<LanguageTag, ReadonlyMap<string, number>>();

/** Names of months in a language (lower case, as in dates and alone) → 1 to 12. Empty where months are numbers. */
export function monthNames(lang: LanguageTag): ReadonlyMap<string, number> {
  const known = cache.get(lang);
  if (known) return known;
  const names = new Map<string, number>();
  // Short names are other words elsewhere: "may" is "there is" in Filipino.
  const short = lang === 'en' ? ([{ month: 'short' }] as const) : [];
  for (const options of [{ month: 'long' }, { month: 'long', day: 'numeric' }, ...short] as const) {
    const format = new Intl.DateTimeFormat(`${htmlLang(lang)}-u-ca-gregory-nu-latn`, {
      ...options,
      timeZone: 'UTC',
    });
    for (let month = 1; month <= 12; month += 1) {
      const parts = format.formatToParts(Date.UTC(2026, month - 1, 11));
      const name = parts.find(({ type }) => type === 'month')?.value ?? '';
      const plain = asciiDigits(name.normalize('NFKC')).toLowerCase().normalize('NFC').replace(/\.$/, '');
      if (plain && !/\d/.test(plain)) names.set(plain, month);
    }
  }
  cache.set(lang, names);
  return names;
}
