import { afterEach, describe, expect, it } from 'vitest';
import type { AttachmentRef } from '../../../bot/activity.ts';
import { BusyError } from '../../../bot/errors.ts';
import { startTalk, type Talk } from './client.ts';
import { type Service, startService } from './service.ts';

let service: Service;
afterEach(() => service.close());

const JPEG = new Uint8Array([0xff, 0xd8, 0xff, 0xe0, 1, 2, 3]);

async function upload(
  talk: Talk,
  files: readonly (readonly [string, Uint8Array<ArrayBuffer>])[],
  activity?: unknown,
) {
  const form = new FormData();
  if (activity)
    form.append(
      'activity',
      new Blob([JSON.stringify(activity)], { type: 'application/vnd.microsoft.activity' }),
    );
  for (const [name, bytes] of files) form.append('file', new Blob([bytes], { type: 'text/html' }), name);
  const response = await fetch(`${service.base}/conversations/${talk.id}/upload?userId=x`, {
    method: 'POST',
    headers: { authorization: `Bearer ${talk.token}` },
    body: form,
  });
  return { status: response.status, body: (await response.json()) as Record<string, unknown> };
}

const attachments = (): readonly AttachmentRef[] => {
  const last = service.accepted.at(-1);
  return (last?.type === 'message' && last.attachments) || [];
};

describe('Direct Line upload', () => {
  it('W-1: keeps the bytes durably until the media job has them', async () => {
    service = await startService();
    const talk = await startTalk(service);
    const activity = {
      type: 'message',
      text: 'my payslip',
      channelData: { clientActivityID: 'client-id-1' },
    };
    const first = await upload(talk, [['pay slip.jpg', JPEG]], activity);
    expect(first).toMatchObject({ status: 200, body: { id: `${talk.id}|client-id-1` } });
    const [kept] = attachments();
    expect(kept).toMatchObject({ kind: 'image', contentType: 'image/jpeg', name: 'pay slip.jpg' });
    if (!kept) throw new Error('no attachment');
    const { adapter } = service;
    const signal = new AbortController().signal;
    // A job may be tried twice: the bytes stay until it says that it has them.
    for (let tries = 0; tries < 2; tries += 1)
      expect(await adapter.fetch?.(kept, signal)).toMatchObject({ contentType: 'image/jpeg', bytes: JPEG });
    await adapter.settled?.(kept);
    await adapter.settled?.(kept);
    await expect(adapter.fetch?.(kept, signal)).rejects.toMatchObject({ code: 'upload_gone', retry: false });
  });

  it('W-9: the same client id again stores one message', async () => {
    service = await startService();
    const talk = await startTalk(service);
    const activity = { type: 'message', channelData: { clientActivityID: 'client-id-1' } };
    await upload(talk, [['a.jpg', JPEG]], activity);
    await upload(talk, [['a.jpg', JPEG]], activity);
    expect(service.accepted.filter(({ type }) => type === 'message')).toHaveLength(1);
  });

  it('tells the type by content and takes only photos, voice, film and PDF', async () => {
    service = await startService();
    const talk = await startTalk(service);
    const bytes = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0));
    for (const refused of ['plain words', '....ftypheic', 'PK\x03\x04', 'MZ', '<svg>'])
      expect((await upload(talk, [['photo.jpg', bytes(refused)]])).status).toBe(415);
    const html = new TextEncoder().encode('<script>alert(1)</script>');
    expect((await upload(talk, [['photo.jpg', html]])).status).toBe(415);
    expect((await upload(talk, [['x.html', JPEG]])).status).toBe(200);
    expect(attachments()[0]).toMatchObject({ contentType: 'image/jpeg' });
    const pdf = new TextEncoder().encode('%PDF-1.7');
    await upload(talk, [['../../etc/<b>.pdf', pdf]]);
    expect(attachments()[0]).toMatchObject({ kind: 'file', name: '.._.._etc__b_.pdf' });
  });

  it('keeps no bytes of a message that the inbox could not take', async () => {
    service = await startService();
    const talk = await startTalk(service);
    const form = new FormData();
    form.append('activity', '{"type":"message","channelData":{"clientActivityID":"client-id-1"}}');
    form.append('file', new Blob([JPEG]), 'a.jpg');
    const request = new Request(`${service.base}/conversations/${talk.id}/upload`, {
      method: 'POST',
      headers: { authorization: `Bearer ${talk.token}` },
      body: form,
    });
    const full = () => Promise.reject(new BusyError('full'));
    expect((await service.adapter.handle(request, full)).status).toBe(503);
    expect((await service.stores.store.read([`upload/${talk.id}|client-id-1|0`])).size).toBe(0);
  });

  it('limits uploads per address over all its conversations', async () => {
    service = await startService({ limits: { uploadsPerHourAndAddress: 2 } });
    const talks = [await startTalk(service), await startTalk(service), await startTalk(service)];
    const statuses: number[] = [];
    for (const talk of talks) statuses.push((await upload(talk, [['a.jpg', JPEG]])).status);
    expect(statuses).toEqual([200, 200, 429]);
  });

  it('refuses too many files, an oversized body and a body that is no form', async () => {
    service = await startService();
    const talk = await startTalk(service);
    const five = Array.from({ length: 5 }, (_, index) => [`${index}.jpg`, JPEG] as const);
    expect((await upload(talk, five)).status).toBe(413);
    const big = new Uint8Array(11 * 1024 * 1024);
    big.set(JPEG);
    expect((await upload(talk, [['big.jpg', big]])).status).toBe(413);
    expect((await upload(talk, [])).status).toBe(400);
    const plain = await fetch(`${service.base}/conversations/${talk.id}/upload`, {
      method: 'POST',
      headers: { authorization: `Bearer ${talk.token}` },
      body: 'x',
    });
    expect(plain.status).toBe(400);
  });
});
