import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { SlackForms } from '../../../adapters/slack/sync-answers.ts';
import type { Activity } from '../../../bot/activity.ts';
import type { SlackUser } from '../../fakes/slack/slack-user.ts';
import { openSlack, type SlackSubject } from './slack-subject.ts';

let slack: SlackSubject;
let user: SlackUser;
let activity: Activity;
const never = () => new AbortController().signal;
const plain = (text: string) => ({ type: 'plain_text', text });

const forms: SlackForms = {
  view: (name) =>
    name === 'plan'
      ? {
          title: plain('Plan'),
          submit: plain('Send'),
          blocks: [
            {
              type: 'input',
              block_id: 'days',
              label: plain('Days'),
              element: { type: 'plain_text_input', action_id: 'input' },
            },
          ],
        }
      : undefined,
  words: () => ({ prompt: 'Please fill in the form.', open: 'Open form' }),
  errors: (_name, fields) => (fields.days === '0' ? { days: 'At least one.' } : undefined),
  options: (_action, typed) =>
    Array.from({ length: 200 }, (_, index) => ({
      text: `${typed} ${'x'.repeat(90)}`,
      value: index === 0 ? 'v'.repeat(76) : `${index}`,
    })),
};

beforeEach(async () => {
  slack = await openSlack({ forms });
  user = slack.fake.user('sato');
  activity = await slack.one(user.message('hello'));
  const [body] = slack.adapter.render({
    kind: 'flow',
    lang: 'en',
    urgency: 'none',
    purpose: 'ordinary',
    text: 'Shall we?',
    choices: [
      { value: 'form:plan', label: 'Begin' },
      { value: 'topic:leave', label: 'Leave' },
      { value: 'form:none', label: 'Nothing' },
    ],
  });
  await slack.adapter.deliver(slack.delivery(activity, { body: body ?? null }), never());
});
afterEach(() => slack.close());

const press = (label: string) => slack.receive(slack.fake.webhook.interaction(user.press(label)));
const until = (check: () => void) => vi.waitFor(check, { timeout: 5_000, interval: 5 });

describe('buttons', () => {
  it('come back as an action in the same conversation, with the words on them, once a click', async () => {
    const payload = user.press('Leave');
    const { response, accepted } = await slack.receive(slack.fake.webhook.interaction(payload));
    expect([response.status, await response.text()]).toEqual([200, '']);
    expect(accepted).toMatchObject([
      {
        type: 'action',
        value: 'topic:leave',
        text: 'Leave',
        conversation: activity.conversation,
        id: payload.trigger_id,
      },
    ]);
    const thread = (activity.address as { thread: string }).thread;
    expect(accepted[0]?.address).toMatchObject({ thread });
  });

  it('of others, and values that are not ours, are skipped', async () => {
    const payload = user.press('Leave');
    for (const action of [
      { type: 'button', action_id: 'other', value: 'x' },
      { type: 'button', action_id: 'soudan:choice:1', value: 'x'.repeat(301) },
      { type: 'button', action_id: 'soudan:choice:1' },
    ]) {
      const { accepted } = await slack.receive(
        slack.fake.webhook.interaction({ ...payload, actions: [action] }),
      );
      expect(accepted).toMatchObject([{ type: 'unknown' }]);
    }
  });
});

describe('the express lane for forms', () => {
  it('opens the form at once, after the click is stored, and brings its fields back', async () => {
    const { accepted } = await press('Begin');
    expect(accepted).toMatchObject([{ type: 'action', value: 'form:plan' }]);
    await until(() => expect(slack.fake.views).toHaveLength(1));
    slack.fake.eventsUrl = 'http://127.0.0.1:9/';
    const view = slack.fake.views[0]?.view ?? {};
    const state = { values: { days: { input: { type: 'plain_text_input', value: '12' } } } };
    const submission = {
      type: 'view_submission',
      team: { id: 'T0TEAM001' },
      user: { id: user.id },
      trigger_id: 't9',
      view: { ...view, id: 'V1', state },
    };
    const sent = await slack.receive(slack.fake.webhook.interaction(submission));
    expect(sent.accepted).toMatchObject([
      { type: 'action', value: 'form:plan', fields: { days: '12' }, conversation: activity.conversation },
    ]);
    expect(slack.fake.views, 'a submission opens nothing').toHaveLength(1);
    const stranger = { ...submission, user: { id: 'UOTHER' } };
    expect((await slack.receive(slack.fake.webhook.interaction(stranger))).accepted).toMatchObject([
      { type: 'unknown' },
    ]);
  });

  it('answers a form with errors within the request, and stores nothing', async () => {
    await press('Begin');
    await until(() => expect(slack.fake.views).toHaveLength(1));
    const state = { values: { days: { input: { type: 'plain_text_input', value: '0' } } } };
    const { response, accepted } = await slack.receive(
      slack.fake.webhook.interaction({
        type: 'view_submission',
        team: { id: 'T0TEAM001' },
        user: { id: user.id },
        view: { ...slack.fake.views[0]?.view, id: 'V1', state },
      }),
    );
    expect(accepted).toEqual([]);
    expect(await response.json()).toEqual({ response_action: 'errors', errors: { days: 'At least one.' } });
  });

  it('shows a button instead when the click is older than 2.5 s, and that one opens it', async () => {
    const trigger = { id: 'old', expiresAt: slack.clock.now() + 2_500 };
    await slack.clock.advance(2_500);
    expect(await slack.adapter.openForm('plan', activity.address, trigger, never())).toBe('button');
    expect(slack.fake.calls('views.open')).toHaveLength(0);
    expect(user.sees().at(-1)).toMatchObject({ only: user.id });
    await press('Open form');
    await until(() => expect(slack.fake.views).toHaveLength(1));
  });

  it('shows the button too when Slack refuses or hangs past the click’s life', async () => {
    expect(
      await slack.adapter.openForm(
        'plan',
        activity.address,
        { id: 'made-up', expiresAt: slack.clock.now() + 9 },
        never(),
      ),
    ).toBe('button');
    slack.fake.faults.next('views.open', 'hang');
    const slow = slack.adapter.openForm(
      'plan',
      activity.address,
      { id: 'x', expiresAt: slack.clock.now() + 2_500 },
      never(),
    );
    while (slack.fake.calls('views.open').length < 2) await new Promise((resolve) => setImmediate(resolve));
    await slack.clock.advance(2_500);
    expect(await slow).toBe('button');
  });

  it('has nothing to open under a name that no form has', async () => {
    expect(await slack.adapter.openForm('none', activity.address, undefined, never())).toBe('none');
    expect(await slack.adapter.openForm('plan', null, undefined, never())).toBe('none');
  });
});

describe('selects that are filled while a person types', () => {
  it('are answered within the request, within Slack’s limits', async () => {
    const payload = {
      type: 'block_suggestion',
      team: { id: 'T0TEAM001' },
      user: { id: user.id },
      action_id: 'prefecture',
      block_id: 'b',
      value: 'to',
      container: {},
    };
    const { response, accepted } = await slack.receive(slack.fake.webhook.interaction(payload));
    const { options } = (await response.json()) as { options: { text: { text: string }; value: string }[] };
    expect(accepted).toEqual([]);
    expect(options).toHaveLength(100);
    expect(Math.max(...options.map(({ text, value }) => Math.max(text.text.length, value.length)))).toBe(75);
  });
});
