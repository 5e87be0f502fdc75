import type { FakeAnswer, FakeHandler, RecordedRequest } from '../http-server.ts';
import type { OpenApi, SpecProblem } from '../open-api.ts';
import type { LineChat, LineChats } from './line-chats.ts';
import type { LineContent } from './line-content.ts';
import { type FaultyCall, faultAnswer, isAccepted, type LineFaults } from './line-faults.ts';
import { limitProblems } from './line-limits.ts';
import type { LineJson } from './line-message.ts';
import type { LineTokens } from './line-tokens.ts';

/** A body that LINE would refuse: in most tests there must be none. */
export interface Rejection {
  readonly path: string;
  readonly problems: readonly SpecProblem[];
}

/** The month's quota. */
export interface FakeQuota {
  /** Undefined: no limit. */
  limit: number | undefined;
  used: number;
}

/** What the API works on. */
export interface LineApiState {
  readonly accessToken: string;
  readonly spec: OpenApi;
  readonly chats: LineChats;
  readonly tokens: LineTokens;
  readonly content: LineContent;
  readonly faults: LineFaults;
  readonly quota: FakeQuota;
  readonly rejections: Rejection[];
  readonly webhookUrl: () => string | undefined;
  /** Calls the bot as LINE's test button does; gives its status. */
  readonly testWebhook: () => Promise<number>;
  readonly uuid: () => string;
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
const BODY_BYTES = 2_000_000;

const refuse = (status: number, message: string, details?: readonly SpecProblem[]): FakeAnswer => ({
  status,
  body: { message, ...(details ? { details } : {}) },
});

type Parsed = { readonly body: LineJson } | { readonly answer: FakeAnswer };

/** The API of `api.line.me` over these parts. Every answer carries `x-line-request-id`. */
export function createLineApi(state: LineApiState): FakeHandler {
  const { chats, tokens, faults, quota, spec } = state;

  function parse(request: RecordedRequest, schema: string): Parsed {
    if (request.bytes.byteLength > BODY_BYTES) return { answer: refuse(413, 'Request entity too large') };
    let body: LineJson;
    try {
      body = JSON.parse(request.text) as LineJson;
    } catch {
      return { answer: refuse(400, 'The request body could not be parsed as JSON') };
    }
    const problems = [...spec.problems(schema, body), ...limitProblems(body.messages)];
    if (problems.length === 0) return { body };
    state.rejections.push({ path: request.path, problems });
    return { answer: refuse(400, `The request body has ${problems.length} error(s)`, problems) };
  }

  /** Plays the call's fault, before or after `act` has taken effect. */
  function play(call: FaultyCall, act: () => FakeAnswer): FakeAnswer {
    const fault = faults.take(call);
    if (fault === undefined) return act();
    if (!isAccepted(fault)) return faultAnswer(fault);
    const answer = act();
    return (answer.status ?? 200) < 300 ? faultAnswer(fault) : answer;
  }

  const sent = (ids: readonly string[]) => ({
    sentMessages: ids.map((id) => ({ id, quoteToken: `quote-${id}` })),
  });
  const messagesOf = (body: LineJson) => body.messages as readonly LineJson[];

  function reply(request: RecordedRequest): FakeAnswer {
    const parsed = parse(request, 'ReplyMessageRequest');
    if ('answer' in parsed) return parsed.answer;
    return play('reply', () => {
      const id = tokens.use(String(parsed.body.replyToken));
      const chat = id === undefined ? undefined : chats.find(id);
      if (!chat) return refuse(400, 'Invalid reply token');
      return { status: 200, body: sent(chats.receive(chat, messagesOf(parsed.body), 'reply')) };
    });
  }

  function push(request: RecordedRequest, requestId: string): FakeAnswer {
    const parsed = parse(request, 'PushMessageRequest');
    if ('answer' in parsed) return parsed.answer;
    const key = request.headers['x-line-retry-key'];
    if (key !== undefined && !UUID.test(key)) return refuse(400, 'Invalid retry key');
    const chat: LineChat | undefined = chats.find(String(parsed.body.to));
    if (!chat) return refuse(400, "The property, 'to', in the request body is invalid (line: -, column: -)");
    return play('push', () => {
      const before = key === undefined ? undefined : tokens.accepted(key);
      if (before) {
        return {
          status: 409,
          headers: { 'x-line-accepted-request-id': before.requestId },
          body: { message: 'The retry key is already accepted', ...sent(before.sentIds) },
        };
      }
      if (quota.limit !== undefined && quota.used >= quota.limit) return faultAnswer('monthly-limit');
      quota.used += 1;
      const sentIds = chats.receive(chat, messagesOf(parsed.body), 'push');
      if (key !== undefined) tokens.accept(key, { requestId, sentIds });
      return { status: 200, body: sent(sentIds) };
    });
  }

  function loading(request: RecordedRequest): FakeAnswer {
    const parsed = parse(request, 'ShowLoadingAnimationRequest');
    if ('answer' in parsed) return parsed.answer;
    const seconds = Number(parsed.body.loadingSeconds ?? 20);
    const chat = chats.find(String(parsed.body.chatId));
    if (!chat?.id.startsWith('U') || seconds % 5 !== 0)
      return refuse(400, 'The chat ID or loadingSeconds is invalid');
    return play('loading', () => {
      chat.loading.push(seconds);
      return { status: 202, body: {} };
    });
  }

  function markAsRead(request: RecordedRequest): FakeAnswer {
    const parsed = parse(request, 'MarkMessagesAsReadByTokenRequest');
    if ('answer' in parsed) return parsed.answer;
    const chat = chats.find(String(parsed.body.markAsReadToken).replace(/^read-/, ''));
    if (!chat) return refuse(400, 'Invalid markAsReadToken');
    return play('read', () => {
      chat.read = true;
      return { status: 200, body: {} };
    });
  }

  function profile(userId: string): FakeAnswer {
    return play('profile', () => {
      const chat = chats.find(userId);
      if (!chat || chat.blocked || !chat.profile) return refuse(404, 'Not found');
      const language = chat.language === undefined ? {} : { language: chat.language };
      return { status: 200, body: { userId, displayName: 'Test', ...language } };
    });
  }

  async function testWebhook(): Promise<FakeAnswer> {
    const status = await state.testWebhook();
    const success = status === 200;
    const reason = success ? 'OK' : status === 0 ? 'COULD_NOT_CONNECT' : 'ERROR_STATUS_CODE';
    return {
      body: {
        success,
        timestamp: new Date(0).toISOString(),
        statusCode: status,
        reason,
        detail: String(status),
      },
    };
  }

  async function route(request: RecordedRequest, requestId: string): Promise<FakeAnswer> {
    if (request.headers.authorization !== `Bearer ${state.accessToken}`) return faultAnswer('unauthorized');
    const endpoint = state.webhookUrl();
    switch (`${request.method} ${request.path}`) {
      case 'POST /v2/bot/message/reply':
        return reply(request);
      case 'POST /v2/bot/message/push':
        return push(request, requestId);
      case 'POST /v2/bot/chat/loading/start':
        return loading(request);
      case 'POST /v2/bot/chat/markAsRead':
        return markAsRead(request);
      case 'GET /v2/bot/message/quota':
        return play('quota', () => ({
          body: quota.limit === undefined ? { type: 'none' } : { type: 'limited', value: quota.limit },
        }));
      case 'GET /v2/bot/message/quota/consumption':
        return { body: { totalUsage: quota.used } };
      case 'GET /v2/bot/channel/webhook/endpoint':
        return play('webhook', () =>
          endpoint ? { body: { endpoint, active: true } } : refuse(404, 'Not found'),
        );
      case 'POST /v2/bot/channel/webhook/test':
        return testWebhook();
    }
    const user = /^GET \/v2\/bot\/profile\/([^/]+)$/.exec(`${request.method} ${request.path}`)?.[1];
    return user === undefined ? refuse(404, 'Not found') : profile(user);
  }

  return async (request) => {
    const requestId = state.uuid();
    const answer = await route(request, requestId);
    return { ...answer, headers: { 'x-line-request-id': requestId, ...answer.headers } };
  };
}

/** The API of `api-data.line.me`. */
export function createLineDataApi(state: LineApiState): FakeHandler {
  return (request) => {
    const headers = { 'x-line-request-id': state.uuid() };
    if (request.headers.authorization !== `Bearer ${state.accessToken}`) {
      return { ...faultAnswer('unauthorized'), headers };
    }
    const messageId = /^\/v2\/bot\/message\/([^/]+)\/content$/.exec(request.path)?.[1];
    const file = messageId === undefined ? undefined : state.content.find(messageId);
    const fault = state.faults.take('content');
    if (fault !== undefined) return { ...faultAnswer(fault), headers };
    if (!file) return { ...refuse(404, 'Not found'), headers };
    if (file.preparing > 0) {
      file.preparing -= 1;
      return { status: 202, body: {}, headers };
    }
    return { status: 200, body: file.bytes, headers: { ...headers, 'content-type': file.contentType } };
  };
}
