/** One script whose consonants carry a vowel of their own. Offsets are from the start of the Unicode block. */
interface Abugida {
  readonly start: number;
  /** The vowel of a bare consonant. */
  readonly inherent: string;
  /** True when the bare vowel is not heard at the end of a word. */
  readonly silentEnd: boolean;
  readonly virama: string;
  readonly letters: Readonly<Record<string, string>>;
  readonly signs: Readonly<Record<string, string>>;
}

const zip = (keys: string, values: string) => {
  const sounds = values.split(' ');
  return Object.fromEntries([...keys].map((key, index) => [key, sounds[index] ?? '']));
};

const CONSONANTS = 'k kh g gh ng ch chh j jh n t th d dh n t th d dh n p ph b bh m y r l w sh sh s h';

/** Stands for Bengali য়, which Unicode always writes as য and a dot. */
const YA = '\ue001';

const SCRIPTS: readonly Abugida[] = [
  {
    start: 0x0900,
    inherent: 'a',
    silentEnd: true,
    virama: '\u094d',
    letters: zip('कखगघङचछजझञटठडढणतथदधनपफबभमयरलवशषसह', CONSONANTS),
    signs: { ...zip('ािीुूृेैोौ', 'a i i u u ri e ai o au'), '\u0902': 'n', '\u0901': 'n', '\u0903': '' },
  },
  {
    start: 0x0980,
    inherent: 'o',
    silentEnd: true,
    virama: '\u09cd',
    letters: { ...zip('কখগঘঙচছজঝঞটঠডঢণতথদধনপফবভমযরলৱশষসহ', CONSONANTS.replace(' y r', ' j r')), [YA]: 'y' },
    signs: { ...zip('অািীুূৃেৈোৌ', 'o a i i u u ri e oi o ou'), '\u0982': 'ng', '\u0981': '', '\u0983': '' },
  },
  {
    start: 0x0d80,
    inherent: 'a',
    silentEnd: false,
    virama: '\u0dca',
    letters: zip(
      'කඛගඝඞඟචඡජඣඤඥටඨඩඪණඬතථදධනඳපඵබභමඹයරලවශෂසහළෆ',
      'k k g g n ng ch ch j j n gn t t d d n nd th th d d n nd p p b b m mb y r l v sh sh s h l f',
    ),
    signs: { ...zip('ාැෑිීුූෘෙේෛොෝෞ', 'a e e i i u u ru e e ai o o au'), '\u0d82': 'n', '\u0d83': '' },
  },
];

const RUN = /[\u0900-\u0dff]+/g;

function readRun(run: string): string {
  const script = SCRIPTS.find(({ start }) => run.charCodeAt(0) >= start && run.charCodeAt(0) < start + 0x80);
  if (!script) return run;
  const signs = [
    ...run
      .normalize('NFC')
      .replaceAll('\u09af\u09bc', YA)
      .replace(/[\u093c\u09bc]/g, ''),
  ];
  let latin = '';
  signs.forEach((sign, index) => {
    const consonant = script.letters[sign];
    if (consonant === undefined) {
      latin += sign === script.virama ? '' : (script.signs[sign] ?? sign);
      return;
    }
    latin += consonant;
    const next = signs[index + 1];
    if (next === undefined) latin += script.silentEnd && index > 0 ? '' : script.inherent;
    else if (next !== script.virama && !/\p{M}/u.test(next)) latin += script.inherent;
    // Nasal and breath signs leave the vowel in place.
    else if (/[\u0900-\u0903\u0980-\u0983\u0d82\u0d83]/.test(next)) latin += script.inherent;
  });
  return latin;
}

/**
 * Devanagari, Bengali and Sinhala as their speakers type them in Latin letters: bare consonants get the vowel
 * that is heard (कति → kati, বেতন → beton, මට → mata). Signs without a rule stay for the common table.
 */
export function abugidaToLatin(text: string): string {
  return text.replace(RUN, readRun);
}
