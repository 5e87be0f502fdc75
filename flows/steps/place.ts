import { z } from 'zod';
import { accepted, problem, type Step, type StepBase } from '../step.ts';
import { optionMeant } from './choice.ts';

/** The 47 prefectures in seven regions, north to south: short enough for buttons. Ids as in the table of prefectures. */
export const REGIONS = {
  'hokkaido-tohoku': ['hokkaido', 'aomori', 'iwate', 'miyagi', 'akita', 'yamagata', 'fukushima'],
  kanto: ['ibaraki', 'tochigi', 'gunma', 'saitama', 'chiba', 'tokyo', 'kanagawa'],
  chubu: ['niigata', 'toyama', 'ishikawa', 'fukui', 'yamanashi', 'nagano', 'gifu', 'shizuoka', 'aichi'],
  kinki: ['mie', 'shiga', 'kyoto', 'osaka', 'hyogo', 'nara', 'wakayama'],
  chugoku: ['tottori', 'shimane', 'okayama', 'hiroshima', 'yamaguchi'],
  shikoku: ['tokushima', 'kagawa', 'ehime', 'kochi'],
  'kyushu-okinawa': ['fukuoka', 'saga', 'nagasaki', 'kumamoto', 'oita', 'miyazaki', 'kagoshima', 'okinawa'],
} as const;

const NAMES = Object.keys(REGIONS);
const PREFECTURES: readonly string[] = Object.values(REGIONS).flat();

/** Prefectures of a region id; undefined when it is none. */
function within(region: unknown): readonly string[] | undefined {
  return Object.entries(REGIONS).find(([name]) => name === region)?.[1];
}

/** A prefecture of Japan: region first, then the prefecture; a typed name ("Aichi", 愛知) answers at once. */
export function placeStep(base: StepBase): Step {
  return {
    ...base,
    kind: 'place',
    unknowable: true,
    options: (draft) => within(draft) ?? NAMES,
    accept: (input, asking) => {
      const shown = within(asking.draft) ?? NAMES;
      const meant = optionMeant(shown, input, asking) ?? byName(input.text ?? '', asking.label);
      if (meant === undefined) return problem('choose');
      return within(meant) ? { type: 'more', draft: meant } : accepted(meant);
    },
    value: z.string().refine((id) => PREFECTURES.includes(id)),
  };
}

/** The one prefecture whose name stands in the text. */
function byName(text: string, label: (option: string) => string): string | undefined {
  const typed = text.normalize('NFKC').toLowerCase();
  const found = PREFECTURES.filter((id) => {
    if (new RegExp(`(?<![a-z])${id}(?![a-z])`).test(typed)) return true;
    return label(id)
      .split(/[\s/()（）]+/)
      .map((part) => (part.length > 2 ? part.replace(/[都府県]$/, '') : part).toLowerCase())
      .some((part) => /\p{Script=Han}/u.test(part) && part.length > 1 && typed.includes(part));
  });
  // 京都 stands in 東京都: the longer name wins.
  const exact = found.length > 1 ? found.filter((id) => !(id === 'kyoto' && found.includes('tokyo'))) : found;
  return exact.length === 1 ? exact[0] : undefined;
}
