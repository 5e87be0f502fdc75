import { asciiDigits } from './digits.ts';
import { MONEY_AFTER, MONEY_BEFORE, MY_NUMBER_LABELS, PASSPORT_LABELS, PHONE_LABELS } from './mask-labels.ts';

/** What stands in a text where an identifier stood. The same in every language, and never looks like a number. */
export const MASK = '[***]';

const DASH = /[‐‑‒–—―−－﹣]/u;
const SPACE = /[\u00a0\u2000-\u200a\u202f\u205f\u3000\t]/u;
const INVISIBLE = /[\u200b-\u200f\u2060\ufeff\u00ad]/u;
const FULL_WIDTH = /[Ａ-Ｚａ-ｚ]/u;

/** The text with one ASCII-like unit per character, and where each unit stands in the original. */
function plainForm(text: string): { plain: string; from: number[]; to: number[] } {
  let plain = '';
  const from: number[] = [];
  const to: number[] = [];
  let at = 0;
  for (const character of text) {
    const end = at + character.length;
    if (!INVISIBLE.test(character)) {
      const digit = asciiDigits(character);
      let unit = digit.length === 1 ? digit : '\ufffd';
      if (DASH.test(unit)) unit = '-';
      else if (SPACE.test(unit)) unit = ' ';
      else if (FULL_WIDTH.test(unit)) unit = String.fromCharCode(unit.charCodeAt(0) - 0xfee0);
      plain += unit;
      from.push(at);
      to.push(end);
    }
    at = end;
  }
  return { plain, from, to };
}

/** Check digit of a My Number (ministerial ordinance 85/2014, article 5): weights 2–7, then 2–6, from the right. */
function isMyNumber(digits: string): boolean {
  let sum = 0;
  for (let n = 1; n <= 11; n += 1) sum += Number(digits[11 - n]) * (n <= 6 ? n + 1 : n - 5);
  const rest = sum % 11;
  return Number(digits[11]) === (rest <= 1 ? 0 : 11 - rest);
}

/** Luhn's sum (ISO/IEC 7812-1). */
function passesLuhn(digits: string): boolean {
  let sum = 0;
  for (let index = 0; index < digits.length; index += 1) {
    const digit = Number(digits[digits.length - 1 - index]);
    const value = index % 2 === 1 ? digit * 2 : digit;
    sum += value > 9 ? value - 9 : value;
  }
  return sum % 10 === 0;
}

/** First digits and lengths that card networks use. */
const CARD =
  /^(?:4\d{12}(?:\d{3}){0,2}|5[0-8]\d{14}|2[2-7]\d{14}|3[47]\d{13}|3(?:0[0-5]|[68]\d|9\d)\d{11}|35\d{14}|6\d{15,18})$/;
const DATE = String.raw`(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])`;
const DATE_ONLY = new RegExp(`^${DATE}$`);
const DATE_TIME = new RegExp(String.raw`^${DATE}(?:[01]\d|2[0-3])[0-5]\d$`);
/** Mobile numbers with their country's code but without "+": Japan, Philippines, Myanmar. */
const MOBILE = /^(?:81[789]0\d{8}|639\d{9}|959\d{9})$/;

interface Around {
  readonly before: string;
  readonly after: string;
}

