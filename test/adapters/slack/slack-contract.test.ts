import { adapterContract } from '../../contracts/adapter-contract.ts';
import { messageProblems } from '../../fakes/slack/slack-limits.ts';
import { openSlack } from './slack-subject.ts';

adapterContract('Slack', async () => {
  const slack = await openSlack();
  const { webhook, workspace } = slack.fake;
  return {
    adapter: slack.adapter,
    message: (person, text) => webhook.event(slack.fake.user(person).message(text)),
    async repeat(request) {
      const headers = { 'x-slack-retry-num': '1', 'x-slack-retry-reason': 'http_timeout' };
      return webhook.event(JSON.parse(await request.text()), headers);
    },
    own(text) {
      const user = slack.fake.user('linh');
      const event = { type: 'message', channel: user.direct.id, channel_type: 'im', text, ts: '1.000001' };
      return webhook.event(user.envelope({ ...event, user: workspace.botUser, bot_id: 'B1' }));
    },
    unknown: () => webhook.event(slack.fake.user('linh').envelope({ type: 'telepathy', thought: 'secret' })),
    malformed: () => webhook.raw('["none"]', 'application/json'),
    forged: (body) =>
      webhook.raw(body, 'application/json', {
        'x-slack-request-timestamp': String(Math.floor(slack.clock.now() / 1000)),
        'x-slack-signature': webhook.sign(`${body} `, Math.floor(slack.clock.now() / 1000)),
      }),
    problems: (body) => messageProblems(body as Readonly<Record<string, unknown>>),
    seen: (person) => slack.fake.user(person).reads(),
    close: slack.close,
  };
});
