import { App, type Logger, LogLevel, type Receiver } from '@slack/bolt';
import type { Activity } from '../../bot/activity.ts';
import { parseHomeEvent, parseMessageEvent, parseOtherEvent } from './parse-event.ts';
import { parseActions, parseCommand, parseView } from './parse-interaction.ts';
import type { SlackPayload } from './read-body.ts';
import type { SyncAnswers } from './sync-answers.ts';

/** What one payload means: activities to store, and what Slack wants in the HTTP answer itself. */
export interface Routed {
  readonly activities: readonly Activity[];
  /** Body of the answer: options of a select, errors of a form; undefined for an empty 200. */
  readonly answer: unknown;
}

/** Routes a verified payload. Rejects when Bolt cannot digest it. */
export type SlackRouter = (payload: SlackPayload, now: number) => Promise<Routed>;

/** What listeners collect for one request: Bolt hands it through as a custom property of the context. */
interface Intake {
  readonly now: number;
  readonly activities: Activity[];
}

const INTAKE = 'soudanIntake';

/** Bolt's logger quotes payloads: it says nothing. */
const silent: Logger = {
  debug: () => {},
  info: () => {},
  warn: () => {},
  error: () => {},
  setLevel: () => {},
  getLevel: () => LogLevel.ERROR,
  setName: () => {},
};

/** Our receiver has no server of its own: requests come from the adapter, verified. */
const receiver: Receiver = { init: () => {}, start: async () => undefined, stop: async () => undefined };

/**
 * Bolt as the router of payloads, behind our own receiver. Its listeners do nothing but translate into the request's
 * intake: no listener calls Slack or a store, so that everything is stored before the request is answered (S-5).
 */
export function createSlackRouter(answers: SyncAnswers): SlackRouter {
  const app = new App({
    receiver,
    // No token and no look-up at the door: who we are stands in the payload, and a token store that is down must not
    // make Bolt drop an event (S-5). Tokens are read when an answer is delivered.
    authorize: async () => ({}),
    ignoreSelf: false,
    convoStore: false,
    logger: silent,
    logLevel: LogLevel.ERROR,
  });
  app.error(async (error) => {
    throw error;
  });

  const into = (
    context: Readonly<Record<string, unknown>>,
    parse: (body: unknown, now: number) => Activity | undefined,
    body: unknown,
  ) => {
    const { activities, now } = context[INTAKE] as Intake;
    const activity = parse(body, now);
    if (activity) activities.push(activity);
  };
  app.event('message', async ({ body, context }) => into(context, parseMessageEvent, body));
  app.event('app_mention', async ({ body, context }) => into(context, parseMessageEvent, body));
  app.event('app_home_opened', async ({ body, context }) => into(context, parseHomeEvent, body));
  app.event(/^(?!(message|app_mention|app_home_opened)$)/, async ({ body, context }) =>
    into(context, parseOtherEvent, body),
  );
  app.action(/.*/, async ({ body, context, ack }) => {
    into(context, parseActions, body);
    await ack();
  });
  app.command(/.*/, async ({ body, context, ack }) => {
    into(context, parseCommand, body);
    await ack();
  });
  app.options(/.*/, async ({ body, ack }) => {
    await ack({ options: [...answers.options(body)] });
  });
  app.view(/.*/, async ({ body, context, ack }) => {
    const errors = answers.formErrors(body);
    if (errors) return ack({ response_action: 'errors', errors });
    into(context, parseView, body);
    await ack();
  });

  return async (payload, now) => {
    const intake: Intake = { now, activities: [] };
    let answer: unknown;
    await app.processEvent({
      body: payload,
      customProperties: { [INTAKE]: intake },
      ack: async (given: unknown) => {
        answer = given;
      },
    });
    return { activities: intake.activities, answer };
  };
}
