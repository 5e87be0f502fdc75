import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Clock } from '../../bot/clock.ts';
import { BusyError } from '../../bot/errors.ts';
import type { Log } from '../../bot/log.ts';
import type { Installations } from './installations.ts';
import { SlackApiError } from './slack-api-error.ts';
import type { SlackClient } from './slack-client.ts';

/** What the app asks a team for; CONNECT.md explains each. */
export const BOT_SCOPES = [
  'app_mentions:read',
  'assistant:write',
  'chat:write',
  'commands',
  'files:read',
  'im:history',
] as const;

const COOKIE = '__Host-soudan-slack';
/** Milliseconds from "add" to "allow". */
const STATE_MS = 10 * 60_000;

/** What the installation pages need. */
export interface InstallOptions {
  readonly clientId: string;
  readonly clientSecret: string;
  readonly apiUrl: string;
  /** Our public address, for `redirect_uri`; without it Slack takes the first one of the app's settings. */
  readonly publicUrl?: string;
  readonly client: SlackClient;
  readonly installations: Installations;
  readonly clock: Clock;
  readonly log: Log;
}

const page = (status: number, text: string, headers: Readonly<Record<string, string>> = {}) =>
  new Response(
    `<!doctype html><html lang="en"><meta charset="utf-8"><title>Soudan for Slack</title><p>${text}</p></html>`,
    {
      status,
      headers: {
        'content-type': 'text/html; charset=utf-8',
        'content-security-policy': "default-src 'none'",
        'cache-control': 'no-store',
        'referrer-policy': 'no-referrer',
        'set-cookie': `${COOKIE}=; Path=/; Secure; HttpOnly; SameSite=Lax; Max-Age=0`,
        ...headers,
      },
    },
  );

function cookieOf(request: Request): string | undefined {
  const pairs = (request.headers.get('cookie') ?? '').split(';').map((pair) => pair.trim());
  return pairs.find((pair) => pair.startsWith(`${COOKIE}=`))?.slice(COOKIE.length + 1);
}

/** The pages by which a team's administrator adds the app (S-11): `/slack/install` and `/slack/oauth_redirect`. */
export function createInstallPages(options: InstallOptions): (request: Request) => Promise<Response> {
  const { clientId, clientSecret, apiUrl, client, installations, clock, log } = options;
  const redirect = options.publicUrl
    ? { redirect_uri: `${options.publicUrl.replace(/\/+$/, '')}/slack/oauth_redirect` }
    : {};
  const tag = (text: string) =>
    createHmac('sha256', clientSecret).update(`soudan state 1 ${text}`).digest('base64url');

  /** Ours, young, and of this very browser. */
  function stateFits(state: string | null, cookie: string | undefined): boolean {
    if (state === null || cookie !== state) return false;
    const [at = '', nonce = '', given = ''] = state.split('.');
    const wanted = Buffer.from(tag(`${at}.${nonce}`));
    const got = Buffer.from(given);
    const age = clock.now() - Number(at);
    return got.length === wanted.length && timingSafeEqual(got, wanted) && age >= 0 && age <= STATE_MS;
  }

  function start(): Response {
    const open = `${clock.now()}.${clock.uuid()}`;
    const state = `${open}.${tag(open)}`;
    const url = new URL('/oauth/v2/authorize', apiUrl);
    const query = { client_id: clientId, scope: BOT_SCOPES.join(','), state, ...redirect };
    for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value);
    const cookie = `${COOKIE}=${state}; Path=/; Secure; HttpOnly; SameSite=Lax; Max-Age=${STATE_MS / 1000}`;
    return page(302, 'Going to Slack …', { location: url.href, 'set-cookie': cookie });
  }

  async function exchange(code: string, signal: AbortSignal): Promise<Response> {
    const answer = await client.call({ endpoint: 'oauth.v2.access', signal }, (api) =>
      api.oauth.v2.access({ client_id: clientId, client_secret: clientSecret, code, ...redirect }),
    );
    const team = answer.is_enterprise_install ? answer.enterprise?.id : answer.team?.id;
    const { access_token: botToken, bot_user_id: botUserId } = answer;
    if (!team || !botToken || answer.token_type !== 'bot')
      return page(400, 'Slack gave no bot token. Look at the app’s scopes, then install again.');
    try {
      await installations.write(team, { botToken, ...(botUserId ? { botUserId } : {}) });
    } catch (error) {
      throw new BusyError('The Slack installation could not be stored; see the store.', { cause: error });
    }
    log.info('A Slack team has installed the app.', { channel: 'slack', event: 'installed' });
    return page(200, 'Soudan is installed. Open Slack and write to it under Apps.');
  }

  return async (request) => {
    if (request.method !== 'GET') return new Response(null, { status: 405, headers: { allow: 'GET' } });
    const { pathname, searchParams } = new URL(request.url);
    if (pathname === '/slack/install') return start();
    if (!stateFits(searchParams.get('state'), cookieOf(request)))
      return page(
        400,
        'This link is too old or was opened in another browser. Start again at /slack/install.',
      );
    const code = searchParams.get('code');
    if (code === null) return page(400, 'Nothing was installed: the permission was not given.');
    try {
      return await exchange(code, request.signal);
    } catch (error) {
      if (!(error instanceof SlackApiError)) throw error;
      return page(
        502,
        `Slack did not finish the installation (${error.code}). Start again at /slack/install.`,
      );
    }
  };
}
