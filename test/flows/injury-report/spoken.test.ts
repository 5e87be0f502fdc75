import { describe, expect, it } from 'vitest';
import { LANGUAGE_TAGS } from '../../../bot/languages.ts';
import { INJURY_STEPS } from '../../../flows/injury-report/flow.ts';
import { spokenInjuryReport } from '../../../flows/injury-report/spoken-injury-report.ts';
import { engineTexts } from '../../../flows/texts/engine-texts-of.ts';
import { FlowDialogue } from '../dialogue.ts';

const letters = new Intl.Segmenter('en', { granularity: 'grapheme' });
const { texts } = spokenInjuryReport;

describe('words of the injury report', () => {
  it.each(LANGUAGE_TAGS)(
    '%s: labels fit a button, differ in their question, and consent names what is true',
    (lang) => {
      const { title, steps } = texts[lang];
      const controls = Object.values(engineTexts(lang).buttons);
      const long = [title];
      for (const step of INJURY_STEPS) {
        const words = steps[step.id];
        expect(words?.ask, step.id).toBeTruthy();
        const labels = Object.values(words?.options ?? {});
        expect(new Set(labels).size, step.id).toBe(labels.length);
        for (const label of labels) expect(controls, step.id).not.toContain(label);
        long.push(...labels);
      }
      expect(long.filter((label) => [...letters.segment(label)].length > 20)).toEqual([]);
      expect(steps.consent?.ask).toContain('119');
      expect(steps.consent?.ask).toContain(engineTexts(lang).buttons.send);
      expect(steps.designated?.ask).toContain('労災指定医療機関');
    },
  );

  it.each(LANGUAGE_TAGS)('%s: every label, typed, means its own option', async (lang) => {
    for (const id of ['who', 'site', 'situation', 'accident', 'treatment', 'card', 'side'] as const) {
      const step = INJURY_STEPS.find((item) => item.id === id);
      const options = texts[lang].steps[id]?.options ?? {};
      for (const [option, label] of Object.entries(options)) {
        const asking = { lang, now: 0, label: (name: string) => options[name] ?? name };
        expect(step?.accept({ text: label }, asking), `${id}: ${label}`).toEqual({
          type: 'value',
          value: option,
        });
      }
    }
  });
});

const STORIES = [
  {
    lang: 'vi',
    says: 'đồng ý|không|tôi|hôm qua|15h30|Aichi|nhà máy|đang làm việc|1|Máy kẹp ngón tay tôi|ngón tay|xong|bên phải|đã đi khám bác sĩ|có|không|không|thẻ bảo hiểm y tế|có|3, 5|5|không|bỏ qua|1, 2|bỏ qua',
  },
  {
    lang: 'my',
    says: 'သဘောတူပါတယ်|မဟုတ်ပါ|ကိုယ်တိုင်|မနေ့က|ညနေ ၃ နာရီခွဲ|Aichi|စက်ရုံ|၁|၁|စက်က လက်ချောင်းကို ညပ်တယ်|၈|ပြီးပါပြီ|ညာဘက်|ဆရာဝန်ပြပြီးပြီ|ဟုတ်ကဲ့|မဟုတ်ပါ|မဟုတ်ပါ|၁|ဟုတ်ကဲ့|၃၊ ၅|၅|မဟုတ်ပါ|ကျော်မယ်|၁၊ ၂|ကျော်မယ်',
  },
  {
    lang: 'ja-simple',
    says: 'いいです|いいえ|わたし|きのう|ごご 3時半|愛知|工場|1|1|ゆびを きかいに はさみました|8|ぜんぶです|右|病院に 行った|はい|いいえ|いいえ|1|はい|3、5|5|いいえ|こたえない|1、2|こたえない',
  },
] as const;

describe('the injury report as a conversation', () => {
  it.each(STORIES)('goes from the first question to one report in $lang', async ({ lang, says }) => {
    const user = new FlowDialogue(spokenInjuryReport, lang);
    await user.taps('flow:injury-report');
    const review = await user.tells(...says.split('|'));
    expect(review?.text).toContain(engineTexts(lang).review);
    await user.says(engineTexts(lang).buttons.send);
    expect(user.reports).toHaveLength(1);
    expect(user.reports[0]).toMatchObject({
      danger: false,
      who: 'self',
      date: '2026-11-24',
      time: '15:30',
      prefecture: 'aichi',
      site: 'factory',
      situation: 'work',
      accident: 'caught',
      body: ['finger'],
      side: 'right',
      treatment: 'hospital',
      designated: true,
      paid: false,
      card: 'health',
      companySaid: ['use-health-card', 'keep-quiet'],
      daysOff: 5,
      witnesses: false,
      readers: ['advisors', 'office'],
      hidden: true,
      urgency: 'high',
    });
    expect(user.alarms).toBe(0);
  });

  it('raises the alarm at the danger question and goes on', async () => {
    const user = new FlowDialogue(spokenInjuryReport, 'en');
    await user.taps('flow:injury-report');
    const next = await user.tells('I agree', 'yes');
    expect(user.alarms).toBe(1);
    expect(next?.text).toContain('Who is hurt?');
  });
});
