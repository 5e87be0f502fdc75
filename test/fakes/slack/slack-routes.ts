import type { FakeAnswer, RecordedRequest } from '../http-server.ts';
import { slackPage } from './slack-page.ts';
import type { SlackUser } from './slack-user.ts';
import { buttonsOf, readable, type SlackWorkspace } from './slack-workspace.ts';

/** What the page acts on. */
export interface SlackRoutesOptions {
  /** Makes the person when new. */
  readonly user: (name: string) => SlackUser;
  readonly workspace: SlackWorkspace;
}

function field(request: RecordedRequest, name: string): string {
  const body: unknown = JSON.parse(request.text || '{}');
  return typeof body === 'object' && body !== null && name in body ? String(Reflect.get(body, name)) : '';
}

/** The pages under `/chat`; undefined for every other path. */
export function createSlackRoutes({ user, workspace }: SlackRoutesOptions) {
  const entries = (person: SlackUser): FakeAnswer => ({
    body: {
      entries: person.direct.posts
        .filter((post) => post.only === undefined || post.only === person.id)
        .map((post) => ({
          id: post.ts,
          from: post.bot ? 'bot' : 'user',
          reply: post.thread !== undefined,
          only: post.only !== undefined,
          text: readable(post),
          buttons: buttonsOf(post).map(({ label }) => label),
        })),
    },
  });

  return async (request: RecordedRequest): Promise<FakeAnswer | undefined> => {
    const [, name, what] = /^\/chat\/([^/]+)(?:\/([a-z]+))?$/.exec(request.path) ?? [];
    if (name === undefined) return undefined;
    const person = user(name);
    if (request.method === 'GET' && what === undefined)
      return {
        body: slackPage(name, workspace.team),
        headers: { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' },
      };
    if (request.method === 'GET' && what === 'entries') return entries(person);
    if (request.method !== 'POST') return { status: 404 };
    const acted =
      what === 'say'
        ? person.says(field(request, 'text'))
        : what === 'press'
          ? person.presses(field(request, 'label'))
          : undefined;
    return acted ? { body: { status: (await acted).status } } : { status: 404 };
  };
}
