import { BotError } from '../errors.ts';
import type { Media, MediaDraft } from '../ports/media.ts';
import type { Database, Session } from './database.ts';
import * as media from './media-queries.ts';
import type { Sealer } from './sealer.ts';

/** Adds a fetch job inside a commit. */
export async function insertMedia(session: Session, sealer: Sealer, draft: MediaDraft): Promise<void> {
  await session.run(media.insertMedia, {
    id: draft.id,
    conversation: sealer.find('conversation', draft.conversation),
    message: sealer.find('message', draft.messageId),
    createdAt: draft.createdAt,
    job: sealer.seal('media', draft.id, 'job', draft),
  });
}

/** Fetch jobs and their bytes on SQL. */
export function sqlMedia(database: Database, sealer: Sealer): Media {
  return {
    claim: async (owner, now, leaseMs, limit) => {
      const rows = await database.write(async (session) => {
        const claimed = [];
        for (const { id } of await session.rows(media.dueMedia, { now, limit })) {
          const job = await session.one(media.claimMedia, { id, owner, until: now + leaseMs });
          if (job) claimed.push(job);
        }
        return claimed;
      }, 'soft');
      return rows.map(({ id, fence, tries, job }) => {
        if (!job) throw new BotError('no_job', 'A pending fetch has no job: restore from a backup.');
        const draft = sealer.open('media', id, 'job', job) as unknown as MediaDraft;
        return { ...draft, fence, tries: tries - 1 };
      });
    },
    store: async (id, fence, bytes, contentType) => {
      const sealed = {
        type: sealer.seal('media', id, 'type', contentType),
        bytes: sealer.sealBytes('media', id, 'bytes', bytes),
      };
      return (
        (await database.write((session) => session.run(media.storeMedia, { id, fence, ...sealed }))) === 1
      );
    },
    fail: async (id, fence, code, retryAt) =>
      (await database.write((session) =>
        retryAt === undefined
          ? session.run(media.endMedia, { id, fence, code })
          : session.run(media.retryMedia, { id, fence, code, at: retryAt }),
      )) === 1,
    read: async (id) => {
      const row = await database.read((session) => session.one(media.readMedia, { id }));
      if (!row?.bytes || !row.type) return undefined;
      const bytes = sealer.openBytes('media', id, 'bytes', row.bytes);
      return { bytes, contentType: String(sealer.open('media', id, 'type', row.type)) };
    },
    nextAt: () =>
      database.read(async (session) => (await session.one(media.nextMedia, {}))?.next ?? undefined),
  };
}
