import { URGENCIES } from '../message.ts';
import type { CaseDraft } from '../turn.ts';
import * as cases from './case-queries.ts';
import type { Session } from './database.ts';
import type { Sealer } from './sealer.ts';

/**
 * Opens a case inside a commit that holds the lane. When the conversation already has an open case of this
 * kind, that one's urgency is raised (never lowered) and its history gets a `reopened` event whose `ref` is
 * the id that the turn gave out: looking an id up means looking at `cases.id`, then at `case_events.ref`.
 */
export async function openCase(
  session: Session,
  sealer: Sealer,
  draft: CaseDraft & { readonly conversation: string },
  at: number,
): Promise<void> {
  const conversation = sealer.find('conversation', draft.conversation);
  const urgency = URGENCIES.indexOf(draft.urgency);
  const { kind, language } = draft;
  const open = await session.one(cases.openCaseOf, { conversation, kind });
  const id = open?.id ?? draft.id;
  if (open) await session.run(cases.raiseCase, { id, urgency });
  else {
    const content = { conversation: draft.conversation, reasons: draft.reasons };
    const sealed = sealer.seal('cases', id, 'content', content);
    await session.run(cases.insertCase, { id, conversation, kind, urgency, language, at, sealed });
  }
  const last = open && (await session.one(cases.lastCaseEvent, { id }));
  const n = (last?.n ?? 0) + 1;
  const event = { urgency: draft.urgency, language, reasons: draft.reasons };
  await session.run(cases.insertCaseEvent, {
    caseId: id,
    n,
    at,
    type: open ? 'reopened' : 'opened',
    ref: draft.id,
    sealed: sealer.seal('case_events', `${id}/${n}`, 'content', event),
  });
}
