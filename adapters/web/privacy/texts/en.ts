import type { PrivacyTexts } from './privacy-texts.ts';

/** English */
export const en: PrivacyTexts = {
  title: 'Your privacy',
  purpose: 'What you write is used only to answer you and to help you.',
  stored: {
    title: 'What is stored',
    messages:
      'What you write, our answers and the files you send, with the time. All of it is encrypted in our database.',
    never:
      'We do not ask for your name, phone number or e-mail. There are no cookies, no advertising and no tracking.',
    masked: 'My Number, passport and card numbers are hidden before anything is stored.',
    address:
      'Your internet address is counted for at most one hour to stop misuse. It is not stored with the chat.',
  },
  time: {
    title: 'For how long',
    chat: 'The chat stays on our server until you delete it. It is not deleted automatically.',
    phone:
      'On your phone: nothing of what was said, only a key to this chat, until you close the tab. If you chose "remember", for 30 days.',
    words: 'The five words open the chat for 30 days after you last used them.',
  },
  who: {
    title: 'Who can see it',
    company: 'Your company and your supervising organisation never see it.',
    advisor:
      'An advisor of this service can read the chat when you ask for a person or when you are in danger.',
    operators: 'The people who run this server hold the key to the database.',
    model:
      'Answers come from checked articles inside this program. An AI service outside reads your question only after you say yes in the chat. Its computers may be outside Japan. You can say no.',
  },
  erase: {
    title: 'How to erase it',
    chat: 'In the chat, open "More" and choose "Delete this chat everywhere". Messages and files are gone at once. Only the note remains that something was erased.',
    line: 'On LINE: unsend a message, and its text is erased here too.',
    notes: 'What an advisor has written down about your case is not erased this way. Ask the advisor.',
  },
  phone: {
    title: 'Your phone and your network',
    history:
      '"Leave now" forgets the chat, but the history of your browser may still show that this page was opened. Delete it there, or use a private window.',
    wifi: 'Whoever runs the Wi-Fi can see that you opened this site, but not what you write.',
  },
  asOf: 'As of {date}',
  back: 'Back to the chat',
};
