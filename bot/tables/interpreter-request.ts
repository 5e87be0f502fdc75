import type { LanguageTag } from '../languages.ts';

const LANGUAGE_IN_JAPANESE: Partial<Record<LanguageTag, readonly [string, string]>> = {
  en: ['英語', 'Eigo'],
  vi: ['ベトナム語', 'Betonamu-go'],
  id: ['インドネシア語', 'Indoneshia-go'],
  fil: ['フィリピン語', 'Firipin-go'],
  my: ['ミャンマー語', 'Myanmaa-go'],
  zh: ['中国語', 'Chuugoku-go'],
  km: ['カンボジア語', 'Kanbojia-go'],
  th: ['タイ語', 'Tai-go'],
  mn: ['モンゴル語', 'Mongoru-go'],
  ne: ['ネパール語', 'Nepaaru-go'],
  bn: ['ベンガル語', 'Bengaru-go'],
  si: ['シンハラ語', 'Shinhara-go'],
  lo: ['ラオス語', 'Raosu-go'],
};

/** "An interpreter for my language, please" in Japanese script and as read aloud; undefined for Japanese readers. */
export function interpreterRequest(
  lang: LanguageTag,
): { readonly ja: string; readonly reading: string } | undefined {
  const name = LANGUAGE_IN_JAPANESE[lang];
  if (!name) return undefined;
  return { ja: `${name[0]}の通訳をお願いします。`, reading: `${name[1]} no tsuuyaku o onegai shimasu.` };
}
