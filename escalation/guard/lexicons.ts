import { BN } from './lexicon/bn.ts';
import { EN } from './lexicon/en.ts';
import { FIL } from './lexicon/fil.ts';
import { ID } from './lexicon/id.ts';
import { JA } from './lexicon/ja.ts';
import { JA_SIMPLE } from './lexicon/ja-simple.ts';
import { KM } from './lexicon/km.ts';
import { LO } from './lexicon/lo.ts';
import { MN } from './lexicon/mn.ts';
import { MY } from './lexicon/my.ts';
import { NE } from './lexicon/ne.ts';
import { SI } from './lexicon/si.ts';
import { TH } from './lexicon/th.ts';
import { VI } from './lexicon/vi.ts';
import { ZH } from './lexicon/zh.ts';
import type { Lexicon } from './lexicon.ts';

/** All lexicons, in the order in which they are asked: the first that hears a message gives its language. */
export const LEXICONS: readonly Lexicon[] = [
  ...[VI, ID, FIL, EN, NE, BN, SI, MN, MY],
  ...[ZH, KM, TH, LO, JA, JA_SIMPLE],
];
