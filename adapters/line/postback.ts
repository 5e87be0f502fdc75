import { createHmac, timingSafeEqual } from 'node:crypto';
import { LIMITS } from './limits.ts';

/** Base64url digits of the tag: 15 digits are 90 bits. */
const TAG = 15;

/** Puts our seal on a choice value and checks it when it comes back (L-27: `postback.data` is never trusted). */
export interface PostbackSeal {
  /** `postback.data` for a value; undefined when the sealed value is longer than LINE takes (285 characters of value). */
  seal(value: string): string | undefined;
  /** The value, when `data` is one that we sealed; else undefined. */
  open(data: string): string | undefined;
}

/** A seal keyed by the channel secret. After a new secret old buttons no longer open; typed words still work. */
export function createPostbackSeal(channelSecret: string): PostbackSeal {
  const key = createHmac('sha256', channelSecret).update('soudan postback 1').digest();
  const tag = (value: string) => createHmac('sha256', key).update(value).digest('base64url').slice(0, TAG);
  return {
    seal(value) {
      const data = `${tag(value)}${value}`;
      return data.length <= LIMITS.postbackData ? data : undefined;
    },
    open(data) {
      if (data.length <= TAG || data.length > LIMITS.postbackData) return undefined;
      const value = data.slice(TAG);
      const given = Buffer.from(data.slice(0, TAG));
      const wanted = Buffer.from(tag(value));
      return given.length === wanted.length && timingSafeEqual(given, wanted) ? value : undefined;
    },
  };
}
