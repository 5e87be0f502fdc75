import type { Json } from '../json.ts';
import type { Transcript, TranscriptDraft, TranscriptRow } from '../ports/transcript.ts';
import type { Database, Session } from './database.ts';
import type { Sealer } from './sealer.ts';
import * as lines from './transcript-queries.ts';

interface Content {
  readonly messageId: string;
  readonly body: Json;
}

const place = (conversation: string, seq: number) => `${conversation}/${seq}`;

/** Adds a line inside a commit that holds the lane; `seq` was given out by the lane. */
export async function insertLine(
  session: Session,
  sealer: Sealer,
  line: TranscriptDraft,
  seq: number,
): Promise<void> {
  const conversation = sealer.find('conversation', line.conversation);
  const content: Content = { messageId: line.messageId, body: line.body };
  await session.run(lines.insertLine, {
    conversation,
    seq,
    message: sealer.find('message', line.messageId),
    author: line.author,
    at: line.at,
    sealed: sealer.seal('transcript', place(conversation, seq), 'content', content),
  });
}

/** Erases the lines of one message inside a commit. `conversation` and `message` are hashes. */
export async function eraseLines(
  session: Session,
  sealer: Sealer,
  target: { conversation: string; message: string },
): Promise<void> {
  const { conversation } = target;
  for (const { seq, sealed } of await session.rows(lines.linesOf, target)) {
    const { messageId } = sealer.open(
      'transcript',
      place(conversation, seq),
      'content',
      sealed,
    ) as unknown as Content;
    const content: Content = { messageId, body: null };
    const tombstone = sealer.seal('transcript', place(conversation, seq), 'content', content);
    await session.run(lines.eraseLine, { conversation, seq, sealed: tombstone });
  }
}

/** The transcript on SQL. */
export function sqlTranscript(database: Database, sealer: Sealer): Transcript {
  const lane = (conversation: string) => sealer.find('conversation', conversation);
  const rowOf = (
    conversation: string,
    row: { seq: number; author: TranscriptRow['author']; at: number; erased: number; sealed: Buffer },
  ): TranscriptRow => {
    const name = place(lane(conversation), row.seq);
    const content = sealer.open('transcript', name, 'content', row.sealed) as unknown as Content;
    return {
      conversation,
      seq: row.seq,
      author: row.author,
      at: row.at,
      erased: row.erased === 1,
      ...content,
    };
  };
  return {
    since: async (conversation, after, limit) =>
      (
        await database.read((session) =>
          session.rows(lines.linesSince, { conversation: lane(conversation), after, limit }),
        )
      ).map((row) => rowOf(conversation, row)),
    latest: async (conversation, limit) =>
      (
        await database.read((session) =>
          session.rows(lines.newestLines, { conversation: lane(conversation), limit }),
        )
      )
        .map((row) => rowOf(conversation, row))
        .reverse(),
    head: (conversation) =>
      database.read(
        async (session) =>
          (await session.one(lines.lastLine, { conversation: lane(conversation) }))?.seq ?? 0,
      ),
  };
}
