import type { ClosingTexts } from './closing-texts.ts';

/** Filipino. reviewed: none */
export const fil: ClosingTexts = {
  title: 'Susunod na gagawin',
  until: (day) => `hanggang ${day}`,
  forms: 'Mga form',
  maybe: 'itanong kung kailangan',
  steps: {
    'call-119': 'Tumawag sa 119 para sa ambulansiya.',
    'see-doctor': 'Magpatingin sa doktor. Sabihing nasaktan sa trabaho, o papasok o pauwi sa trabaho.',
    'tell-hospital': 'Sabihin sa ospital na aksidente ito sa trabaho (労災, rosai).',
    'switch-card':
      'Sabihin sa ospital kung saan ginamit ang health insurance na gusto mong lumipat sa 労災 (rosai).',
    'tell-company': 'Sabihin sa kompanya at sa supervising organization ang aksidente.',
    'keep-proof':
      'Itago ang mga larawan, pangalan ng nakakita, papel ng ospital, resibo, payslip at oras ng trabaho.',
    'employer-report':
      'Dapat i-report ng kompanya ang aksidente sa Labour Standards Inspection Office. Itanong kung nagawa na.',
    'claim-treatment': 'I-claim ang gastos sa gamutan. Dalawang taon ang palugit.',
    'claim-absence': 'I-claim ang bayad sa mga araw na hindi nakapagtrabaho. Dalawang taon ang palugit.',
    'claim-disability': 'Kung may pinsalang hindi gumaling: mag-claim para rito. Limang taon ang palugit.',
  },
};
