/**
 * Kanji that a beginner writes: those of the first steps of every course (numbers, days, people, going,
 * eating, and what a trainee meets daily: 会社 仕事 休 国 病院).
 */
const EASY_KANJI =
  /^[一二三四五六七八九十百千万円年月日時分半今何人私友名前男女子父母本会社仕事休国語学校先生行来帰見食飲聞話言読書買出入立大小高安新古長多少上下中外右左手足目口耳頭体水火木金土山川車電気天雨朝昼夜毎週間道駅店家病院元好明早]*$/u;

const SENTENCE_END = /[。．！？!?\n]+/;

/**
 * True when a Japanese text is written as a beginner writes: kana only, or short sentences with few and easy
 * kanji (contract §2: answered in easy Japanese). Numbers and Latin words count as nothing.
 */
export function isEasyJapanese(text: string): boolean {
  const kanji = text.match(/\p{Script=Han}/gu)?.length ?? 0;
  const kana = text.match(/[\u3041-\u30ff]/g)?.length ?? 0;
  if (kana === 0) return false;
  const longest = Math.max(
    ...text.split(SENTENCE_END).map((sentence) => sentence.match(/[\p{L}\p{N}]/gu)?.length ?? 0),
  );
  if (kanji === 0) return longest <= 60;
  const easy = EASY_KANJI.test((text.match(/\p{Script=Han}/gu) ?? []).join(''));
  // Spaces between words are the beginner's own way of writing.
  const spaced = /[\u3041-\u30ff\p{Script=Han}][ \u3000][\u3041-\u30ff\p{Script=Han}]/u.test(text);
  return easy && longest <= 30 && kanji / (kanji + kana) <= (spaced ? 0.5 : 0.34);
}
