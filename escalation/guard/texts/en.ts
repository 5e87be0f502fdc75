import type { DangerTexts } from './danger-texts.ts';

/** English. */
export const en: DangerTexts = {
  self: {
    open: 'I am glad that you wrote this. You do not have to carry it alone.',
    steps:
      'If you might hurt yourself now, call 119 or ask someone near you to call. Go to where other people are, and away from anything that could hurt you.',
    again:
      'What you feel now can change, even if it does not look like it. Please call, or wake someone near you and say: "I need help."',
    still:
      'You matter. Please do just one thing now: go to another person, or call. You can write here again after that.',
  },
  attack: {
    open: 'This is not your fault. Your safety comes first now.',
    steps:
      'If you can, get away, lock a door behind you, or go to where people are. Call 110. If you cannot call, ask someone near you to call.',
    again:
      'Stay away from the person who hurts or threatens you, if you can. Go to a shop, a station or a police box (交番, kouban).',
    still: 'Please do just one thing now: go to where people are, or call 110.',
  },
  emergency: {
    open: 'Call 119 now. If you cannot, say to someone near you: "119!"',
    steps:
      'If a machine is running, stop it, but only if that is safe for you. If there is a lot of blood, press hard on the wound with a clean cloth. Do not leave the person alone, and do what 119 tells you.',
    again:
      'If nobody has called yet, call 119 now. Shout for help. Say the address, or what you see around you. If it is you who needs help, call someone to your side.',
    still: 'Is the ambulance coming? If not, call 119 now. Nobody should wait alone.',
  },
  someoneElse: 'If this is about someone else: stay with them, and call 119.',
  fire: 'Get out and stay out. Do not go back in for anything. Warn the people near you, and call 119 from outside.',
  safe: { ask: 'Are you safe right now?', yes: 'Yes, I am safe', no: 'No, I am not' },
  glad: 'I am glad. If that changes, call 119 or 110, or write to me at once. If you want, tell me what happened or what you need.',
  notSafe: 'Thank you for telling me. Please call now, or ask someone near you to call.',
  meanings: {
    help: 'Please help me.',
    attacked: 'I am being attacked.',
    emergency: 'It is a medical emergency.',
    ambulance: 'An ambulance, please.',
    fire: 'There is a fire.',
    place: 'The place is …',
  },
  reach: {
    now: 'I am calling an advisor of this service. They can read this chat and will write to you here when someone has taken over. If you are in danger, do not wait for them: call.',
    at: (time) =>
      `No advisor is here at this moment. From ${time} an advisor can read this chat and answer here. Do not wait for that if you are in danger: call.`,
    nobody: 'No person is reading this chat right now. Please call, or ask someone near you for help.',
  },
  company: 'This service does not tell your company.',
  reminder: 'If you are in danger: 119 (ambulance), 110 (police).',
};
