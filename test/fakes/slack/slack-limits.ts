import { isJson, jsonList, type SlackJson } from './slack-json.ts';

/** Written anew from Slack's own documents (channels.md, Block Kit table): nothing is imported from the adapter. */

/** Problems found so far; `at` is the place. */
type Report = (at: string, problem: string) => void;

function text(
  value: unknown,
  at: string,
  max: number,
  report: Report,
  types = ['plain_text', 'mrkdwn'],
): void {
  if (!isJson(value)) {
    report(at, 'no text object');
    return;
  }
  if (!types.includes(String(value.type))) report(at, `type ${String(value.type)} is not allowed here`);
  if (typeof value.text !== 'string' || value.text === '') {
    report(at, 'must be at least 1 character');
    return;
  }
  if (value.text.length > max) report(at, `${value.text.length} characters, at most ${max}`);
  if (value.type === 'mrkdwn') mrkdwn(value.text, at, report);
}

/** Every `<` opens a link, a mention or a date, and every `&` an entity; anything else was not escaped. */
function mrkdwn(value: string, at: string, report: Report): void {
  const rest = value.replace(/<(https?:\/\/|tel:|mailto:)[^\s<>|]+(\|[^<>|]+)?>/g, '');
  if (/[<>]/.test(rest)) report(at, 'a < or > that is no link');
  if (/&(?!(amp|lt|gt);)/.test(value)) report(at, 'an & that is no entity');
}

function string(value: unknown, at: string, max: number, report: Report): void {
  if (typeof value !== 'string' || value === '') report(at, 'must be a string that is not empty');
  else if (value.length > max) report(at, `${value.length} characters, at most ${max}`);
}

function option(value: SlackJson, at: string, report: Report): void {
  text(value.text, `${at}.text`, 75, report, ['plain_text']);
  string(value.value, `${at}.value`, 75, report);
}

function element(value: SlackJson, at: string, report: Report): void {
  string(value.action_id, `${at}.action_id`, 255, report);
  if (value.type === 'button') {
    text(value.text, `${at}.text`, 75, report, ['plain_text']);
    if (value.value !== undefined) string(value.value, `${at}.value`, 2_000, report);
    if (value.url !== undefined) string(value.url, `${at}.url`, 3_000, report);
  } else if (value.type === 'static_select') {
    const options = jsonList(value.options);
    if (options.length < 1 || options.length > 100)
      report(at, `${options.length} options, 1 to 100 are allowed`);
    for (const [index, each] of options.entries()) option(each, `${at}.options[${index}]`, report);
    if (value.placeholder !== undefined)
      text(value.placeholder, `${at}.placeholder`, 150, report, ['plain_text']);
  } else report(at, `element ${String(value.type)} is not supported`);
}

function block(value: SlackJson, at: string, report: Report): void {
  if (value.block_id !== undefined) string(value.block_id, `${at}.block_id`, 255, report);
  switch (value.type) {
    case 'section':
      text(value.text, `${at}.text`, 3_000, report);
      return;
    case 'divider':
      return;
    case 'context': {
      const elements = jsonList(value.elements);
      if (elements.length < 1 || elements.length > 10)
        report(at, `${elements.length} elements, 1 to 10 are allowed`);
      for (const [index, each] of elements.entries()) text(each, `${at}.elements[${index}]`, 3_000, report);
      return;
    }
    case 'actions': {
      const elements = jsonList(value.elements);
      if (elements.length < 1 || elements.length > 25)
        report(at, `${elements.length} elements, 1 to 25 are allowed`);
      const ids = elements.map((each) => each.action_id);
      if (new Set(ids).size < ids.length) report(at, 'action_id twice in one block');
      for (const [index, each] of elements.entries()) element(each, `${at}.elements[${index}]`, report);
      return;
    }
    case 'input':
      text(value.label, `${at}.label`, 2_000, report, ['plain_text']);
      return;
    default:
      report(at, `block ${String(value.type)} is unknown`);
  }
}

/** What is wrong with a message by Block Kit's limits; empty when nothing is. */
export function messageProblems(message: SlackJson): readonly string[] {
  const problems: string[] = [];
  const report: Report = (at, problem) => void problems.push(`${at}: ${problem}`);
  if (typeof message.text !== 'string' || message.text === '') report('text', 'no fallback text');
  else if (message.text.length > 4_000) report('text', 'longer than 4,000 characters');
  const { blocks } = message;
  if (blocks === undefined) return problems;
  if (!Array.isArray(blocks) || blocks.length < 1 || blocks.length > 50)
    report('blocks', '1 to 50 are allowed');
  if (JSON.stringify(blocks).length > 13_200) report('blocks', 'msg_blocks_too_long');
  for (const [index, each] of jsonList(blocks).entries()) block(each, `blocks[${index}]`, report);
  return problems;
}

/** What is wrong with a modal view; empty when nothing is. */
export function viewProblems(view: unknown): readonly string[] {
  if (!isJson(view)) return ['view: no object'];
  const problems: string[] = [];
  const report: Report = (at, problem) => void problems.push(`${at}: ${problem}`);
  if (view.type !== 'modal') report('type', 'must be modal');
  text(view.title, 'title', 24, report, ['plain_text']);
  string(view.callback_id, 'callback_id', 255, report);
  if (view.private_metadata !== undefined) string(view.private_metadata, 'private_metadata', 3_000, report);
  const blocks = jsonList(view.blocks);
  if (blocks.length < 1 || blocks.length > 100) report('blocks', '1 to 100 are allowed');
  for (const [index, each] of blocks.entries()) block(each, `blocks[${index}]`, report);
  return problems;
}
