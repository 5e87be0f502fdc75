import { EN } from './lexicon/en.ts';
import { JA } from './lexicon/ja.ts';
import { JA_SIMPLE } from './lexicon/ja-simple.ts';
import { VI } from './lexicon/vi.ts';
import { ZH } from './lexicon/zh.ts';
import type { Lexicon } from './lexicon.ts';

/** All lexicons, in the order in which they are asked. */
export const LEXICONS: readonly Lexicon[] = [EN, VI, ZH, JA, JA_SIMPLE];
