import { LANGUAGE_TAGS, LANGUAGES } from '../../bot/languages.ts';
import type { Choice, Citation, Message } from '../../bot/message.ts';

const choices = (count: number, label: (index: number) => string): readonly Choice[] =>
  Array.from({ length: count }, (_, index) => ({ value: `choice:${index}`, label: label(index) }));

const citation = (index: number): Citation => ({
  article: `article-${index}`,
  title: `労働基準法 第${index}条 ${'長い題名'.repeat(20)}`,
  url: `https://example.jp/${'law/'.repeat(20)}${index}`,
  lang: 'ja',
  checked: '2026-11-22',
});

/** A family is one grapheme cluster and eleven UTF-16 code units. */
const FAMILY = '👨‍👩‍👧‍👦';

/** Every language marked once, in paragraphs that are far longer than any platform takes at once. */
const manyScripts = LANGUAGE_TAGS.map(
  (tag) => `[${tag}] ${`${LANGUAGES[tag].name} ${FAMILY} `.repeat(120)}`,
).join('\n\n');

/** Messages that a channel must render within its platform's limits. */
export function awkwardMessages(): readonly Message[] {
  const base = { kind: 'answer', lang: 'en', urgency: 'none', purpose: 'ordinary' } as const;
  return [
    { ...base, text: 'Short.' },
    { ...base, text: manyScripts },
    { ...base, text: 'x'.repeat(12_000) },
    { ...base, text: FAMILY.repeat(1_500) },
    { ...base, text: 'ស្រី'.repeat(3_000), lang: 'km' },
    { ...base, text: 'Which?', choices: choices(1, () => 'A') },
    { ...base, text: 'Which?', choices: choices(13, (index) => `Choice ${index}`) },
    { ...base, text: 'Which?', choices: choices(14, (index) => `Choice ${index}`) },
    { ...base, text: 'Which prefecture?', choices: choices(47, (index) => `都道府県${index}`) },
    { ...base, text: 'Which?', choices: choices(150, (index) => `Choice ${index} ${'long '.repeat(60)}`) },
    { ...base, text: 'Which?', choices: choices(5, (index) => `${FAMILY.repeat(30)}${index}`) },
    { ...base, text: 'Which?', choices: [{ value: 'v'.repeat(300), label: 'Long value' }] },
    {
      ...base,
      text: '<b>&amp; *bold* _it_ `code` [x](y)</b>',
      choices: [{ value: '<!channel>', label: '<@U1> & co' }],
    },
    { ...base, text: 'Sources.', citations: Array.from({ length: 25 }, (_, index) => citation(index)) },
    {
      ...base,
      kind: 'crisis',
      urgency: 'critical',
      purpose: 'safety',
      text: 'Call 119 now.',
      links: [
        { label: '119', href: 'tel:119' },
        { label: 'JITCO', href: 'https://www.jitco.or.jp/' },
      ],
    },
  ];
}
