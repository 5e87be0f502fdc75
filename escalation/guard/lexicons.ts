import { EN } from './lexicon/en.ts';
import { FIL } from './lexicon/fil.ts';
import { ID } from './lexicon/id.ts';
import { JA } from './lexicon/ja.ts';
import { JA_SIMPLE } from './lexicon/ja-simple.ts';
import { KM } from './lexicon/km.ts';
import { LO } from './lexicon/lo.ts';
import { MY } from './lexicon/my.ts';
import { TH } from './lexicon/th.ts';
import { VI } from './lexicon/vi.ts';
import { ZH } from './lexicon/zh.ts';
import type { Lexicon } from './lexicon.ts';

/** All lexicons, in the order in which they are asked. */
export const LEXICONS: readonly Lexicon[] = [VI, ID, FIL, EN, MY, ZH, KM, TH, LO, JA, JA_SIMPLE];
