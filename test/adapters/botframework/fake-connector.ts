import { createSign, generateKeyPairSync } from 'node:crypto';
import type { CredentialsFactory } from '../../../adapters/botframework/cloud.ts';
import { type FakeAnswer, type FakeServer, startHttpServer } from '../../fakes/http-server.ts';

/** Id of the tests' bot. */
export const APP_ID = '11111111-2222-3333-4444-555555555555';
const ISSUER = 'https://api.botframework.com';
const KEY_ID = 'key-1';

/** What a channel was told to show. */
export interface ShownActivity {
  readonly conversation: string;
  readonly replyTo: string | undefined;
  readonly body: Readonly<Record<string, unknown>>;
}

/** A channel's connector and Microsoft's key server, over real HTTP. */
export interface FakeConnector {
  readonly url: string;
  readonly shown: readonly ShownActivity[];
  readonly server: FakeServer;
  /** Answers to the next posts, before or (`after: true`) after they have taken effect. */
  readonly faults: (FakeAnswer & { readonly after?: boolean })[];
  /** False: the keys cannot be had. */
  keys: boolean;
  /** A token as Microsoft signs it for this bot and this connector. */
  token(claims?: Readonly<Record<string, unknown>>, header?: Readonly<Record<string, unknown>>): string;
  /** Addresses for `createBotFrameworkAdapter({ endpoints })`. */
  readonly endpoints: Readonly<Record<string, string>>;
  readonly credentials: CredentialsFactory;
  stop(): Promise<void>;
}

const encode = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
const pair = generateKeyPairSync('rsa', { modulusLength: 2048 });

/** Starts it. Tokens live in real time: botbuilder looks at the machine's clock. */
export async function startFakeConnector(): Promise<FakeConnector> {
  const shown: ShownActivity[] = [];
  const faults: FakeConnector['faults'] = [];
  const jwk = pair.publicKey.export({ format: 'jwk' });

  const show = (path: string, text: string, authorization: string | undefined): FakeAnswer => {
    if (authorization !== 'Bearer outgoing') return { status: 401, body: {} };
    if (path === '/v3/conversations') return { body: { id: 'personal', activityId: 'a' } };
    const [, conversation, replyTo] = /^\/v3\/conversations\/(.+?)\/activities(?:\/(.+))?$/.exec(path) ?? [];
    if (conversation === undefined) return { status: 404, body: {} };
    shown.push({ conversation, replyTo, body: JSON.parse(text) });
    return { body: { id: `shown-${shown.length}` } };
  };
  const server = await startHttpServer(({ method, path, text, headers }) => {
    if (path.startsWith('/keys') || path.startsWith('/openid')) {
      if (!fake.keys) return { status: 503 };
      return path.startsWith('/keys')
        ? { body: { keys: [{ ...jwk, kid: KEY_ID, endorsements: ['msteams', 'webchat'] }] } }
        : {
            body: {
              issuer: ISSUER,
              jwks_uri: `${server.url}/keys`,
              id_token_signing_alg_values_supported: ['RS256'],
            },
          };
    }
    if (method !== 'POST') return { status: 404 };
    const fault = faults.shift();
    if (fault && !fault.after) return fault;
    const answer = show(path, text, headers.authorization);
    return fault ?? answer;
  });
  const fake: FakeConnector = {
    url: `${server.url}/`,
    shown,
    server,
    faults,
    keys: true,
    token(claims = {}, header = {}) {
      const now = Math.floor(Date.now() / 1000);
      const payload = {
        iss: ISSUER,
        aud: APP_ID,
        serviceurl: fake.url,
        nbf: now - 60,
        exp: now + 3600,
        ...claims,
      };
      const head = { alg: 'RS256', typ: 'JWT', kid: KEY_ID, ...header };
      const signed = `${encode(head)}.${encode(payload)}`;
      return `${signed}.${createSign('RSA-SHA256').update(signed).sign(pair.privateKey, 'base64url')}`;
    },
    endpoints: {
      ToChannelFromBotLoginUrl: 'https://login.example/',
      ToChannelFromBotOAuthScope: ISSUER,
      ToBotFromChannelTokenIssuer: ISSUER,
      OAuthUrl: 'https://oauth.example/',
      ToBotFromChannelOpenIdMetadataUrl: `${server.url}/openid`,
      ToBotFromEmulatorOpenIdMetadataUrl: `${server.url}/openid`,
    },
    credentials: {
      isValidAppId: async (id) => id === APP_ID,
      isAuthenticationDisabled: async () => false,
      createCredentials: async () => ({
        signRequest: async (request) => {
          request.headers.set('authorization', 'Bearer outgoing');
          return request;
        },
      }),
    },
    stop: () => server.stop(),
  };
  return fake;
}
