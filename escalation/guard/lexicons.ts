import { EN } from './lexicon/en.ts';
import { VI } from './lexicon/vi.ts';
import type { Lexicon } from './lexicon.ts';

/** All lexicons, in the order in which they are asked. */
export const LEXICONS: readonly Lexicon[] = [EN, VI];
