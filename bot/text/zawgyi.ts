/**
 * Zawgyi: a Burmese font encoding that reuses Unicode's code points for other shapes, still typed on old
 * phones. Text in it looks like rubbish to every Unicode program until it is converted.
 * Tables from the published descriptions of the encoding (Unicode FAQ "Myanmar scripts", UTN #11).
 */

const BURMESE = /[\u1000-\u109f]/;

/** Sequences that correct Unicode Burmese never has. */
const ONLY_ZAWGYI = [
  /[\u1033\u1034\u105a\u1060-\u1097]/g,
  // The stacker must be followed by a consonant; Zawgyi uses its code for asat.
  /\u1039(?![\u1000-\u1021])/g,
  // The vowel e and medial ra are typed before their consonant in Zawgyi, after it in Unicode.
  /(?<![\u1000-\u1021\u1025\u1027\u1029\u103a-\u103f\u106a\u106b\u108f\u1090\u1086])\u1031/g,
  /(?<![\u1000-\u1021\u103a])\u103b/g,
];

/** Sequences that Zawgyi never has. */
const ONLY_UNICODE = [
  /[\u103e\u103f]/g,
  /[\u102b\u102c\u1037]\u103a/g,
  /\u103a[\u1037\u1038]/g,
  /\u1031[\u102b\u102c]?(?=$|[\s\u104a\u104b])/g,
  /(?<=[\u102d-\u1030\u1032\u103b-\u103e])[\u1000-\u1021]\u103a(?![\u102b-\u1032])/g,
  /\u103a(?=$|[\s\u104a\u104b])/g,
];

const count = (text: string, patterns: readonly RegExp[]) =>
  patterns.reduce((sum, pattern) => sum + (text.match(pattern)?.length ?? 0), 0);

/** True when Burmese letters of `text` are in Zawgyi. A text that reads the same in both is not Zawgyi. */
export function isZawgyi(text: string): boolean {
  return BURMESE.test(text) && count(text, ONLY_ZAWGYI) > count(text, ONLY_UNICODE);
}

/** Zawgyi code → Unicode, before reordering. K stands for kinzi, which moves in front of its consonant. */
const SHAPES: Readonly<Record<string, string>> = {
  '\u1033': '\u102f',
  '\u1034': '\u1030',
  '\u1039': '\u103a',
  '\u103a': '\u103b',
  '\u103b': '\u103c',
  '\u103c': '\u103d',
  '\u103d': '\u103e',
  '\u105a': '\u102b\u103a',
  '\u1060': '\u1039\u1000',
  '\u1061': '\u1039\u1001',
  '\u1062': '\u1039\u1002',
  '\u1063': '\u1039\u1003',
  '\u1064': 'K',
  '\u1065': '\u1039\u1005',
  '\u1066': '\u1039\u1006',
  '\u1067': '\u1039\u1006',
  '\u1068': '\u1039\u1007',
  '\u1069': '\u1039\u1008',
  '\u106a': '\u1009',
  '\u106b': '\u100a',
  '\u106c': '\u1039\u100b',
  '\u106d': '\u1039\u100c',
  '\u106e': '\u100d\u1039\u100d',
  '\u106f': '\u100d\u1039\u100e',
  '\u1070': '\u1039\u100f',
  '\u1071': '\u1039\u1010',
  '\u1072': '\u1039\u1010',
  '\u1073': '\u1039\u1011',
  '\u1074': '\u1039\u1011',
  '\u1075': '\u1039\u1012',
  '\u1076': '\u1039\u1013',
  '\u1077': '\u1039\u1014',
  '\u1078': '\u1039\u1015',
  '\u1079': '\u1039\u1016',
  '\u107a': '\u1039\u1017',
  '\u107b': '\u1039\u1018',
  '\u107c': '\u1039\u1019',
  '\u107d': '\u103b',
  '\u1085': '\u1039\u101c',
  '\u1086': '\u103f',
  '\u1087': '\u103e',
  '\u1088': '\u103e\u102f',
  '\u1089': '\u103e\u1030',
  '\u108a': '\u103d\u103e',
  '\u108b': 'K\u102d',
  '\u108c': 'K\u102e',
  '\u108d': 'K\u1036',
  '\u108e': '\u102d\u1036',
  '\u108f': '\u1014',
  '\u1090': '\u101b',
  '\u1091': '\u100f\u1039\u100d',
  '\u1092': '\u100b\u1039\u100c',
  '\u1093': '\u1039\u1018',
  '\u1094': '\u1037',
  '\u1095': '\u1037',
  '\u1096': '\u1039\u1010\u103d',
  '\u1097': '\u100b\u1039\u100b',
};

/** Where each sign stands in a Unicode syllable, after the consonant and what is stacked under it. */
const RANK = new Map(
  [...'\u103b\u103c\u103d\u103e\u1031\u102d\u102e\u1032\u102f\u1030\u102b\u102c\u1036\u1037\u103a\u1038'].map(
    (sign, rank) => [sign, rank] as const,
  ),
);

const SYLLABLE =
  /([\u1031\u103c]{0,4})([\u1000-\u102a\u103f\u104e])((?:\u1039[\u1000-\u1021])*)((?:[K\u102b-\u1030\u1032-\u1038\u103a\u103b\u103d\u103e]|\u1039[\u1000-\u1021])*)/g;

function arrange(_all: string, before: string, base: string, stacked: string, after: string): string {
  const kinzi = after.includes('K') ? '\u1004\u103a\u1039' : '';
  let under = stacked;
  const signs = after.replaceAll('K', '').replace(/\u1039[\u1000-\u1021]/g, (stack) => {
    under += stack;
    return '';
  });
  const ordered = [...new Set(before + signs)].sort((a, b) => (RANK.get(a) ?? 0) - (RANK.get(b) ?? 0));
  return kinzi + base + under + ordered.join('');
}

/** Burmese in Unicode order from Zawgyi. Give it only text for which {@link isZawgyi} is true. */
export function zawgyiToUnicode(text: string): string {
  let shaped = '';
  for (const sign of text.replaceAll('K', '\ue000')) {
    shaped += sign >= '\u107e' && sign <= '\u1084' ? '\u103c' : (SHAPES[sign] ?? sign);
  }
  return shaped
    .replace(
      /\u1040(?=[\u102b-\u1038\u103a-\u103e])|(?<=[\u1000-\u103f])\u1040(?=[\u1000-\u1021])/g,
      '\u101d',
    )
    .replace(/\u1025(?=\u103a|\u1039)/g, '\u1009')
    .replace(SYLLABLE, arrange)
    .replaceAll('K', '')
    .replaceAll('\u1025\u102e', '\u1026')
    .replaceAll('\ue000', 'K')
    .normalize('NFC');
}
