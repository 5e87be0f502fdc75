import { BotError } from '../../bot/errors.ts';

/** Why a model gave no draft. Normal outcomes: the article's own text answers (O-6). */
export type WriterFault =
  | 'writer_refused'
  | 'writer_cut_off'
  | 'writer_broken'
  | 'writer_busy'
  | 'writer_down'
  | 'writer_denied'
  | 'writer_late'
  | 'writer_capped'
  | 'writer_resting';

/** Of these a second try may help. */
const RETRY: ReadonlySet<WriterFault> = new Set<WriterFault>(['writer_broken', 'writer_busy', 'writer_down']);

/** No draft. The message never holds text of the person or the model. */
export class WriterError extends BotError {
  /** True when the same call may be tried once more. */
  readonly retry: boolean;
  constructor(fault: WriterFault, message: string, options?: ErrorOptions) {
    super(fault, message, options);
    this.retry = RETRY.has(fault);
  }
}
