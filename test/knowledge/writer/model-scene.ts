import { cpSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Activity } from '../../../bot/activity.ts';
import { type ConversationState, freshConversation } from '../../../bot/conversation.ts';
import type { LanguageTag } from '../../../bot/languages.ts';
import { silentLog } from '../../../bot/log.ts';
import type { Message } from '../../../bot/message.ts';
import { runMiddleware } from '../../../bot/middleware.ts';
import { createTurn } from '../../../bot/turn.ts';
import { type Knowledge, openKnowledge } from '../../../knowledge/open-knowledge.ts';
import { openWriter } from '../../../knowledge/open-writer.ts';
import { createManualClock, type ManualClock } from '../../fakes/manual-clock.ts';
import type { FakeOpenAi } from '../../fakes/openai/fake-openai.ts';

const ROOT = join(import.meta.dirname, '../../..');

/** Of our real articles only these: opening all of them takes seconds. */
const ARTICLES = ['paid-leave', 'working-hours', 'work-accident', 'passport-kept', 'change-workplace'];

function someArticles(): string {
  const folder = mkdtempSync(join(tmpdir(), 'soudan-'));
  for (const path of [...ARTICLES.map((id) => `articles/${id}`), 'not-ours', 'ranking/weights.json'])
    cpSync(join(ROOT, 'knowledge', path), join(folder, 'knowledge', path), { recursive: true });
  return folder;
}

/** Some of our real articles, found by words, with a model behind the fake. */
export async function openWithModel(
  fake: FakeOpenAi | undefined,
  companyConsent = false,
): Promise<{ knowledge: Knowledge; clock: ManualClock }> {
  const clock = createManualClock();
  const writer = fake && openWriter({ baseUrl: fake.baseUrl, apiKey: fake.apiKey });
  const knowledge = await openKnowledge({
    root: ROOT,
    contentRoot: someArticles(),
    cacheDir: mkdtempSync(join(tmpdir(), 'soudan-')),
    log: silentLog,
    references: ({ kind, id }) => ({
      text: `${kind} ${id} 0120-111-222`,
      links: [{ label: '0120-111-222', href: 'tel:0120111222' }],
    }),
    ...(writer
      ? {
          model: {
            writer,
            clock,
            companyConsent,
            caps: { atOnce: 9, perConversation: 1000, perHour: 1000, charactersPerDay: 1e9 },
          },
        }
      : {}),
  });
  return { knowledge, clock };
}

/** One person's conversation with the consent and knowledge middleware. */
export interface Dialogue {
  say(text: string): Promise<readonly Message[]>;
  tap(value: string): Promise<readonly Message[]>;
  state(): ConversationState;
  change(part: Partial<ConversationState>): void;
  /** Actions written to the audit. */
  readonly audited: string[];
}

/** Starts with no consent. */
export function dialogueWith(
  { knowledge, clock }: { knowledge: Knowledge; clock: ManualClock },
  lang: LanguageTag,
  options: { audience?: 'trainee' | 'company'; signal?: AbortSignal } = {},
): Dialogue {
  const { audience = 'trainee', signal = new AbortController().signal } = options;
  let state: ConversationState = {
    ...freshConversation(audience),
    language: { tag: lang, source: 'chosen' },
  };
  const audited: string[] = [];
  const turn = async (part: { type: 'message'; text: string } | { type: 'action'; value: string }) => {
    const base = {
      id: clock.uuid(),
      channel: 'test',
      conversation: `test:${lang}`,
      address: null,
      at: clock.now(),
    };
    const activity = { ...base, from: { id: 'u', role: audience }, ...part } as Activity;
    const context = createTurn({
      activity,
      state,
      now: clock.now(),
      signal,
      log: silentLog,
      uuid: clock.uuid,
    });
    await runMiddleware([knowledge.consent, knowledge.middleware], context);
    state = context.state;
    audited.push(...context.effects.audit.map(({ action }) => action));
    return context.effects.replies;
  };
  return {
    say: (text) => turn({ type: 'message', text }),
    tap: (value) => turn({ type: 'action', value }),
    state: () => state,
    change: (part) => {
      state = { ...state, ...part };
    },
    audited,
  };
}
