import { z } from 'zod';
import type { Json } from '../../bot/json.ts';

/** Ids of users, groups and rooms as LINE gives them: they go into addresses of API calls, so nothing else is let in. */
export const lineId = z.string().regex(/^[A-Za-z0-9_-]{1,64}$/);

const lineAddress = z.object({
  /** Push target: user, group or room id. */
  to: lineId,
  kind: z.enum(['user', 'group', 'room']),
  /** `markAsReadToken` of the message (L-30). */
  read: z.string().optional(),
});

/** Where an answer goes: stored in `Activity.address`. */
export type LineAddress = z.infer<typeof lineAddress>;

/** Reads a stored address; undefined when the event had no source (L-9). */
export function readAddress(address: Json): LineAddress | undefined {
  const parsed = lineAddress.safeParse(address);
  return parsed.success ? parsed.data : undefined;
}
