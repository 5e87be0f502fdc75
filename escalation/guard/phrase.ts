/** How the literals of a phrase are spelled in a view, and whether spaces part words there. */
export type Spelling = {
  readonly spaced: boolean;
  /** How far `..` and `...` reach: words where spaces part them, else signs. */
  readonly gaps: readonly [near: number, wide: number];
  /** All spellings of one literal that count as the same. */
  readonly spell: (literal: string) => readonly string[];
};

/** Stands where something harmless was taken out; no phrase reaches across it. */
export const BARRIER = '|';

const SPECIAL = /[.*+?^${}()|[\]\\/-]/g;

function literalSource(literal: string, { spaced, spell }: Spelling): string {
  const open = { start: literal.startsWith('*'), end: literal.endsWith('*') };
  const bare = literal.replace(/^\*|\*$/g, '');
  const spellings = [...new Set(spell(bare))].filter((spelling) => spelling !== '');
  const escaped = spellings.map((spelling) => spelling.replace(SPECIAL, '\\$&'));
  // A literal of which nothing remains (punctuation) is never found, rather than everywhere.
  if (escaped.length === 0) return '(?!)';
  const source = escaped.length === 1 ? escaped.join('') : `(?:${escaped.join('|')})`;
  if (!spaced) return source;
  return `${open.start ? '[^ |]*' : ''}${source}${open.end ? '[^ |]*' : ''} `;
}

/**
 * Source of a regular expression for one phrase. Literals stand in normal spelling; `(a|b c)` are
 * alternatives, `?` behind a bracket, a word or (in a run) a sign makes it optional, `..` is a small gap,
 * `...` a wide one, `ki*` and `*ki` are open ends of a word, `^` and
 * `$` the ends of the sentence, `(?=…)`, `(?!…)`, `(?<!…)` what may or must not stand beside, `<name>` a word
 * list.
 */
export function phraseSource(
  phrase: string,
  words: Readonly<Record<string, string>>,
  spelling: Spelling,
): string {
  const { spaced, gaps } = spelling;
  const text = phrase.replace(/<([\w-]+)>/g, (_, name: string) => {
    const list = words[name];
    if (list === undefined) throw new Error(`no word list <${name}> for the phrase "${phrase}"`);
    return `(${list})`;
  });
  const tokens = text.match(/\(\?<?[=!]|\.{2,}|[()|?^$]| |[^\s().|?^$]+/g) ?? [];
  const source: string[] = [];
  for (const [index, token] of tokens.entries()) {
    if (token === ' ') continue;
    if (token === '(') source.push('(?:');
    else if (token === '^') source.push(spaced ? '(?<=^ )' : '^');
    else if (token.startsWith('(?')) source.push(token);
    else if (token === ')' || token === '|' || token === '?' || token === '$') source.push(token);
    else if (token.startsWith('..')) {
      const reach = gaps[token.length > 2 ? 1 : 0];
      source.push(spaced ? `(?:[^ |]+ ){0,${reach}}` : `[^|]{0,${reach}}`);
    } else {
      const optional = tokens[index + 1] === '?';
      // Where spaces part words a whole word is optional, elsewhere the last sign.
      const kept = optional && !spaced ? token.slice(0, -1) : '';
      if (kept !== '') source.push(literalSource(kept, spelling));
      const one = literalSource(token.slice(kept.length), spelling);
      source.push(optional ? `(?:${one})` : one);
    }
  }
  return source.join('');
}

/** V8 leaves expressions whose source is above 20 kB slow (twenty to a hundred times); stay well below. */
const LARGEST_SOURCE = 15_000;

/** Expressions that together find any of the phrases: as few as run fast, none when there are no phrases. */
export function phrasePatterns(
  phrases: readonly string[],
  words: Readonly<Record<string, string>>,
  spelling: Spelling,
): readonly RegExp[] {
  const groups: string[][] = [];
  let size = LARGEST_SOURCE;
  for (const phrase of phrases) {
    const source = phraseSource(phrase, words, spelling);
    if (size + source.length > LARGEST_SOURCE) {
      groups.push([]);
      size = 0;
    }
    groups.at(-1)?.push(source);
    size += source.length;
  }
  return groups.map((sources) => {
    const any = sources.join('|');
    return new RegExp(spelling.spaced ? `(?<= )(?:${any})` : any, 'gu');
  });
}
