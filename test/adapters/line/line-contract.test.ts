import { adapterContract } from '../../contracts/adapter-contract.ts';
import { limitProblems } from '../../fakes/line/line-limits.ts';
import { loadOpenApi } from '../../fakes/open-api.ts';
import { openLine } from './line-subject.ts';

const spec = loadOpenApi(new URL('../../fakes/specs/line/messaging-api.yml', import.meta.url));

adapterContract('LINE', async () => {
  const line = await openLine();
  const text = (person: string, words: string) =>
    line.fake
      .user(person)
      .event({ type: 'message', message: { type: 'text', id: '1', text: words, quoteToken: 'q' } });
  const signed = (body: string, signature = line.fake.webhook.sign(body)) =>
    new Request('http://bot/webhooks/line', {
      method: 'POST',
      headers: { 'x-line-signature': signature },
      body,
    });
  return {
    adapter: line.adapter,
    message: (person, words) => line.request(text(person, words)),
    async repeat(request) {
      const { events } = JSON.parse(await request.text());
      return line.request({ ...events[0], deliveryContext: { isRedelivery: true } });
    },
    unknown: () => line.request(line.fake.user('linh').event({ type: 'telepathy', thought: 'secret' })),
    malformed: () => signed('{"destination":"U0","events":"none"}'),
    forged: (body) => signed(body, line.fake.webhook.sign(`${body} `)),
    problems: (body) =>
      [
        ...spec.problems('PushMessageRequest', { to: 'U1', ...(body as object) }),
        ...limitProblems((body as { messages: unknown }).messages),
      ].map((problem) => `${problem.property}: ${problem.message}`),
    seen: (person) => line.fake.user(person).reads(),
    close: line.close,
  };
});
