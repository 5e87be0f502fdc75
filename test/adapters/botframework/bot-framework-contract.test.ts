import { adapterContract } from '../../contracts/adapter-contract.ts';
import { openBotFramework } from './bot-framework-subject.ts';

interface Body {
  readonly activity: {
    readonly text?: string;
    readonly attachments?: readonly {
      readonly content: { readonly buttons: readonly { readonly title: string }[] };
    }[];
  };
}

/** By Teams' own words: about 28 KB a message, ten attachments, buttons with words. */
function problems(body: unknown): readonly string[] {
  const { activity } = body as Body;
  const found: string[] = [];
  if (Buffer.byteLength(JSON.stringify(activity), 'utf16le') > 28_000 + 12_000)
    found.push('larger than 40 KB');
  if ((activity.text ?? '').length > 10_000) found.push('text too long');
  if ((activity.text ?? '') === '' && !activity.attachments?.length) found.push('nothing to show');
  if ((activity.attachments?.length ?? 0) > 10) found.push('too many cards');
  for (const { content } of activity.attachments ?? []) {
    if (content.buttons.length > 6) found.push('too many buttons');
    if (content.buttons.some(({ title }) => title === '')) found.push('a button without words');
  }
  return found;
}

adapterContract('Bot Framework', async () => {
  const subject = await openBotFramework();
  return {
    adapter: subject.adapter,
    message: (person, text) => subject.request(subject.activity(person, { text })),
    repeat: async (request) => subject.request(await request.text()),
    own: (text) => subject.request(subject.activity('bot', { text })),
    unknown: () => subject.request(subject.activity('linh', { type: 'telepathy', text: 'secret' })),
    malformed: () => subject.request({ ...subject.activity('linh'), from: 'nobody' }),
    forged: (body) => subject.request(body, ''),
    problems,
    seen: (person) =>
      subject.fake.shown
        .filter(({ conversation }) => conversation === `c-${person}`)
        .map(({ body }) => String(body.text)),
    close: subject.close,
  };
});
