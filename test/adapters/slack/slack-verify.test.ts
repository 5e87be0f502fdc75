import { createHmac } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { createSlackAdapter } from '../../../adapters/slack/slack-adapter.ts';
import { verifySlackSignature } from '../../../adapters/slack/verify.ts';
import { SignatureError } from '../../../bot/errors.ts';
import { createManualClock } from '../../fakes/manual-clock.ts';
import { keptLog } from '../line/line-subject.ts';

const SECRET = 'signing-secret';
const NOW = Date.UTC(2026, 10, 24);
const body = Buffer.from('{"type":"event_callback"}');
const at = (ms: number) => String(Math.floor((NOW + ms) / 1000));
const sign = (timestamp: string, secret = SECRET, content: Buffer = body) =>
  `v0=${createHmac('sha256', secret).update(`v0:${timestamp}:`).update(content).digest('hex')}`;
const verify = (
  timestamp: string | null,
  signature: string | null,
  secret = SECRET,
  content: Buffer = body,
) => verifySlackSignature(secret, content, { timestamp, signature }, NOW);

describe('S-1 the signature', () => {
  it('is taken when it fits, 5 minutes on both sides', () => {
    for (const off of [0, -299_000, 299_000, -300_000, 300_000])
      expect(() => verify(at(off), sign(at(off))), String(off)).not.toThrow();
  });

  it.each([-301_000, 301_000, -86_400_000, 86_400_000])('is refused when the time is %d ms off', (off) => {
    expect(() => verify(at(off), sign(at(off)))).toThrow(SignatureError);
  });

  it.each([
    ['no timestamp', null, sign(at(0))],
    ['no signature', at(0), null],
    ['two timestamps', `${at(0)}, ${at(0)}`, sign(at(0))],
    ['two signatures', at(0), `${sign(at(0))}, ${sign(at(0))}`],
    ['a timestamp that is no number', 'soon', sign('soon')],
    ['an empty timestamp', '', sign('')],
    ['a negative timestamp', '-1', sign('-1')],
    ['another version', at(0), sign(at(0)).replace('v0', 'v1')],
    ['a shorter one', at(0), sign(at(0)).slice(0, -1)],
    ['capitals', at(0), sign(at(0)).toUpperCase()],
    ['another time than was signed', at(1_000), sign(at(0))],
    ['another secret', at(0), sign(at(0), 'other')],
    ['another body', at(0), sign(at(0), SECRET, Buffer.from('{}'))],
  ])('is refused: %s', (_, timestamp, signature) => {
    expect(() => verify(timestamp, signature)).toThrow(SignatureError);
  });
});

describe('S-2 an empty secret', () => {
  it('verifies nothing, not even what is signed with it', () => {
    expect(() => verify(at(0), sign(at(0), ''), '')).toThrow(SignatureError);
  });

  it('makes no channel, nor do settings without any token', () => {
    const common = { clock: createManualClock(), log: keptLog() };
    expect(() => createSlackAdapter({ ...common, signingSecret: '', botToken: 'xoxb' })).toThrow(TypeError);
    expect(() => createSlackAdapter({ ...common, signingSecret: 's' })).toThrow(TypeError);
    expect(() =>
      createSlackAdapter({ ...common, signingSecret: 's', clientId: 'c', clientSecret: 's' }),
    ).toThrow(TypeError);
  });
});
