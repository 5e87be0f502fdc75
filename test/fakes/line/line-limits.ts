import type { SpecProblem } from '../open-api.ts';

type Node = Readonly<Record<string, unknown>>;

const segmenter = new Intl.Segmenter('und', { granularity: 'grapheme' });
const graphemes = (text: string) => [...segmenter.segment(text)].length;
const bytes = (value: unknown) => Buffer.byteLength(JSON.stringify(value));
const text = (value: unknown) => (typeof value === 'string' ? value : '');
const list = (value: unknown): readonly Node[] => (Array.isArray(value) ? value : []);
const node = (value: unknown): Node | undefined =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Node) : undefined;

type Check = (value: Node, path: string) => Generator<SpecProblem>;

function* atMost(property: string, size: number, max: number, unit: string): Generator<SpecProblem> {
  if (size > max) yield { property, message: `must be at most ${max} ${unit}, is ${size}` };
}

const required = (property: string): SpecProblem => ({ property, message: 'May not be empty' });

const action: Check = function* (value, path) {
  yield* atMost(`${path}.label`, graphemes(text(value.label)), 20, 'grapheme clusters');
  if (value.type === 'postback') {
    if (text(value.data) === '') yield required(`${path}.data`);
    yield* atMost(`${path}.displayText`, text(value.displayText).length, 300, 'characters');
  }
  if (value.type === 'message') {
    if (text(value.text) === '') yield required(`${path}.text`);
    yield* atMost(`${path}.text`, text(value.text).length, 300, 'characters');
  }
  if (value.type === 'uri') {
    yield* atMost(`${path}.uri`, text(value.uri).length, 1_000, 'characters');
    if (!/^(https?|line|tel):/.test(text(value.uri)))
      yield { property: `${path}.uri`, message: 'invalid uri scheme' };
  }
};

const quickReply: Check = function* (value, path) {
  const items = list(value.items);
  if (items.length === 0) yield required(`${path}.items`);
  for (const [index, item] of items.entries()) {
    const at = `${path}.items[${index}].action`;
    const itemAction = node(item.action);
    if (!itemAction) {
      yield required(at);
      continue;
    }
    if (text(itemAction.label) === '') yield required(`${at}.label`);
    if (itemAction.type === 'postback' && text(itemAction.displayText) === '')
      yield required(`${at}.displayText`);
    yield* action(itemAction, at);
  }
};

const flexPart: Check = function* (value, path) {
  const own = node(value.action);
  if (own) {
    if (value.type === 'button' && text(own.label) === '') yield required(`${path}.action.label`);
    yield* action(own, `${path}.action`);
  }
  if (value.type === 'text' && text(value.text) === '' && list(value.contents).length === 0) {
    yield required(`${path}.text`);
  }
  for (const key of ['header', 'hero', 'body', 'footer']) {
    const part = node(value[key]);
    if (part) yield* flexPart(part, `${path}.${key}`);
  }
  for (const [index, part] of list(value.contents).entries())
    yield* flexPart(part, `${path}.contents[${index}]`);
};

const flex: Check = function* (value, path) {
  if (text(value.altText) === '') yield required(`${path}.altText`);
  yield* atMost(`${path}.altText`, text(value.altText).length, 400, 'characters');
  const contents = node(value.contents);
  if (!contents) return;
  const at = `${path}.contents`;
  const bubbles = contents.type === 'carousel' ? list(contents.contents) : [contents];
  if (bubbles.length === 0) yield required(`${at}.contents`);
  yield* atMost(`${at}.contents`, bubbles.length, 12, 'bubbles');
  yield* atMost(at, bytes(contents), 50_000, 'bytes');
  for (const bubble of bubbles) yield* atMost(at, bytes(bubble), 30_000, 'bytes in a bubble');
  yield* flexPart(contents, at);
};

const template: Check = function* (value, path) {
  if (text(value.altText) === '') yield required(`${path}.altText`);
  const inner = node(value.template);
  if (!inner) return;
  const at = `${path}.template`;
  const most = inner.type === 'confirm' ? 2 : 4;
  yield* atMost(`${at}.actions`, list(inner.actions).length, most, 'actions');
  yield* atMost(`${at}.columns`, list(inner.columns).length, 10, 'columns');
  for (const [index, item] of list(inner.actions).entries()) yield* action(item, `${at}.actions[${index}]`);
};

const message: Check = function* (value, path) {
  if (value.type === 'text') {
    if (text(value.text).trim() === '') yield required(`${path}.text`);
    yield* atMost(`${path}.text`, text(value.text).length, 5_000, 'UTF-16 code units');
  }
  if (value.type === 'flex') yield* flex(value, path);
  if (value.type === 'template') yield* template(value, path);
  const quick = node(value.quickReply);
  if (quick) yield* quickReply(quick, `${path}.quickReply`);
  const sender = node(value.sender);
  if (/line/i.test(text(sender?.name)))
    yield { property: `${path}.sender.name`, message: 'may not contain LINE' };
};

/**
 * What the service refuses although its OpenAPI file allows it (L-25 … L-28), written apart from the adapter's own
 * limits so that one mistake is not made twice. `messages` is the list of one call.
 */
export function limitProblems(messages: unknown): readonly SpecProblem[] {
  return list(messages).flatMap((value, index) => [...message(value, `messages[${index}]`)]);
}
