import type { ClosingTexts } from './closing-texts.ts';

/** English. reviewed: none */
export const en: ClosingTexts = {
  title: 'What to do next',
  until: (day) => `until ${day}`,
  forms: 'Forms',
  maybe: 'ask whether it is needed',
  steps: {
    'call-119': 'Call 119 for an ambulance.',
    'see-doctor': 'See a doctor. Say that you were hurt at work, or on the way to or from work.',
    'tell-hospital': 'Tell the hospital that it is a work accident (労災, rosai).',
    'switch-card':
      'Tell the hospital where you used health insurance that you want to change to 労災 (rosai).',
    'tell-company': 'Tell the company and the supervising organisation about the accident.',
    'keep-proof':
      'Keep photos, names of who saw it, hospital papers, receipts, pay slips and your working hours.',
    'employer-report':
      'The company must report the accident to the Labour Standards Inspection Office. Ask if it did.',
    'claim-treatment': 'Claim the cost of treatment. You have two years.',
    'claim-absence': 'Claim money for the days you could not work. You have two years.',
    'claim-disability': 'If something does not heal: claim for that. You have five years.',
  },
};
