import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { SlackInstallation } from '../../../adapters/slack/installations.ts';
import { BusyError } from '../../../bot/errors.ts';
import { openSlack, type SlackSubject } from './slack-subject.ts';

let slack: SlackSubject;
let stored: Map<string, SlackInstallation>;
let broken: boolean;
const never = () => new AbortController().signal;

beforeEach(async () => {
  stored = new Map();
  broken = false;
  slack = await openSlack({
    botToken: undefined as never,
    clientId: 'client',
    clientSecret: 'client-secret',
    installations: {
      async read(team) {
        if (broken) throw new Error('store is down');
        return stored.get(team);
      },
      async write(team, installation) {
        if (broken) throw new Error('store is down');
        if (installation) stored.set(team, installation);
        else stored.delete(team);
      },
    },
  });
});
afterEach(() => slack.close());

const get = async (path: string, cookie?: string) => {
  const request = new Request(`http://bot${path}`, { headers: cookie ? { cookie } : {} });
  return (await slack.receive(request)).response;
};
/** Begins an installation: what the browser keeps and where it is sent. */
const begin = async () => {
  const response = await get('/slack/install');
  const cookie = (response.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
  return { response, cookie, location: new URL(response.headers.get('location') ?? '') };
};
const finish = async (code = slack.fake.code('xoxb-new')) => {
  const { cookie, location } = await begin();
  return get(`/slack/oauth_redirect?code=${code}&state=${location.searchParams.get('state')}`, cookie);
};

describe('S-11 many teams', () => {
  it('install by Slack’s own page, which is told the scopes and where to come back', async () => {
    const { response, location } = await begin();
    expect(response.status).toBe(302);
    expect(response.headers.get('set-cookie')).toMatch(
      /^__Host-soudan-slack=.+Secure; HttpOnly; SameSite=Lax; Max-Age=600$/,
    );
    expect(location.pathname).toBe('/oauth/v2/authorize');
    expect(location.searchParams.get('scope')).toContain('im:history');
    expect(location.searchParams.get('redirect_uri')).toBe('https://soudan.example.jp/slack/oauth_redirect');
  });

  it('keep their token in the store, and are answered with it', async () => {
    const user = slack.fake.user('sato');
    const activity = await slack.one(user.message('hello'));
    await expect(slack.adapter.deliver(slack.delivery(activity), never())).rejects.toMatchObject({
      code: 'slack_not_installed',
      retry: false,
    });
    const response = await finish();
    expect([response.status, stored.get('T0TEAM001')]).toEqual([
      200,
      { botToken: 'xoxb-new', botUserId: 'UBOT00001' },
    ]);
    expect(response.headers.get('set-cookie')).toContain('Max-Age=0');
    await slack.adapter.deliver(slack.delivery(activity), never());
    expect(user.reads()).toEqual(['Hello.']);
    expect(JSON.stringify(slack.log.lines)).not.toContain('xoxb');
  });

  it('cannot be installed from another browser, with a made-up or an old state, or without the permission', async () => {
    const code = slack.fake.code('xoxb-new');
    const { cookie, location } = await begin();
    const state = location.searchParams.get('state') ?? '';
    const tries = [
      get(`/slack/oauth_redirect?code=${code}&state=${state}`),
      get(`/slack/oauth_redirect?code=${code}&state=${state}`, '__Host-soudan-slack=other'),
      get(`/slack/oauth_redirect?code=${code}&state=1.2.3`, '__Host-soudan-slack=1.2.3'),
      get(`/slack/oauth_redirect?code=${code}`, cookie),
      get(`/slack/oauth_redirect?error=access_denied&state=${state}`, cookie),
    ];
    for (const answer of tries) expect((await answer).status).toBe(400);
    await slack.clock.advance(10 * 60_000 + 1);
    expect((await get(`/slack/oauth_redirect?code=${code}&state=${state}`, cookie)).status).toBe(400);
    expect(stored.size).toBe(0);
  });

  it('hear when Slack refuses the code, and install again when the store was down', async () => {
    expect((await finish('invented')).status).toBe(502);
    broken = true;
    await expect(finish()).rejects.toBeInstanceOf(BusyError);
  });

  it('are forgotten when they remove the app or its tokens, not when a person’s own token goes', async () => {
    const user = slack.fake.user('sato');
    const event = (fields: Readonly<Record<string, unknown>>) => slack.one(user.envelope(fields));
    stored.set('T0TEAM001', { botToken: 'xoxb' });
    await event({ type: 'tokens_revoked', tokens: { oauth: ['U1'], bot: [] } });
    expect(stored.size).toBe(1);
    await event({ type: 'tokens_revoked', tokens: { bot: ['UBOT00001'] } });
    expect(stored.size).toBe(0);
    stored.set('T0TEAM001', { botToken: 'xoxb' });
    await event({ type: 'app_uninstalled' });
    expect(stored.size).toBe(0);
  });

  it('S-5 lose no event while the token store is down', async () => {
    broken = true;
    const user = slack.fake.user('sato');
    const activity = await slack.one(user.message('hello'));
    await expect(slack.adapter.deliver(slack.delivery(activity), never())).rejects.toMatchObject({
      retry: true,
    });
    const removed = slack.receive(slack.fake.webhook.event(user.envelope({ type: 'app_uninstalled' })));
    await expect(removed).rejects.toBeInstanceOf(BusyError);
  });
});
