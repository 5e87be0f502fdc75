import { createHash } from 'node:crypto';

/** Whether a text is embedded as something asked or as something to be found. */
export interface EmbeddedText {
  readonly text: string;
  readonly query: boolean;
}

/** Names a text's vector: 32 hex digits of a SHA-256 over its verb and content. */
export function vectorKey({ text, query }: EmbeddedText): string {
  return createHash('sha256')
    .update(query ? 'query\0' : 'passage\0')
    .update(text, 'utf8')
    .digest('hex')
    .slice(0, 32);
}
