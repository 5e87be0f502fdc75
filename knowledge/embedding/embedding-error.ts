import { BotError } from '../../bot/errors.ts';

/** Texts could not be embedded: the caller goes on with words only. */
export class EmbeddingError extends BotError {
  constructor(
    code:
      | 'no_python'
      | 'no_pip'
      | 'install_failed'
      | 'embedder_down'
      | 'embedder_late'
      | 'embedder_refused'
      | 'embedder_closed',
    message: string,
    options?: ErrorOptions,
  ) {
    super(code, message, options);
  }
}
