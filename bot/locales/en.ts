import type { CoreTexts } from './core-texts.ts';

/** English. */
export const en: CoreTexts = {
  greeting:
    'Hello. I am Soudan, a free consultation program for technical intern trainees in Japan. I am not your company and not your supervising organisation.',
  languageAsk: 'Which language do you want to use?',
  buttons: {
    ask: 'Ask a question',
    hurt: 'I am hurt or afraid',
    human: 'Talk to a person',
    lines: 'Phone numbers',
    more: 'More',
    other: 'Something else',
    language: 'Change language',
  },
  askPrompt:
    'Write your question in your own words. For example: "How many days of paid leave do I have?" or "My company keeps my passport."',
  hurtPrompt:
    'Are you safe right now? Tell me in a few words what happened. You do not need to explain everything.',
  privacyLine: (url) => `What is stored, and who can see it: ${url}`,
  unknown:
    'I do not know the answer to this, and I do not want to guess. You can ask again in other words, or ask for help below.',
  offer: {
    now: 'An advisor of this service can write with you now if you want.',
    at: (time) =>
      `An advisor of this service can write with you from ${time}. You can leave your question now.`,
    nobody: 'No advisor is connected to this service right now. You can call these numbers:',
  },
  clarify: 'Which of these do you mean?',
  source: 'Source',
  checkedOn: (date) => `read on ${date}`,
  related: 'See also',
  languageChanged: 'From now on I will write in English.',
  otherLanguage: 'I cannot write in your language yet. I will answer in English and in easy Japanese.',
  smalltalk: {
    hello: 'Hello. What would you like to ask? You can write about work, money, health, visa or daily life.',
    thanks: 'You are welcome. Write again whenever you need something.',
    whoAreYou:
      'I am Soudan, a computer program. I answer questions about work and life in Japan from checked sources. I am not your company, and using me is free.',
    bye: 'Goodbye. Take care of yourself. You can write here at any time.',
  },
  handoff: {
    now: 'I am calling an advisor for you. When someone has taken your case, they will write to you here. You can go on writing; they will read it.',
    at: (time) =>
      `No advisor is here at this moment. From ${time} someone can answer you here. What you write now is kept for them. If you cannot wait, call these numbers:`,
    nobody:
      'No advisor is connected to this service right now, so I cannot call a person for you here. These numbers can help you:',
  },
  errors: {
    failed: 'Something went wrong on our side. It is not your fault. Please write it once more.',
    tooLong: (max) => `That was too long for me. Please write it in parts of at most ${max} characters.`,
    retry: 'Please try again in a few minutes.',
    attachment: 'I could not take this file. Please send it again, or write what it shows.',
    voice: 'I could not understand the voice message. Please write it in a few words.',
  },
  attachmentReceived:
    'I have received it. I cannot see what is in pictures or files. Please also write in a few words what it is about.',
  sticker: 'I saw your sticker. If you want to ask something, write it in words.',
  modelConsent: {
    ask: 'May an AI service outside this system read this question to write a fuller answer? Its computers may be outside Japan. Do not write names. You can say no; the answer above stays.',
    yes: 'Yes, it may',
    no: 'No',
    accepted: 'Thank you. You can change this at any time by writing "no AI".',
    declined: 'All right. Nothing is sent outside.',
  },
  unsent: 'You took your message back. I have deleted its text.',
  staleTranslation: 'The Japanese page was changed after this translation. Details may differ.',
  from: (date) => `from ${date}`,
  until: (date) => `until ${date}`,
  typedHint: 'You can tap a button or type its words.',
  lines: {
    heading: 'Who you can call',
    openNow: 'open now',
    opens: (time) => `opens ${time}`,
    hoursVary: 'days and hours can change',
    allDay: '24 hours, every day',
    free: 'free call',
    press: (key) => `then press ${key}`,
    japaneseOnly: 'in Japanese only',
    severalLanguages: 'several languages; ask for yours',
    sayThis: 'You can say this',
    interpreterMeaning: 'I need an English interpreter, please.',
    police: 'Police',
    ambulance: 'Ambulance and fire',
    seenOn: (date) => `number read on ${date}`,
    none: 'I have no checked number for this.',
  },
  forms: {
    work: 'injury or illness from work',
    commuting: 'injury on the way to or from work',
    treatment: 'free treatment at a designated hospital',
    change: 'when you change to another designated hospital',
    refund: 'money back for treatment that you paid yourself',
    absence: 'money for days when you cannot work',
  },
  wages: {
    heading: 'Minimum wage for one hour',
    perHour: (yen) => `${yen} yen`,
    note: 'Before the date shown, the older amount holds. The prefecture of your workplace counts.',
  },
  offices: {
    heading: (city) => `JITCO office ${city}`,
    noNumber: 'I have no checked telephone number for this office.',
  },
};
