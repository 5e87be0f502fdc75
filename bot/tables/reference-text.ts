import { LANGUAGES, type LanguageTag } from '../languages.ts';
import { coreTexts } from '../locales/core.ts';
import { formatDate, formatHour, formatMoment } from '../locales/dates.ts';
import type { Link } from '../message.ts';
import { interpreterRequest } from './interpreter-request.ts';
import { type LineOffer, linesFor, mayShow, speechOf } from './lines-for.ts';
import type { Tables } from './load.ts';
import { japanDate, opening } from './opening.ts';
import { type Form, type Line, lineCategory, type Wage } from './schema.ts';

/** Plain text with `\n`, and the places in it that are links. */
export interface ReferenceText {
  readonly text: string;
  readonly links: readonly Link[];
}

/** Longest list of lines in a text: more than a tired reader takes in helps nobody. */
const MOST_LINES = 4;

/** `tel:` address of a number as written in the tables. */
export function telLink(number: string): Link {
  return { label: number, href: `tel:${number.replace(/[^0-9#]/g, '').replace('#', '%23')}` };
}

const japanese = (lang: LanguageTag) => lang === 'ja' || lang === 'ja-simple';
const join = (lang: LanguageTag, parts: readonly string[]) =>
  parts.join(japanese(lang) || lang === 'zh' ? '、' : ', ');

/** Name of a line in the reader's language, else Japanese for who reads Japanese, else English. */
function lineName(line: Line, lang: LanguageTag): string {
  if (line.id === 'police') return coreTexts(lang).lines.police;
  if (line.id === 'ambulance') return coreTexts(lang).lines.ambulance;
  return line.names[lang] ?? (japanese(lang) ? line.names.ja : line.names.en);
}

function lineText(offer: LineOffer, lang: LanguageTag, now: number): string {
  const { line, speech, opening: open } = offer;
  const t = coreTexts(lang).lines;
  const notes: string[] = [];
  if (line.press !== undefined) notes.push(t.press(line.press));
  if (line.hours === 'always') notes.push(t.allDay);
  else if (open.state === 'open') notes.push(t.openNow);
  else if (open.state === 'closed' && open.opensAt !== undefined) {
    const today = japanDate(open.opensAt) === japanDate(now);
    notes.push(t.opens(today ? formatHour(open.opensAt) : formatMoment(lang, open.opensAt)));
  }
  if (line.uncertain || open.state === 'varies') notes.push(t.hoursVary);
  if (line.free) notes.push(t.free);
  if (speech === 'several') notes.push(t.severalLanguages);
  if (speech === 'english') notes.push(LANGUAGES.en.name);
  if (speech === 'japanese') notes.push(t.japaneseOnly);
  return `・${lineName(line, lang)}: ${line.number} (${join(lang, notes)})`;
}

/**
 * Lines as text: at most four, those in the reader's language first, with what to say in Japanese where the
 * line has no such language, and the day on which the numbers were read. Empty list → says so.
 */
export function offersText(offers: readonly LineOffer[], lang: LanguageTag, now: number): ReferenceText {
  const t = coreTexts(lang).lines;
  const own = offers.filter((offer) => offer.speech === 'own');
  const shown = [...own, ...offers.filter((offer) => offer.speech !== 'own')].slice(0, MOST_LINES);
  if (shown.length === 0) return { text: t.none, links: [] };
  const rows = shown.map((offer) => lineText(offer, lang, now));
  const ask = shown.some((offer) => offer.speech !== 'own') ? interpreterRequest(lang) : undefined;
  if (ask) rows.push(`${t.sayThis}: ${ask.ja} (${ask.reading}) = ${t.interpreterMeaning}`);
  const dates = shown.flatMap(({ line }) =>
    line.source && !/^11[09]$/.test(line.number) ? [line.source.checked] : [],
  );
  const oldest = dates.sort()[0];
  if (oldest !== undefined) rows.push(t.seenOn(formatDate(lang, oldest)));
  const numbers = [...new Set(shown.map(({ line }) => line.number))];
  return { text: rows.join('\n'), links: numbers.map(telLink) };
}

/** Name of a form and what it is for. */
export function formText(form: Form, lang: LanguageTag): string {
  const t = coreTexts(lang).forms;
  const name = japanese(lang) ? form.ja : `${form.ja} (${form.romaji})`;
  return `${name}: ${t[form.purpose]} (${t[form.cause]})`;
}

function wagesText(tables: Tables, lang: LanguageTag, now: number): string {
  const t = coreTexts(lang).wages;
  const today = japanDate(now);
  const places = new Map(tables.prefectures.map((item) => [item.id, item]));
  const row = (wage: Wage) => {
    const place = places.get(wage.id);
    const name = japanese(lang) ? (place?.ja ?? wage.id) : `${place?.romaji ?? wage.id} (${place?.ja ?? ''})`;
    const amount = t.perHour(wage.yen.toLocaleString('en'));
    if (today >= wage.from) return `${name}: ${amount}`;
    const later = `${coreTexts(lang).from(formatDate(lang, wage.from))} ${amount}`;
    return wage.previous === undefined
      ? `${name}: ${later}`
      : `${name}: ${t.perHour(wage.previous.toLocaleString('en'))}, ${later}`;
  };
  return [`${t.heading}`, ...tables.wages.map(row), t.note].join('\n');
}

/**
 * Text for a reference in an article (`{{…}}` without the braces): `line ID`, `lines CATEGORY`, `form ID`,
 * `office ID`, `wages`. Undefined when it names nothing that we have: the article's check treats that as a fault.
 */
export function referenceText(
  tables: Tables,
  reference: string,
  lang: LanguageTag,
  now: number,
): ReferenceText | undefined {
  const [what, id = ''] = reference.trim().split(/\s+/);
  if (what === 'wages') return { text: wagesText(tables, lang, now), links: [] };
  if (what === 'lines') {
    const category = lineCategory.safeParse(id);
    if (!category.success) return undefined;
    const offers = linesFor(tables, category.data, lang, now);
    // A category without any number for this reader leaves no trace: the other lines of the text stand.
    return offers.length > 0 ? offersText(offers, lang, now) : { text: '', links: [] };
  }
  if (what === 'line') {
    const line = tables.lines.find((item) => item.id === id);
    if (!line) return undefined;
    if (!mayShow(line)) return { text: coreTexts(lang).lines.none, links: [] };
    const speech = speechOf(line, lang);
    const open = opening(line.hours, now, tables.holidays);
    return offersText([{ line, speech, opening: open }], lang, now);
  }
  if (what === 'form') {
    const form = tables.forms.find((item) => item.id === id);
    return form && { text: formText(form, lang), links: [] };
  }
  if (what === 'office') {
    const office = tables.offices.find((item) => item.id === id);
    if (!office) return undefined;
    const t = coreTexts(lang).offices;
    const city = japanese(lang) ? office.names.ja : `${office.names.romaji} (${office.names.ja})`;
    const rows = [t.heading(city)];
    if (office.address !== undefined) rows.push(office.address);
    rows.push(office.number ?? t.noNumber);
    return { text: rows.join('\n'), links: office.number === undefined ? [] : [telLink(office.number)] };
  }
  return undefined;
}