const isMoney = ({ before, after }: Around) => MONEY_AFTER.test(after) || MONEY_BEFORE.test(before);
const isDialled = ({ before }: Around) => /(?:\+|\b00|\b010-?)\s?\(?$/.test(before);
const myNumberNear = ({ before, after }: Around) =>
  MY_NUMBER_LABELS.test(before) || MY_NUMBER_LABELS.test(after.slice(0, 20));

/** Digits in any grouping: decides by their number, check digit and neighbours. */
function isSecretNumber(run: string, around: Around): boolean {
  const digits = run.replace(/\D/g, '');
  if (isDialled(around) || isMoney(around)) return false;
  if (digits.length === 12) {
    if (myNumberNear(around)) return true;
    if (!/^(?:\d{12}|\d{4}([ .-])\d{4}\1\d{4})$/.test(run)) return false;
    if (MOBILE.test(digits) || DATE_TIME.test(digits) || PHONE_LABELS.test(around.before.slice(-14)))
      return false;
    return isMyNumber(digits);
  }
  if (!/^(?:\d{13,19}|\d{4}([ -])(?:\d{4}\1\d{4}\1\d{4}(?:\1\d{1,3})?|\d{6}\1\d{4,5}))$/.test(run))
    return false;
  return CARD.test(digits) && passesLuhn(digits);
}

/** A passport's number beside its name; without it the shapes that passports of our people's countries have. */
function isPassport(run: string, around: Around): boolean {
  if (/^(?:[A-Z]{1,2}\d{7}[A-Z]?|[A-Z]\d{8}|M[A-Z]\d{6})$/.test(run)) return true;
  if (!PASSPORT_LABELS.test(around.before) && !PASSPORT_LABELS.test(around.after.slice(0, 20))) return false;
  return /[A-Za-z]/.test(run) || (!isMoney(around) && !DATE_ONLY.test(run) && !isDialled(around));
}

const RESIDENCE_CARD = /(?<![0-9A-Za-z])[A-Za-z]{2}[ -]?\d{4}[ -]?\d{4}[ -]?[A-Za-z]{2}(?![0-9A-Za-z])/g;
const PASSPORT =
  /(?<![0-9A-Za-z]|\d[-.,/])(?:[A-Z]{1,2}[ -]|[A-Za-z]{0,2})\d{6,9}[A-Za-z]?(?![0-9A-Za-z]|[-.,/]\d)/g;
const ROW_OF_GROUPS = /(?<![A-Za-z])\d+(?:[ .\-/_·・,]{1,3}\d+)*(?![A-Za-z])/g;

interface Span {
  readonly start: number;
  readonly end: number;
}

/** Every run of whole digit groups in a row of groups that has 12 to 19 digits, the longest first. */
function* runsOf(row: string, offset: number): Generator<Span> {
  const groups = [...row.matchAll(/\d+/g)].map(({ index, 0: digits }) => ({ index, length: digits.length }));
  for (let first = 0; first < groups.length; first += 1) {
    const ends: number[] = [];
    let total = 0;
    for (const { index, length } of groups.slice(first, first + 19)) {
      total += length;
      if (total > 19) break;
      if (total >= 12) ends.unshift(index + length);
    }
    const start = groups[first]?.index ?? 0;
    for (const end of ends) yield { start: offset + start, end: offset + end };
  }
}

/**
 * Replaces numbers that must not be kept (P-12: My Number, Act 27/2013 articles 15, 19 and 20; residence
 * card, passport and credit card numbers) by {@link MASK}. Reads digits of every script, full-width forms
 * and separators. Leaves telephone numbers, dates and amounts of money as they are. Pure; the rest of the
 * text is not touched. An unlabelled My Number is known by its check digit only, so 1 in 11 other numbers of
 * twelve digits is masked, too.
 */
export function maskIdentifiers(text: string): string {
  if ((text.match(/\p{Nd}/gu)?.length ?? 0) < 6) return text;
  const { plain, from, to } = plainForm(text);
  const around = ({ start, end }: Span): Around => ({
    before: plain.slice(Math.max(0, start - 40), start).toLowerCase(),
    after: plain.slice(end, end + 40).toLowerCase(),
  });
  const spans: Span[] = [];
  const add = (span: Span, secret: (run: string, around: Around) => boolean) => {
    if (spans.some(({ start, end }) => span.start < end && start < span.end)) return;
    if (secret(plain.slice(span.start, span.end), around(span))) spans.push(span);
  };
  const matches = (pattern: RegExp) =>
    [...plain.matchAll(pattern)].map(({ index, 0: run }) => ({ start: index, end: index + run.length }));
  for (const span of matches(RESIDENCE_CARD)) add(span, () => true);
  for (const { start, end } of matches(ROW_OF_GROUPS))
    for (const span of runsOf(plain.slice(start, end), start)) add(span, isSecretNumber);
  for (const span of matches(PASSPORT)) add(span, isPassport);
  let masked = '';
  let done = 0;
  for (const { start, end } of spans.sort((a, b) => a.start - b.start)) {
    masked += text.slice(done, from[start]) + MASK;
    done = to[end - 1] ?? text.length;
  }
  return masked + text.slice(done);
}
