/** A LINE object as JSON. */
export type LineJson = Readonly<Record<string, unknown>>;

/** Something to tap. */
export interface SeenButton {
  readonly label: string;
  readonly action: LineJson;
}

/** What a person sees of one LINE message. */
export interface SeenMessage {
  /** The text, or the alternative text of what is not text. */
  readonly text: string;
  readonly quickReplies: readonly SeenButton[];
  /** Buttons and tappable boxes of Flex and template messages, in reading order. */
  readonly buttons: readonly SeenButton[];
  readonly raw: LineJson;
}

const isJson = (value: unknown): value is LineJson =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function textIn(value: unknown): string {
  if (Array.isArray(value)) return value.map(textIn).filter(Boolean).join(' ');
  if (!isJson(value)) return '';
  return typeof value.text === 'string' ? value.text : textIn(value.contents);
}

function buttonsIn(value: unknown): SeenButton[] {
  if (Array.isArray(value)) return value.flatMap(buttonsIn);
  if (!isJson(value)) return [];
  const { action } = value;
  const own = isJson(action)
    ? [{ label: value.type === 'button' ? String(action.label) : textIn(value.contents), action }]
    : [];
  const inner = ['header', 'hero', 'body', 'footer', 'contents', 'template', 'columns'].flatMap((key) =>
    buttonsIn(value[key]),
  );
  const actions = Array.isArray(value.actions)
    ? value.actions.filter(isJson).map((each) => ({ label: String(each.label), action: each }))
    : [];
  return [...own, ...inner, ...actions];
}

function quickRepliesIn(raw: LineJson): SeenButton[] {
  const { quickReply } = raw;
  const items = isJson(quickReply) && Array.isArray(quickReply.items) ? quickReply.items : [];
  return items
    .filter(isJson)
    .map((item) => item.action)
    .filter(isJson)
    .map((action) => ({ label: String(action.label), action }));
}

/** See {@link SeenMessage}. */
export function seenMessage(raw: LineJson): SeenMessage {
  const text = raw.text ?? raw.altText ?? `[${String(raw.type)}]`;
  return {
    text: String(text),
    quickReplies: quickRepliesIn(raw),
    buttons: buttonsIn(raw.contents ?? raw.template),
    raw,
  };
}
