import type { Tables } from '../../bot/tables/load.ts';
import { referenceText } from '../../bot/tables/reference-text.ts';
import type { ReferenceTexts } from '../content/reference.ts';

/** References of articles, answered by the core's tables. */
export function tableReferences(tables: Tables): ReferenceTexts {
  return ({ kind, id }, lang, now) => referenceText(tables, `${kind} ${id}`, lang, now);
}
