import type { DirectLineOptions } from './options.ts';
import { Refusal } from './reply.ts';
import type { Sessions } from './session.ts';
import {
  RENEW_SECONDS,
  readToken,
  STREAM_SECONDS,
  signToken,
  TOKEN_SECONDS,
  type TokenClaims,
} from './token.ts';

/** Makes and checks tokens against the clock and against ended conversations. */
export interface Access {
  /** A token for a conversation; `renewSeconds` says for how long it can be renewed. */
  issue(claims: Pick<TokenClaims, 'conv' | 'user' | 'gen'>, renewSeconds?: number): string;
  /** A token that opens one stream within 60 s (W-2). */
  issueStream(claims: TokenClaims): string;
  /** Claims of the request's bearer token, good for this conversation now. Throws Refusal. */
  require(request: Request, conversation?: string): Promise<TokenClaims>;
  /** The same, also for an expired token whose time for renewal is not over. */
  requireRenewable(request: Request): Promise<TokenClaims>;
  /** Claims of a stream token, or undefined when it does not open this stream now. */
  readStream(token: string, conversation: string): Promise<TokenClaims | undefined>;
}

/** See {@link Access}. Unsigned or foreign tokens get 403, as the public client expects; none at all 401. */
export function createAccess(options: DirectLineOptions, sessions: Sessions): Access {
  const { clock, tokenKey } = options;
  const now = () => Math.floor(clock.now() / 1000);

  const alive = async (claims: TokenClaims): Promise<boolean> => {
    return (await sessions.read(claims.conv)).generation === claims.gen;
  };
  const bearer = async (request: Request, until: 'exp' | 'renew'): Promise<TokenClaims> => {
    const token = /^Bearer (\S+)$/i.exec(request.headers.get('authorization') ?? '')?.[1];
    if (!token) throw new Refusal(401, 'Unauthorized', 'Send a token: Authorization: Bearer …');
    const claims = readToken(tokenKey, token);
    if (claims?.use !== 'api') throw new Refusal(403, 'BadToken', 'The token is not ours.');
    if (claims[until] <= now()) throw new Refusal(403, 'TokenExpired', 'The token has expired.');
    if (!(await alive(claims))) throw new Refusal(404, 'ConversationEnded', 'The conversation has ended.');
    return claims;
  };

  return {
    issue: ({ conv, user, gen }, renewSeconds = RENEW_SECONDS) =>
      signToken(tokenKey, {
        conv,
        user,
        gen,
        use: 'api',
        exp: now() + TOKEN_SECONDS,
        renew: now() + renewSeconds,
      }),
    issueStream: ({ conv, user, gen }) =>
      signToken(tokenKey, { conv, user, gen, use: 'stream', exp: now() + STREAM_SECONDS, renew: 0 }),
    require: async (request, conversation) => {
      const claims = await bearer(request, 'exp');
      if (conversation !== undefined && claims.conv !== conversation)
        throw new Refusal(403, 'BadToken', 'The token is for another conversation.');
      return claims;
    },
    requireRenewable: (request) => bearer(request, 'renew'),
    readStream: async (token, conversation) => {
      const claims = readToken(tokenKey, token);
      if (claims?.use !== 'stream' || claims.conv !== conversation || claims.exp <= now()) return undefined;
      return (await alive(claims)) ? claims : undefined;
    },
  };
}
