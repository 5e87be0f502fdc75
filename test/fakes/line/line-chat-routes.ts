import type { FakeAnswer, RecordedRequest } from '../http-server.ts';
import { chatListPage, chatPage } from './line-chat-page.ts';
import type { LineUser } from './line-user.ts';
import type { WebhookResult } from './line-webhook.ts';

/** What the page acts on. */
export interface ChatRoutesOptions {
  /** Makes the person when new. */
  readonly user: (name: string) => LineUser;
  readonly names: () => readonly string[];
  /** What can be tapped as a quick reply now. */
  readonly quickReplies: (user: LineUser) => readonly { readonly label: string }[];
}

const html = (body: string): FakeAnswer => ({
  body,
  headers: { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' },
});

const labels = (buttons: readonly { readonly label: string }[]) => buttons.map(({ label }) => ({ label }));

function field(request: RecordedRequest, name: string): string {
  const body: unknown = JSON.parse(request.text || '{}');
  return typeof body === 'object' && body !== null && name in body ? String(Reflect.get(body, name)) : '';
}

/** The chat pages under `/chat`; undefined for every other path. */
export function createChatRoutes({ user, names, quickReplies }: ChatRoutesOptions) {
  const entries = (person: LineUser): FakeAnswer => ({
    body: {
      blocked: person.chat.blocked,
      quickReplies: labels(quickReplies(person)),
      entries: person.chat.entries.map(({ id, from, text, buttons }) => ({
        id,
        from,
        text,
        buttons: labels(buttons),
      })),
    },
  });

  const act = (
    person: LineUser,
    what: string,
    request: RecordedRequest,
  ): Promise<WebhookResult> | undefined => {
    switch (what) {
      case 'say':
        return person.says(field(request, 'text'));
      case 'tap':
        return person.taps(field(request, 'label'));
      case 'follow':
        return person.follows();
      case 'block':
        return person.blocks();
      default:
        return undefined;
    }
  };

  return async (request: RecordedRequest): Promise<FakeAnswer | undefined> => {
    if (request.path === '/chat') return html(chatListPage(names()));
    const [, name, what] = /^\/chat\/([^/]+)(?:\/([a-z]+))?$/.exec(request.path) ?? [];
    if (name === undefined) return undefined;
    if (request.method === 'GET' && what === undefined) return html(chatPage(name));
    if (request.method === 'GET' && what === 'entries') return entries(user(name));
    const acted =
      request.method === 'POST' && what !== undefined ? act(user(name), what, request) : undefined;
    return acted ? { body: { status: (await acted).status } } : { status: 404 };
  };
}
