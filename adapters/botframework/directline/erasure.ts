import { createHmac } from 'node:crypto';
import { freshConversation } from '../../../bot/conversation.ts';
import { ConflictError } from '../../../bot/errors.ts';
import type { EntryChange } from '../../../bot/ports/store.ts';
import { stateKey } from '../../../bot/worker/stored-state.ts';
import { coreConversation, type DirectLineOptions } from './options.ts';
import type { Sessions } from './session.ts';
import { uploadKey } from './uploads.ts';

/** Lines erased in one commit. */
const PAGE = 100;

/**
 * Erases what a person said and was told: every line, files, the state with a flow's answers, the return code.
 * Tombstones stay, so that the numbering has no gap. What an advisor has written down in a case is not ours to
 * erase here. The audit notes that it happened, under a keyed hash.
 */
export function createErasure(options: DirectLineOptions, sessions: Sessions) {
  const { store, transcript, clock, tokenKey } = options;

  const lines = async (conversation: string) => {
    for (let after = 0; ; ) {
      const rows = await transcript.since(conversation, after, PAGE);
      const last = rows.at(-1);
      if (!last) return;
      after = last.seq;
      const erase = rows
        .filter(({ erased }) => !erased)
        .map(({ messageId }) => ({ conversation, messageId }));
      if (erase.length > 0) await store.commit({ at: clock.now(), erase });
    }
  };
  const entries = async (conversation: string, id: string) => {
    const { returnHash, uploads } = await sessions.read(id);
    const keys = [
      stateKey(conversation),
      ...(returnHash ? [`returncode/${returnHash}`] : []),
      ...uploads.map(uploadKey),
    ];
    const found = await store.read(keys);
    // Not deleted but emptied: "left" keeps a timer that is still set from speaking to somebody who is gone.
    const empty = { ...freshConversation('trainee'), left: true };
    const changes = [...found].map(
      ([key, { version }]): EntryChange => ({
        key,
        value: key === stateKey(conversation) ? empty : null,
        expected: version,
      }),
    );
    const subject = createHmac('sha256', tokenKey).update(`erased\n${id}`).digest('base64url');
    await store.commit({
      at: clock.now(),
      entries: changes,
      audit: [{ action: 'erased', subject, actor: 'person' }],
    });
  };

  return async (id: string): Promise<void> => {
    const conversation = coreConversation(id);
    await lines(conversation);
    for (let tries = 1; ; tries += 1) {
      try {
        await entries(conversation, id);
        break;
      } catch (error) {
        // A turn that was running has just stored its state: read it again and delete that.
        if (!(error instanceof ConflictError) || tries >= 5) throw error;
      }
    }
    // The same turn may have said something meanwhile.
    await lines(conversation);
    await sessions.update(id, clock.now(), ({ generation }) => ({ generation, uploads: [] }));
  };
}
