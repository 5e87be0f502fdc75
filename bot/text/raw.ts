import { isZawgyi, zawgyiToUnicode } from './zawgyi.ts';

/** Signs that show nothing and mean nothing in a chat message: soft hyphen, bidi controls, BOM, word joiner. */
const INVISIBLE =
  /\u00ad|\u034f|\u061c|\u180e|[\u200e\u200f\u202a-\u202e\u2060-\u206f]|\ufeff|[\ufff9-\ufffb]/g;
const CONTROL = /[^\P{Cc}\n\t]/gu;
const LONE_SURROGATE = /\p{Surrogate}/gu;

/** Zero-width space parts words in Thai, Lao, Burmese, Khmer; elsewhere it is dirt. */
const STRAY_SPACE =
  /(?<![\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff])\u200b|\u200b(?![\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff])/g;

/** Joiners shape letters in Arabic and Indic scripts and glue emoji; elsewhere they are dirt. */
const STRAY_JOINER =
  /(?<![\u0600-\u06ff\u0900-\u0dff\u1000-\u109f\u1780-\u17ff]|\p{Extended_Pictographic}|\ufe0f|\p{Emoji_Modifier})[\u200c\u200d]+/gu;

/**
 * The text as the person meant it, with every letter kept: Zawgyi turned into Unicode, NFC, one kind of
 * space, no control or invisible signs. Line breaks stay (at most one empty line in a row). Never longer
 * than a few times the input; `raw(raw(x)) === raw(x)`.
 */
export function raw(text: string): string {
  const known = text.replace(LONE_SURROGATE, ' ').replace(/\r\n?|\u2028|\u2029|\x85/g, '\n');
  const clean = known
    .replace(CONTROL, ' ')
    .replace(INVISIBLE, '')
    .replace(/\u200b+/g, '\u200b')
    .replace(STRAY_SPACE, '')
    .replace(STRAY_JOINER, '')
    .normalize('NFC')
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ ?\n ?/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
  if (!isZawgyi(clean)) return clean;
  const unicode = zawgyiToUnicode(clean);
  // Burmese letters in no order at all stay as they came.
  return isZawgyi(unicode) ? clean : unicode;
}
