import { describe, expect, it } from 'vitest';
import type { Activity } from '../../../bot/activity.ts';
import { freshConversation } from '../../../bot/conversation.ts';
import { chooseLanguage } from '../../../bot/language/choose-language.ts';
import type { LanguageTag } from '../../../bot/languages.ts';
import { coreTexts } from '../../../bot/locales/core.ts';
import { silentLog } from '../../../bot/log.ts';
import { runMiddleware } from '../../../bot/middleware.ts';
import { createTurn, type TurnContext } from '../../../bot/turn.ts';

interface Said {
  readonly says?: string;
  readonly taps?: string;
  readonly locale?: string;
  readonly sticker?: boolean;
}

/** One conversation; gives the turn and whether the next middleware was reached. */
function conversation(audience: 'trainee' | 'company' = 'trainee') {
  let state = freshConversation(audience);
  let count = 0;
  return async (
    said: Said,
    change: Partial<typeof state> = {},
  ): Promise<{ turn: TurnContext; went: boolean }> => {
    count += 1;
    const base = {
      id: String(count),
      channel: 'test',
      conversation: 'test:1',
      address: null,
      from: { id: 'u', role: audience },
      at: count,
      ...(said.locale ? { locale: said.locale } : {}),
    } as const;
    const activity: Activity =
      said.taps !== undefined
        ? { ...base, type: 'action', value: said.taps }
        : said.says !== undefined
          ? { ...base, type: 'message', text: said.says, ...(said.sticker ? { sticker: true } : {}) }
          : { ...base, type: 'joined' };
    const turn = createTurn({
      activity,
      state: { ...state, ...change },
      now: count,
      signal: new AbortController().signal,
      log: silentLog,
      uuid: () => 'id',
    });
    let went = false;
    const reached = async () => {
      went = true;
    };
    await runMiddleware([chooseLanguage, reached], turn);
    state = turn.state;
    return { turn, went };
  };
}

async function dialogue(audience: 'trainee' | 'company', lines: readonly (readonly [Said, LanguageTag])[]) {
  const say = conversation(audience);
  for (const [said, tag] of lines) {
    const { turn } = await say(said);
    expect([said, turn.locale]).toEqual([said, tag]);
  }
}

describe('the language of a conversation', () => {
  it('follows a clear sentence, not a short word', async () => {
    await dialogue('trainee', [
      [{ says: 'luong toi thieu bao nhieu' }, 'vi'],
      [{ says: 'OK' }, 'vi'],
      [{ says: '👍' }, 'vi'],
      [{ says: '115' }, 'vi'],
      [{ says: 'hello' }, 'vi'],
      [{ says: '有給' }, 'vi'],
      [{ says: 'visa' }, 'vi'],
      [{ says: 'Sorry', sticker: true }, 'vi'],
      [{ says: 'My company has not paid me for two months' }, 'en'],
      [{ says: 'cam on' }, 'en'],
      [{ says: 'công ty không trả lương cho em' }, 'vi'],
    ]);
  });

  it('takes the profile first and gives it up at the first words', async () => {
    await dialogue('trainee', [
      [{ locale: 'id-ID' }, 'id'],
      [{ says: '👍', locale: 'id-ID' }, 'id'],
      [{ says: 'အချိန်ပိုကြေး မရဘူး', locale: 'id-ID' }, 'my'],
      [{ says: 'ok', locale: 'id-ID' }, 'my'],
    ]);
    await dialogue('trainee', [[{ locale: 'ja-JP' }, 'ja-simple']]);
    await dialogue('company', [[{ locale: 'ja-JP' }, 'ja']]);
    await dialogue('trainee', [[{ locale: 'pt-BR' }, 'en']]);
  });

  it('answers easy Japanese in easy Japanese and full Japanese in full', async () => {
    await dialogue('trainee', [
      [{ says: 'ゆうきゅうは なんにち ありますか' }, 'ja-simple'],
      [{ says: '残業代が支払われない場合の相談先を教えてください' }, 'ja'],
      [{ says: 'おかねが もらえません' }, 'ja-simple'],
    ]);
  });

  it('gives a company Japanese or English only', async () => {
    await dialogue('company', [
      [{ says: 'けんしゅうは いつですか' }, 'ja'],
      [{ says: 'how do I report an accident to the authorities' }, 'en'],
      [{ says: 'Công ty phải báo cáo tai nạn thế nào' }, 'en'],
      [{ says: 'やさしい日本語' }, 'ja'],
    ]);
  });

  it('answers what is not ours in English and says so in the state', async () => {
    const say = conversation();
    const { turn, went } = await say({ says: '¿Cuántos días de vacaciones tengo?' });
    expect(turn.state.language).toEqual({ tag: 'en', source: 'detected', other: true });
    expect(went).toBe(true);
    const { turn: later } = await say({ says: 'how many days of paid leave do I have' });
    expect(later.state.language).toEqual({ tag: 'en', source: 'detected' });
  });

  it('knows nothing from nothing', async () => {
    const { turn } = await conversation()({ says: '115' });
    expect(turn.locale).toBe('en');
    expect(turn.state.language).toBeUndefined();
  });
});

describe('a wish', () => {
  it.each<[Said, LanguageTag]>([
    [{ taps: 'lang:vi' }, 'vi'],
    [{ says: 'tieng viet' }, 'vi'],
    [{ says: 'ベトナム語' }, 'vi'],
    [{ says: 'English please' }, 'en'],
    [{ says: 'やさしい日本語' }, 'ja-simple'],
  ])('%j is answered in the new language and holds', async (said, tag) => {
    const say = conversation();
    const { turn, went } = await say(said);
    expect(went).toBe(false);
    expect(turn.effects.replies.map(({ text, lang }) => [text, lang])).toEqual([
      [coreTexts(tag).languageChanged, tag],
    ]);
    expect(turn.state.language).toEqual({ tag, source: 'chosen' });
    const { turn: next } = await say({ says: 'kapan saya bisa pulang ke indonesia' });
    expect(next.locale).toBe(tag);
    const { turn: changed } = await say({ taps: 'lang:lo' });
    expect(changed.locale).toBe('lo');
  });

  it('the list is shown on the button and on its words, with all fifteen', async () => {
    for (const said of [
      { taps: 'language' },
      { says: 'change language' },
      { says: coreTexts('my').buttons.language },
    ]) {
      const { turn, went } = await conversation()(said);
      expect(went).toBe(false);
      expect(turn.effects.replies[0]?.choices).toHaveLength(15);
      expect(turn.effects.replies[0]?.choices?.[2]).toEqual({ value: 'lang:en', label: 'English' });
    }
    const { turn } = await conversation('company')({ taps: 'language' });
    expect(turn.effects.replies[0]?.choices?.map(({ value }) => value)).toEqual(['lang:ja', 'lang:en']);
  });

  it('a name alone inside a flow answers the flow', async () => {
    const flow = { id: 'accident', version: 1, step: 'interpreter', answers: {} };
    const inside = await conversation()({ says: 'Vietnamese' }, { flow });
    expect(inside.went).toBe(true);
    const meant = await conversation()({ says: 'in Vietnamese please' }, { flow });
    expect(meant.went).toBe(false);
  });

  it('an unknown tag on a button is no wish', async () => {
    const { turn, went } = await conversation()({ taps: 'lang:xx' });
    expect(went).toBe(true);
    expect(turn.effects.replies).toEqual([]);
  });
});
