import type { WireActivity, WireChoice, WireCitation, WireLink, WireSet } from './wire.ts';

/** How the sending of a line went; `refused`: the server does not take such a file, trying again is no use. */
export type LineState = 'sending' | 'sent' | 'failed' | 'refused';

/** One line on the screen. */
export interface Line {
  /** Client id of our own line, else the server's id: never changes, so a node is only ever added. */
  readonly key: string;
  readonly author: 'you' | 'bot' | 'advisor';
  readonly text: string;
  readonly lang?: string;
  readonly state: LineState;
  readonly kind?: string;
  readonly erased?: boolean;
  readonly links: readonly WireLink[];
  readonly citations: readonly WireCitation[];
  readonly choices: readonly WireChoice[];
  readonly files: readonly string[];
}

/** The lines with the next set of activities put in: nothing twice, nothing moved. Pure. */
export function addActivities(lines: readonly Line[], set: WireSet): readonly Line[] {
  const next = [...lines];
  for (const activity of set.activities) {
    const client = activity.channelData?.clientActivityID;
    const mine = activity.from?.role === 'user';
    const key = mine && client ? client : (activity.id ?? '');
    if (!key) continue;
    const at = next.findIndex((line) => line.key === key || line.key === keyOfErased(activity));
    const known = at < 0 ? undefined : next[at];
    if (activity.type === 'messageDelete') {
      if (known)
        next[at] = { ...known, text: '', erased: true, links: [], citations: [], choices: [], files: [] };
    } else if (activity.type === 'message') {
      if (!known) next.push(toLine(activity, key, mine));
      else if (known.state !== 'sent') next[at] = { ...known, state: 'sent' };
    }
  }
  return next;
}

/** The choices that can still be tapped: those of the newest line, when it is ours to answer. */
export function openChoices(lines: readonly Line[]): readonly WireChoice[] {
  const last = lines.at(-1);
  return last && last.author !== 'you' ? last.choices : [];
}

function keyOfErased(activity: WireActivity): string | undefined {
  // An erased line of ours comes under its server id, `{conversation}|{client id}`.
  return activity.type === 'messageDelete' ? activity.id?.split('|').slice(1).join('|') : undefined;
}

function toLine(activity: WireActivity, key: string, mine: boolean): Line {
  const extra = activity.channelData?.soudan;
  return {
    key,
    author: mine ? 'you' : extra?.author === 'advisor' ? 'advisor' : 'bot',
    text: activity.text ?? '',
    state: 'sent',
    ...(extra?.lang ? { lang: extra.lang } : {}),
    ...(extra?.kind ? { kind: extra.kind } : {}),
    links: (extra?.links ?? []).filter(({ href }) => isSafe(href)),
    citations: (extra?.citations ?? []).filter(({ url }) => isSafe(url)),
    choices: activity.suggestedActions?.actions ?? [],
    files: (activity.attachments ?? []).map(({ name }) => name ?? '📎'),
  };
}

function isSafe(href: string): boolean {
  return /^(https:\/\/|tel:[+*#\d-]+$)/.test(href);
}
