import anyAscii from 'any-ascii';
import { abugidaToLatin } from './abugida.ts';
import { romaji } from './kana.ts';

/** Cyrillic as Mongolians type it in Latin letters, where the common table says otherwise. */
const MONGOLIAN: Readonly<Record<string, string>> = {
  х: 'h',
  ө: 'o',
  ү: 'u',
  й: 'i',
  ы: 'i',
  ъ: '',
  ь: 'i',
  ц: 'ts',
  э: 'e',
  е: 'ye',
  ё: 'yo',
  ж: 'j',
};

/** Sounds that people write in many ways, in order of application. */
const SOUNDS: readonly (readonly [RegExp, string])[] = [
  [/'/g, ''],
  [/[^a-z0-9]+/g, ' '],
  [/sh/g, 's'],
  [/chh?|ts/g, 'c'],
  [/ph/g, 'f'],
  [/([kgtdbj])h/g, '$1'],
  [/ck|q/g, 'k'],
  [/x/g, 'ks'],
  [/z/g, 'j'],
  [/ee|y/g, 'i'],
  [/oo/g, 'u'],
  [/ou/g, 'o'],
  [/w(?![aeiou])/g, 'u'],
  [/[vw]/g, 'b'],
];

/**
 * How a folded text sounds, roughly, in ASCII letters, digits and single spaces: spellings that people mix
 * (aa/a, v/b, th/t, romaji and kana, Cyrillic and Latin, Devanagari and its romanised form) become one.
 * Takes the result of `folded`. `skeleton(skeleton(x)) === skeleton(x)`.
 */
export function skeleton(folded: string): string {
  const latin = abugidaToLatin(romaji(folded.replace(/\p{Extended_Pictographic}/gu, ' ')));
  const cyrillic = latin.replace(/[\u0430-\u04ff]/g, (letter) => MONGOLIAN[letter] ?? letter);
  let sounds = anyAscii(cyrillic).toLowerCase();
  // A rule can bring two letters together for an earlier one; the table comes to rest in two or three rounds.
  for (let round = 0; round < 8; round += 1) {
    const before = sounds;
    for (const [pattern, sound] of SOUNDS) {
      sounds = sounds.replace(pattern, sound);
    }
    sounds = sounds.replace(/([a-z])\1+/g, '$1');
    if (sounds === before) break;
  }
  return sounds.trim();
}
