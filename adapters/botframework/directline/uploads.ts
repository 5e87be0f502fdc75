import { z } from 'zod';
import type { AttachmentRef } from '../../../bot/activity.ts';
import type { Clock } from '../../../bot/clock.ts';
import { DeliveryError } from '../../../bot/errors.ts';
import { sniffType } from '../../../bot/media/sniff-type.ts';
import type { Store } from '../../../bot/ports/store.ts';
import { Refusal } from './reply.ts';
import type { Sessions } from './session.ts';

/** Bytes of one uploaded file, at most. */
export const MAX_UPLOAD = 10_000_000;
/** Files of one message, at most. */
export const MAX_FILES = 4;

/** What may come, by the first half of its type. */
const KINDS: ReadonlyMap<string, AttachmentRef['kind']> = new Map([
  ['image', 'image'],
  ['audio', 'audio'],
  ['video', 'video'],
  ['application', 'file'],
]);

const stored = z.object({ contentType: z.string(), base64: z.string() });
const reference = z.object({ upload: z.string(), conversation: z.string() });

/**
 * Keeps uploaded bytes until the media job has fetched them. They are an entry of the durable store
 * (`upload/{id}`, encrypted like every entry), written before the message is accepted: a crash between upload,
 * turn and fetch loses nothing. `settled` deletes the entry once the job has its own copy or has given up.
 */
export interface Uploads {
  /** Stores one file; throws Refusal for one that is too big or of a kind we do not take. */
  keep(conversation: string, id: string, file: File): Promise<AttachmentRef>;
  fetch(attachment: AttachmentRef): Promise<{ bytes: Uint8Array; contentType: string }>;
  settled(attachment: AttachmentRef): Promise<void>;
}

/** Store key of an upload's bytes. */
export function uploadKey(id: string): string {
  return `upload/${id}`;
}

/** See {@link Uploads}. */
export function createUploads(store: Store, sessions: Sessions, clock: Clock): Uploads {
  const keyOf = (attachment: AttachmentRef) => uploadKey(reference.parse(attachment.ref).upload);
  return {
    keep: async (conversation, id, file) => {
      if (file.size > MAX_UPLOAD) throw new Refusal(413, 'FileTooBig', 'A file may have at most 10 MB.');
      const bytes = new Uint8Array(await file.arrayBuffer());
      const contentType = sniffType(bytes);
      const kind = contentType && KINDS.get(contentType.split('/')[0] ?? '');
      // HEIC is refused here already: its location cannot be taken out, so the media job would drop it later.
      if (!contentType || !kind || /heic|octet|zip|ole/.test(contentType))
        throw new Refusal(415, 'FileType', 'Send a photo, a voice recording, a film or a PDF.');
      const key = uploadKey(id);
      const value = { contentType, base64: Buffer.from(bytes).toString('base64') };
      const expected = (await store.read([key])).get(key)?.version ?? null;
      await store.commit({ at: clock.now(), entries: [{ key, value, expected }] });
      await sessions.update(conversation, clock.now(), (now) => ({
        ...now,
        uploads: [...now.uploads.filter((known) => known !== id), id],
      }));
      const name = file.name.replace(/[^\p{L}\p{N}\p{M}._ -]/gu, '_').slice(-80);
      return { id, kind, contentType, ...(name ? { name } : {}), ref: { upload: id, conversation } };
    },
    fetch: async (attachment) => {
      const key = keyOf(attachment);
      const entry = (await store.read([key])).get(key);
      if (!entry)
        throw new DeliveryError('upload_gone', 'The uploaded bytes were already settled.', { retry: false });
      const { contentType, base64 } = stored.parse(entry.value);
      return { bytes: new Uint8Array(Buffer.from(base64, 'base64')), contentType };
    },
    settled: async (attachment) => {
      const key = keyOf(attachment);
      const entry = (await store.read([key])).get(key);
      if (!entry) return;
      await store.commit({ at: clock.now(), entries: [{ key, value: null, expected: entry.version }] });
      const { upload, conversation } = reference.parse(attachment.ref);
      await sessions.update(conversation, clock.now(), (now) => ({
        ...now,
        uploads: now.uploads.filter((known) => known !== upload),
      }));
    },
  };
}
