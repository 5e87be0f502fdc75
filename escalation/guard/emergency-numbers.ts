import type { LanguageTag } from '../../bot/languages.ts';
import { coreTexts } from '../../bot/locales/core.ts';
import type { Link } from '../../bot/message.ts';
import { telLink } from '../../bot/tables/reference-text.ts';

/** Police and ambulance: the same in all of Japan, free, at every hour. */
export const EMERGENCY_LINKS: readonly Link[] = [telLink('119'), telLink('110')];

/** 119 and 110 with whom they call, the more fitting one first. Puts {@link EMERGENCY_LINKS} to use. */
export function emergencyNumbers(lang: LanguageTag, first: '119' | '110' = '119'): string {
  const { ambulance, police } = coreTexts(lang).lines;
  const rows = [`119: ${ambulance}`, `110: ${police}`];
  return (first === '119' ? rows : rows.reverse()).join('\n');
}
