import type { FlowTexts, StepWords } from '../../texts/flow-texts.ts';
import type { INJURY_STEPS } from '../flow.ts';
import type * as options from '../options.ts';

type Labels<List extends readonly string[]> = StepWords & {
  readonly options: Readonly<Record<List[number], string>>;
};

/** Steps whose options are named by this flow. */
interface Named {
  readonly who: Labels<readonly ['self', 'other']>;
  readonly site: Labels<typeof options.SITES>;
  readonly situation: Labels<typeof options.SITUATIONS>;
  readonly accident: Labels<typeof options.ACCIDENTS>;
  readonly body: Labels<typeof options.BODY_PARTS>;
  readonly side: Labels<typeof options.SIDES>;
  readonly treatment: Labels<typeof options.TREATMENTS>;
  readonly card: Labels<typeof options.CARDS>;
  readonly companySaid: Labels<typeof options.COMPANY_WORDS>;
  readonly readers: Labels<typeof options.READERS>;
}

type StepId = (typeof INJURY_STEPS)[number]['id'];

/** Words of the injury report in one language: a missing question or option is a type error. */
export interface InjuryTexts extends FlowTexts {
  readonly steps: Named & Readonly<Record<Exclude<StepId, keyof Named>, StepWords>> & FlowTexts['steps'];
}
