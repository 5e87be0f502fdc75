/** Katakana → hiragana, letter by letter. The long mark ー and half-width forms (use NFKC first) stay. */
export function hiragana(text: string): string {
  return text.replace(/[\u30a1-\u30f6\u30fd\u30fe]/g, (letter) =>
    String.fromCharCode(letter.charCodeAt(0) - 0x60),
  );
}

const VOWELS = ['a', 'i', 'u', 'e', 'o'] as const;
const ROWS: readonly (readonly [string, string])[] = [
  ['', 'あいうえお'],
  ['k', 'かきくけこ'],
  ['g', 'がぎぐげご'],
  ['s', 'さしすせそ'],
  ['z', 'ざじずぜぞ'],
  ['t', 'たちつてと'],
  ['d', 'だぢづでど'],
  ['n', 'なにぬねの'],
  ['h', 'はひふへほ'],
  ['b', 'ばびぶべぼ'],
  ['p', 'ぱぴぷぺぽ'],
  ['m', 'まみむめも'],
  ['y', 'や　ゆ　よ'],
  ['r', 'らりるれろ'],
  ['w', 'わゐ　ゑを'],
  ['', 'ぁぃぅぇぉ'],
  ['y', 'ゃ　ゅ　ょ'],
];

const ROMAJI = new Map<string, string>(
  ROWS.flatMap(([consonant, row]) =>
    [...row].map((kana, index) => [kana, consonant + VOWELS[index]] as const),
  ),
);
for (const [kana, romaji] of Object.entries({
  し: 'shi',
  ち: 'chi',
  つ: 'tsu',
  ふ: 'fu',
  じ: 'ji',
  ぢ: 'ji',
  づ: 'zu',
  を: 'o',
  ん: 'n',
  ゔ: 'vu',
  ー: '',
  っ: '',
  ゎ: 'wa',
})) {
  ROMAJI.set(kana, romaji);
}

const SMALL: Readonly<Record<string, string>> = {
  ゃ: 'ya',
  ゅ: 'yu',
  ょ: 'yo',
  ぁ: 'a',
  ぃ: 'i',
  ぅ: 'u',
  ぇ: 'e',
  ぉ: 'o',
};

/** Hiragana → Hepburn letters as foreigners type them (しゃ → sha, きゅう → kyuu, ファ → fa); っ and ー are dropped. */
export function romaji(text: string): string {
  return text.replace(/[\u3041-\u3096ー]/g, (kana, index: number) => {
    const small = SMALL[text.charAt(index + 1)];
    const before = index > 0 && SMALL[kana] && ROMAJI.get(text.charAt(index - 1));
    // A small letter was already read together with the one in front of it.
    if (before && before.length > 1) return '';
    const sound = ROMAJI.get(kana) ?? '';
    if (!small || sound.length < 2 || SMALL[kana]) return sound;
    const stem = sound.slice(0, -1);
    return /^(sh|ch|j)$/.test(stem) ? stem + small.replace('y', '') : stem + small;
  });
}
