import { createInterface } from 'node:readline';
import { pathToFileURL } from 'node:url';
import { startHttpServer } from '../http-server.ts';
import { startFakeLine } from '../line/fake-line.ts';
import { startFakeSlack } from '../slack/fake-slack.ts';
import { demoPage, STORY, type StoryStep } from './demo-page.ts';

/**
 * The platforms of `soudan demo`, in a process of their own. Prints one JSON line with their addresses; then reads
 * one JSON line with the bot's own address, opens the demo page and prints its address.
 */
const [channelSecret = '', accessToken = '', signingSecret = '', botToken = ''] = process.argv.slice(2);
const specs = pathToFileURL(`${process.cwd()}/test/fakes/specs/line/`);
const line = await startFakeLine({ channelSecret, accessToken, specs });
const trainee = line.user('linh');
const slack = await startFakeSlack({ signingSecret, botToken });
const staff = slack.user('sato');
let service = '';

function play({ where, text }: StoryStep): Promise<{ readonly status: number }> {
  if (where === 'slack') return staff.says(text);
  return text ? trainee.says(text) : trainee.follows();
}

const page = await startHttpServer(async (request) => {
  if (request.method === 'GET' && request.path === '/') {
    const frames = [
      { title: 'LINE (a trainee)', url: `${line.chatUrl}/linh` },
      { title: 'Slack (company staff)', url: `${slack.chatUrl}/sato` },
      { title: 'Web chat', url: `${service}/?widget=1` },
    ];
    return { body: demoPage(frames), headers: { 'content-type': 'text/html; charset=utf-8' } };
  }
  const step = STORY[Number(/^\/step\/(\d+)$/.exec(request.path)?.[1] ?? -1)];
  if (request.method !== 'POST' || !step) return { status: 404 };
  const { status } = await play(step);
  return { status: status === 200 ? 204 : 502 };
});

process.stdout.write(
  `${JSON.stringify({ lineUrl: line.url, lineDataUrl: line.dataUrl, slackUrl: slack.apiUrl, page: page.url })}\n`,
);
for await (const text of createInterface({ input: process.stdin })) {
  service = (JSON.parse(text) as { service: string }).service;
  line.webhookUrl = `${service}/webhooks/line`;
  slack.eventsUrl = `${service}/slack/events`;
}
// The parent has gone: so do we.
await Promise.all([line.stop(), slack.stop(), page.stop()]);
