import { once } from 'node:events';
import { WebSocket } from 'ws';
import type { Service } from './service.ts';

/** One answer of the HTTP side. */
export interface Answered {
  readonly status: number;
  readonly body: Record<string, unknown>;
  readonly headers: Headers;
}

/** A raw Direct Line call. */
export async function call(
  service: Pick<Service, 'base'>,
  method: 'GET' | 'POST',
  path: string,
  options: { token?: string; body?: unknown; headers?: Record<string, string> } = {},
): Promise<Answered> {
  const response = await fetch(`${service.base}${path}`, {
    method,
    headers: {
      ...(options.token ? { authorization: `Bearer ${options.token}` } : {}),
      ...(options.body === undefined ? {} : { 'content-type': 'application/json' }),
      ...options.headers,
    },
    ...(options.body === undefined ? {} : { body: JSON.stringify(options.body) }),
  });
  const text = await response.text();
  return { status: response.status, headers: response.headers, body: text ? JSON.parse(text) : {} };
}

/** A started conversation. */
export interface Talk {
  readonly id: string;
  readonly token: string;
  readonly streamUrl: string;
}

/** Starts a conversation the way a page does. */
export async function startTalk(service: Pick<Service, 'base'>): Promise<Talk> {
  const made = await call(service, 'POST', '/tokens/generate');
  const started = await call(service, 'POST', '/conversations', { token: String(made.body.token), body: {} });
  return {
    id: String(started.body.conversationId),
    token: String(started.body.token),
    streamUrl: String(started.body.streamUrl),
  };
}

/** Posts a message with a client id. */
export function post(
  service: Pick<Service, 'base'>,
  talk: Talk,
  text: string,
  client?: string,
): Promise<Answered> {
  const channelData = client ? { clientActivityID: client } : undefined;
  return call(service, 'POST', `/conversations/${talk.id}/activities`, {
    token: talk.token,
    body: { type: 'message', from: { id: 'anything' }, text, channelData },
  });
}

/** A socket that keeps its frames; `until` waits for a condition on the texts heard so far. */
export function openStream(url: string, headers: Record<string, string> = {}) {
  const socket = new WebSocket(url, { headers });
  const frames: string[] = [];
  const waiting: { done: () => boolean; wake: () => void }[] = [];
  const check = () => {
    for (const entry of [...waiting]) if (entry.done()) entry.wake();
  };
  socket.on('message', (data) => {
    frames.push(String(data));
    check();
  });
  socket.on('error', () => {});
  const sets = () =>
    frames
      .filter(Boolean)
      .map((frame) => JSON.parse(frame) as { activities: Record<string, unknown>[]; watermark?: string });
  const stream = {
    socket,
    frames,
    sets,
    texts: () => sets().flatMap(({ activities }) => activities.map(({ text }) => text)),
    until: (done: () => boolean) =>
      new Promise<void>((resolve) => {
        if (done()) return resolve();
        waiting.push({ done, wake: resolve });
      }),
    heard: (count: number) => stream.until(() => stream.texts().length >= count),
    opened: () => once(socket, 'open'),
    closed: async () => {
      const [code, reason] = await once(socket, 'close');
      return { code: Number(code), reason: String(reason) };
    },
    /** HTTP status of a refused handshake. */
    refused: async () => {
      const [, response] = await once(socket, 'unexpected-response');
      return Number((response as { statusCode: number }).statusCode);
    },
  };
  return stream;
}
