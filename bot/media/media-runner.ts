import type { Adapter } from '../adapter.ts';
import { TOPIC_MEDIA } from '../bus/topics.ts';
import type { Clock } from '../clock.ts';
import { crashPoint } from '../crash/crash-point.ts';
import { BotError, DeliveryError } from '../errors.ts';
import type { Log } from '../log.ts';
import type { Metrics } from '../metrics.ts';
import type { Bus } from '../ports/bus.ts';
import type { Media } from '../ports/media.ts';
import { cleanMedia } from './clean-media.ts';

/** Milliseconds. */
const FETCH_LIMIT_MS = 30_000;
const LEASE_MS = 40_000;
const BEAT_MS = 5_000;
const FIRST_RETRY_MS = 2_000;
const LONGEST_RETRY_MS = 10 * 60_000;

/** After so many tries a file is given up: platforms delete theirs. */
const MAX_TRIES = 10;

/** Files fetched at once: each may be in memory whole. */
const PARALLEL = 4;

/** What the runner needs. */
export interface MediaOptions {
  readonly media: Media;
  readonly bus: Bus;
  readonly adapters: ReadonlyMap<string, Adapter>;
  readonly clock: Clock;
  readonly random: () => number;
  readonly metrics: Metrics;
  readonly log: Log;
  readonly owner: string;
  /** Largest file in bytes; 10 MB when absent. */
  readonly maxBytes?: number;
}

/** Fetches attachments. */
export interface MediaRunner {
  start(): void;
  stop(): Promise<void>;
}

type Job = Awaited<ReturnType<Media['claim']>>[number];

/** Brings attachments home: fetched by the adapter, capped, typed by content, without location data, encrypted by the store. */
export function createMediaRunner(options: MediaOptions): MediaRunner {
  const { media, bus, clock, log, metrics, owner } = options;
  const maxBytes = options.maxBytes ?? 10_000_000;
  const stopped = new AbortController();
  let underWay = 0;
  let loop: Promise<void> = Promise.resolve();
  let sleeping = new AbortController();
  let woken = false;
  let deaf = () => {};

  const wake = () => {
    woken = true;
    sleeping.abort();
  };

  const fetchClean = async (job: Job) => {
    const adapter = options.adapters.get(job.channel);
    if (!adapter?.fetch) throw new BotError('channel_off', 'A file waits for a channel that is off.');
    const ended = new AbortController();
    const limit = new AbortController();
    void clock.sleep(FETCH_LIMIT_MS, ended.signal).then(() => limit.abort());
    try {
      const signal = AbortSignal.any([limit.signal, stopped.signal]);
      const { bytes } = await adapter.fetch(job.attachment, signal);
      if (bytes.byteLength > maxBytes) throw new BotError('too_large', 'A file is larger than we keep.');
      return cleanMedia(bytes, job.attachment.kind);
    } finally {
      ended.abort();
    }
  };

  /** The channel may drop its own copy; when that fails it keeps one too many, which is no loss. */
  const settle = async (job: Job) => {
    await options.adapters
      .get(job.channel)
      ?.settled?.(job.attachment)
      .catch(() => {});
  };

  const work = async (job: Job) => {
    underWay += 1;
    try {
      const { bytes, contentType } = await fetchClean(job);
      crashPoint('after-media-fetch');
      const stored = await media.store(job.id, job.fence, bytes, contentType);
      crashPoint('after-media-store');
      if (stored) await settle(job);
      metrics.count('soudan_media_total', { outcome: 'stored' });
    } catch (error) {
      // A fetch cut by a shutdown goes on at the next start, without waiting for its lease.
      const ended = stopped.signal.aborted
        ? media.fail(job.id, job.fence, 'stopping', clock.now())
        : fail(job, error);
      await Promise.resolve(ended).catch(() => {});
    }
    underWay -= 1;
    wake();
  };

  const fail = async (job: Job, error: unknown) => {
    const code = error instanceof BotError ? error.code : error instanceof Error ? error.name : 'unknown';
    const hopeless =
      error instanceof DeliveryError
        ? !error.retry
        : ['too_large', 'type_refused', 'image_broken'].includes(code);
    const after = error instanceof DeliveryError ? (error.after ?? 0) : 0;
    const wait = Math.min(FIRST_RETRY_MS * 2 ** job.tries, LONGEST_RETRY_MS) * (0.5 + options.random() / 2);
    const over = hopeless || job.tries + 1 >= MAX_TRIES;
    await media.fail(job.id, job.fence, code, over ? undefined : clock.now() + after + Math.round(wait));
    metrics.count('soudan_media_total', { outcome: over ? 'given-up' : 'retry' });
    if (over) await settle(job);
    if (over)
      log.warn('A file could not be kept; ask the person for it again if it matters.', {
        channel: job.channel,
        code,
        tries: job.tries + 1,
      });
  };

  const run = async () => {
    while (!stopped.signal.aborted) {
      woken = false;
      let wait = BEAT_MS;
      try {
        const free = PARALLEL - underWay;
        const jobs = free > 0 ? await media.claim(owner, clock.now(), LEASE_MS, free) : [];
        for (const job of jobs) void work(job);
        const next = jobs.length > 0 ? undefined : await media.nextAt(clock.now());
        if (next !== undefined) wait = Math.min(BEAT_MS, Math.max(50, next - clock.now()));
      } catch {
        log.error('Files cannot be claimed; look at the database.', { component: 'media' });
      }
      if (woken || stopped.signal.aborted) continue;
      sleeping = new AbortController();
      await clock.sleep(wait, AbortSignal.any([sleeping.signal, stopped.signal]));
    }
  };

  return {
    start() {
      deaf = bus.subscribe(TOPIC_MEDIA, wake);
      loop = run();
    },
    async stop() {
      deaf();
      stopped.abort();
      await loop;
      while (underWay > 0) await clock.sleep(20);
    },
  };
}
