import { createHmac, randomUUID } from 'node:crypto';
import { atMost, type Figure, told } from './figures.ts';
import { startLineSink } from './line-sink.ts';
import { type LoadRequest, openLoad } from './load.ts';
import { embedderState, startBenchService } from './service.ts';

const SECRET = 'bench-channel-secret-0123456789';
const QUESTIONS = [
  'how many days of paid leave do I get',
  'toi bi dau tay khi lam viec',
  'gaji lembur saya berapa',
  'ざんぎょうだい いくら',
  'my boss keeps my passport',
];

/** A user id as LINE writes it. */
export function lineUser(index: number): string {
  return `U${index.toString(16).padStart(32, '0')}`;
}

/** A signed webhook request with one text message. */
export function lineMessage(index: number, text: string, user = lineUser(index)): LoadRequest {
  const body = JSON.stringify({
    destination: lineUser(0),
    events: [
      {
        type: 'message',
        mode: 'active',
        timestamp: Date.now(),
        webhookEventId: `01${randomUUID().replaceAll('-', '').toUpperCase().slice(0, 24)}`,
        deliveryContext: { isRedelivery: false },
        source: { type: 'user', userId: user },
        replyToken: `token${index}`,
        message: { type: 'text', id: String(1_000_000 + index), quoteToken: 'q', text },
      },
    ],
  });
  const signature = createHmac('sha256', SECRET).update(body).digest('base64');
  return {
    path: '/webhooks/line',
    body,
    headers: { 'content-type': 'application/json', 'x-line-signature': signature },
  };
}

/** Settings that switch LINE on against a sink. */
export function lineSettings(url: string): Record<string, string> {
  return {
    LINE_CHANNEL_SECRET: SECRET,
    LINE_CHANNEL_ACCESS_TOKEN: 'bench-access-token-0123456789',
    LINE_API_BASE_URL: url,
    LINE_DATA_API_BASE_URL: url,
  };
}

/** 200 signed events a second on one process: nothing refused, lost or doubled, and the door stays fast. */
export async function webhookLoad(seconds: number, perSecond = 200): Promise<Figure[]> {
  const sink = await startLineSink();
  const service = await startBenchService(lineSettings(sink.url));
  try {
    await embedderState(service.url, 60);
    const total = seconds * perSecond;
    const load = await openLoad(service.url, perSecond, seconds, (index) =>
      lineMessage(index, QUESTIONS[index % QUESTIONS.length] ?? ''),
    );
    const from = performance.now();
    const answered = () => {
      let count = 0;
      for (let index = 0; index < total; index += 1)
        if (sink.seen.has(`token${index}`) || sink.seen.has(lineUser(index))) count += 1;
      return count;
    };
    while (answered() < total && performance.now() - from < 180_000)
      await new Promise((resolve) => setTimeout(resolve, 200));
    const drained = (performance.now() - from) / 1000;
    let doubled = 0;
    for (let index = 0; index < total; index += 1) {
      const texts = [
        ...(sink.seen.get(`token${index}`) ?? []),
        ...(sink.seen.get(lineUser(index)) ?? []),
      ].map(({ text }) => text);
      if (new Set(texts).size < texts.length) doubled += 1;
    }
    return [
      told('events', total, `in ${seconds} s (${perSecond}/s)`),
      atMost('answers that are not 2xx', load.failed, 0, ''),
      atMost('webhook answer p99', load.p99, 200, 'ms'),
      told('webhook answer p50', load.p50, 'ms'),
      told('webhook answer max', load.max, 'ms'),
      atMost('events without an answer to the person', total - answered(), 0, ''),
      atMost('events with the same words twice', doubled, 0, ''),
      told('all answered after the last event', drained, 's'),
    ];
  } finally {
    await service.stop();
    await sink.stop();
  }
}
