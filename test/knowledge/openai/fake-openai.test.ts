import OpenAI from 'openai';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type FakeOpenAi, startFakeOpenAi } from '../../fakes/openai/fake-openai.ts';

let fake: FakeOpenAi;
let client: OpenAI;
beforeEach(async () => {
  fake = await startFakeOpenAi();
  client = new OpenAI({ baseURL: fake.baseUrl, apiKey: fake.apiKey, maxRetries: 0, logLevel: 'off' });
});
afterEach(() => fake.stop());

const sound = {
  model: 'm',
  store: false,
  safety_identifier: 'a'.repeat(64),
  messages: [{ role: 'user' as const, content: 'hello' }],
};

describe('the OpenAI fake', () => {
  it('answers a sound call with what was scripted, then with the standing reply', async () => {
    fake.replies.next({ content: 'first' });
    fake.replies.always(({ messages }) => ({ content: `echo ${messages[0]?.content}` }));
    const said = async () => (await client.chat.completions.create(sound)).choices[0]?.message.content;
    expect([await said(), await said()]).toEqual(['first', 'echo hello']);
    expect(fake.chats).toHaveLength(2);
  });

  it.each([
    ['store is missing', { store: undefined }],
    ['store is true', { store: true }],
    ['no safety_identifier', { safety_identifier: undefined }],
    ['a safety_identifier of 65 characters', { safety_identifier: 'a'.repeat(65) }],
    ['tools', { tools: [{ type: 'function' as const, function: { name: 'pay' } }] }],
  ])('refuses a call: %s', async (_name, change) => {
    await expect(client.chat.completions.create({ ...sound, ...change })).rejects.toMatchObject({
      status: 400,
    });
    expect(fake.refused).toHaveLength(1);
    expect(fake.chats).toHaveLength(0);
  });

  it('refuses another key', async () => {
    const stranger = new OpenAI({ baseURL: fake.baseUrl, apiKey: 'other', maxRetries: 0, logLevel: 'off' });
    await expect(stranger.chat.completions.create(sound)).rejects.toMatchObject({ status: 401 });
  });

  it('plays cut-off replies, refusals and faults', async () => {
    fake.replies.next({ cutOff: '{"a' });
    fake.replies.next({ refusal: 'no' });
    const cut = await client.chat.completions.create(sound);
    expect(cut.choices[0]?.finish_reason).toBe('length');
    const refused = await client.chat.completions.create(sound);
    expect(refused.choices[0]?.message.refusal).toBe('no');
    fake.faults.next('chat', 'rate-limit');
    fake.faults.next('chat', 'server-error');
    fake.faults.next('chat', 'cut');
    await expect(client.chat.completions.create(sound)).rejects.toMatchObject({ status: 429 });
    await expect(client.chat.completions.create(sound)).rejects.toMatchObject({ status: 500 });
    await expect(client.chat.completions.create(sound)).rejects.toBeInstanceOf(OpenAI.APIConnectionError);
  });

  it('gives vectors that depend on the text alone, near for like texts', async () => {
    const answer = await client.embeddings.create({
      model: 'e',
      input: ['paid leave days', 'paid leave day', 'typhoon shelter'],
    });
    const [a = [], b = [], c = []] = answer.data.map(({ embedding }) => embedding);
    const dot = (x: number[], y: number[]) =>
      x.reduce((sum, value, index) => sum + value * (y[index] ?? 0), 0);
    expect(dot(a, a)).toBeCloseTo(1, 5);
    expect(dot(a, b)).toBeGreaterThan(dot(a, c));
  });

  it('hears what it is told to hear and flags what it is told to flag', async () => {
    fake.transcribe('my hand hurts');
    const file = new File([new Uint8Array([1, 2, 3])], 'voice.m4a');
    expect((await client.audio.transcriptions.create({ model: 'w', file })).text).toBe('my hand hurts');
    fake.flag('bridge');
    const { results } = await client.moderations.create({ input: ['the bridge', 'the lunch'] });
    expect(results.map(({ flagged }) => flagged)).toEqual([true, false]);
  });
});
