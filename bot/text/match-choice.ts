import type { LanguageTag } from '../languages.ts';
import type { Choice } from '../message.ts';
import { folded } from './folded.ts';
import { skeleton } from './skeleton.ts';
import { yesNo } from './yes-no.ts';

const KANJI_NUMBERS = '一二三四五六七八九十';

/** Words around a number that change nothing: "no. 2", "số 2", "2番". */
const AROUND_NUMBER =
  /^(?:no\.?|number|option|so|nomor|nomer|numero|bilang|di|ข้อ|ที่|ទី|លេខ|ຂໍ້|ທີ|число|дугаар|नम्बर|নম্বর|නොමරය|အမှတ်|第|選択)?\s*#?\(?(\d{1,2})\)?\s*(?:番|ばん|番目|ばんめ|번|号|號|个|個|-р|дугаар|ပါတ်|र|টা|ta|wata)?[.)。]?$/u;

function numberIn(text: string): number | undefined {
  const sign = KANJI_NUMBERS.indexOf(text.trim()) + 1;
  if (text.trim().length === 1 && sign > 0) return sign;
  const digits = AROUND_NUMBER.exec(folded(text))?.[1];
  return digits ? Number(digits) : undefined;
}

const words = (text: string) => text.replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ').trim();

interface Label {
  readonly value: string;
  readonly folded: string;
  readonly bones: string;
}

/** The only label for which `test` holds. */
function only(labels: readonly Label[], test: (label: Label) => boolean): string | undefined {
  const found = labels.filter(test);
  return found.length === 1 ? found[0]?.value : undefined;
}

/**
 * Which of the offered choices a typed text means: its words (marks, case, script and sound may differ), its
 * number in any digits, a yes or no in any of our languages where values end in `yes` and `no`, a part of one
 * label that no other has. Undefined when it means none or more than one. Pure.
 */
export function matchChoice(
  text: string,
  choices: readonly Choice[],
  lang?: LanguageTag,
): string | undefined {
  if (choices.length === 0 || text.length > 200) return undefined;
  const exact = choices.find(({ value, label }) => text === value || text === label);
  if (exact) return exact.value;
  const labels = choices.map(({ value, label }) => {
    const fold = words(folded(label, lang));
    return { value, folded: fold, bones: skeleton(fold) };
  });
  const typed = words(folded(text, lang));
  const bones = skeleton(typed);
  const same =
    (typed !== '' && only(labels, (label) => label.folded === typed)) ||
    (bones.length > 1 && only(labels, (label) => label.bones === bones));
  if (same) return same;

  const number = numberIn(text);
  // Where labels are numbers themselves ("2" hours), a number means its label or nothing.
  const numeric = labels.some((label) => /^\d/.test(label.folded));
  if (number !== undefined) return numeric ? undefined : choices[number - 1]?.value;

  const answer = yesNo(text, lang);
  if (answer) {
    const meant = only(labels, ({ value }) => new RegExp(`(^|[^a-z])${answer}$`).test(value));
    if (meant) return meant;
  }
  if (bones.length < 4) return undefined;
  return (
    only(labels, (label) => label.bones.startsWith(bones)) ??
    only(labels, (label) => label.bones.length >= 4 && ` ${bones} `.includes(` ${label.bones} `))
  );
}
