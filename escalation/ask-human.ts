import { CHOICE } from '../bot/choice-values.ts';
import { LANGUAGE_TAGS } from '../bot/languages.ts';
import { coreTexts } from '../bot/locales/core.ts';
import { sayByReach } from '../bot/locales/say-by-reach.ts';
import type { Message } from '../bot/message.ts';
import type { Middleware } from '../bot/middleware.ts';
import type { ReachOf } from '../bot/ports/reach.ts';
import type { Tables } from '../bot/tables/load.ts';
import type { TurnContext } from '../bot/turn.ts';
import { linesText } from './lines-text.ts';
import { typedLabels } from './typed-labels.ts';

/** What answering "talk to a person" needs. */
export interface AskHumanOptions {
  readonly tables: Tables;
  readonly reachOf: ReachOf;
}

/** Other words for a person that people type in chats, beside the buttons' own. */
const MORE_WORDS: readonly string[] =
  'human|a human|real person|talk to human|talk to a human|i want to talk to a person|i want to talk to a human|can i talk to a person|can i talk to someone|speak to a person|i want to talk to someone|operator|agent|advisor|人と話したい|人と話す|ひとと話したい|ひととはなしたい|人と 話したい|人と はなしたい|人に相談したい|だれかと話したい|だれかと はなしたい|相談員と話したい|相談員|オペレーター|nguoi that|gap nguoi|noi chuyen voi nguoi that|toi muon noi chuyen voi nguoi|toi muon noi chuyen voi nguoi that|noi chuyen voi nguoi|cho toi gap nguoi|tu van vien|saya mau bicara dengan orang|saya ingin bicara dengan orang|mau bicara dengan orang|bicara dengan manusia|orang asli|konselor|ngomong sama orang|gusto kong makausap ang tao|tao po|makausap ang tao|gusto kong kumausap ng tao|gusto ko ng kausap|kumausap ng tao|tagapayo|人工|转人工|人工客服|找人|我想跟人说话|我想和人谈谈|我想找人谈谈|我想跟人聊聊|လူနဲ့ပြောချင်တယ်|လူနဲ့ စကားပြောချင်တယ်|လူတစ်ယောက်နဲ့ ပြောချင်တယ်|အကြံပေး|ចង់និយាយជាមួយមនុស្ស|ខ្ញុំចង់និយាយជាមួយមនុស្ស|សូមនិយាយជាមួយមនុស្ស|អ្នកប្រឹក្សា|อยากคุยกับคน|ขอคุยกับคน|ฉันอยากคุยกับคน|ผมอยากคุยกับคน|อยากคุยกับคนจริง|คุยกับเจ้าหน้าที่|ที่ปรึกษา|хүнтэй ярья|хүнтэй яримаар байна|би хүнтэй яримаар байна|хүнтэй ярьж болох уу|зөвлөх|मान्छेसँग कुरा गर्न चाहन्छु|म मान्छेसँग कुरा गर्न चाहन्छु|मान्छेसँग कुरा गर्नु छ|manche sanga kura garne|सल्लाहकार|মানুষের সাথে কথা বলতে চাই|আমি মানুষের সাথে কথা বলতে চাই|কারও সাথে কথা বলতে চাই|manusher sathe kotha|পরামর্শক|කෙනෙක් එක්ක කතා කරන්න ඕනේ|මට කෙනෙක් එක්ක කතා කරන්න ඕනේ|මට කෙනෙක් එක්ක කතා කරන්න ඕන|kenek ekka katha karanna|උපදේශක|ຢາກລົມກັບຄົນ|ຂ້ອຍຢາກລົມກັບຄົນ|ຂໍລົມກັບຄົນ|ທີ່ປຶກສາ'.split(
    '|',
  );

const WANTED = typedLabels(
  LANGUAGE_TAGS.flatMap((tag) => {
    const { human, lines } = coreTexts(tag).buttons;
    return [
      { value: CHOICE.human, label: human },
      { value: CHOICE.lines, label: lines },
    ];
  }).concat(MORE_WORDS.map((label) => ({ value: CHOICE.human, label }))),
);

/** Who can be called, with the emergency numbers and what to say. */
function numbers(turn: TurnContext, tables: Tables, before: string): Message {
  const { locale: lang, now } = turn;
  const { text, links } = linesText(tables, lang, now);
  return {
    kind: 'support',
    lang,
    text: [before, text].filter(Boolean).join('\n\n'),
    urgency: 'normal',
    purpose: 'ordinary',
    links,
  };
}

/** Answers the wish for a person in the version that is true; opens a case only where somebody will see it. */
function callHuman(turn: TurnContext, { tables, reachOf }: AskHumanOptions): void {
  const { locale: lang, now } = turn;
  const reach = reachOf(lang, now);
  const text = sayByReach(coreTexts(lang).handoff, reach, lang);
  if (reach.state === 'nobody') {
    turn.reply(numbers(turn, tables, text));
    return;
  }
  const caseId = turn.openCase({
    kind: 'question',
    urgency: 'normal',
    language: lang,
    reasons: ['choice:human'],
  });
  turn.audit({
    action: 'human_asked',
    subject: turn.activity.conversation,
    data: { case: caseId, reach: reach.state },
  });
  const message =
    reach.state === 'at' ? numbers(turn, tables, text) : { ...numbers(turn, tables, ''), text, links: [] };
  turn.reply({ ...message, kind: 'handoff' });
}

/**
 * "Talk to a person" and "Phone numbers", tapped or typed in any of the fifteen languages. Stands before everything
 * that would take the words for a question. Never says `handoff` when nobody is connected (architecture §9).
 */
export function askHuman(options: AskHumanOptions): Middleware {
  return async (turn, next) => {
    const { activity } = turn;
    const wanted =
      activity.type === 'action'
        ? activity.value
        : activity.type === 'message' && !activity.sticker
          ? WANTED(activity.text)
          : undefined;
    if (wanted === CHOICE.human) return callHuman(turn, options);
    if (wanted === CHOICE.lines) return turn.reply(numbers(turn, options.tables, ''));
    await next();
  };
}
