import type { PrivacyTexts } from './privacy-texts.ts';

/** Filipino */
export const fil: PrivacyTexts = {
  title: 'Ang iyong privacy',
  purpose: 'Ang isinusulat mo ay ginagamit lang para sagutin at tulungan ka.',
  stored: {
    title: 'Ano ang iniimbak',
    messages:
      'Ang isinulat mo, ang mga sagot namin, ang mga file na ipinadala mo, at ang oras. Naka-encrypt ang lahat sa database namin.',
    never:
      'Hindi namin hinihingi ang pangalan, telepono o e-mail mo. Walang cookie, walang patalastas, walang pagsubaybay.',
    masked: 'Ang numero ng My Number, pasaporte at card ay tinatakpan bago iimbak.',
    address:
      'Binibilang ang internet address mo nang hanggang isang oras lang laban sa pang-aabuso. Hindi ito iniimbak kasama ng chat.',
  },
  time: {
    title: 'Gaano katagal',
    chat: 'Nananatili ang chat sa server namin hanggang burahin mo. Hindi ito kusang nabubura.',
    phone:
      'Sa telepono mo: walang iniimbak na usapan, susi lang para mabuksan ang chat, hanggang isara mo ang tab. Kung pinili mong "tandaan", 30 araw.',
    words: 'Nagagamit ang limang salita nang 30 araw mula sa huling gamit.',
  },
  who: {
    title: 'Sino ang nakakakita',
    company: 'Hindi ito kailanman nakikita ng kumpanya mo at ng supervising organization.',
    advisor:
      'Mababasa ng tagapayo ng serbisyong ito ang chat kapag hiniling mong makausap ang isang tao o kapag nasa panganib ka.',
    operators: 'Hawak ng mga nagpapatakbo ng server ang susi ng database.',
    model:
      'Galing ang mga sagot sa mga nasuring artikulo sa loob ng programang ito. Babasahin lang ng AI sa labas ang tanong mo pagkatapos mong pumayag sa chat. Maaaring nasa labas ng Japan ang mga computer nito. Puwede kang tumanggi.',
  },
  erase: {
    title: 'Paano burahin',
    chat: 'Sa chat, buksan ang "Iba pa" at piliin ang "Burahin nang tuluyan ang chat na ito". Agad mawawala ang mga mensahe at file. Ang matitira lang ay tala na may binura.',
    line: 'Sa LINE: kapag binawi (unsend) mo ang mensahe, buburahin din ang laman nito rito.',
    notes:
      'Ang isinulat ng tagapayo tungkol sa kaso mo ay hindi nabubura sa ganitong paraan. Magtanong sa tagapayo.',
  },
  phone: {
    title: 'Ang telepono at network mo',
    history:
      'Binubura ng "Umalis agad" ang chat, pero maaaring makita pa sa history ng browser na binuksan ang pahinang ito. Burahin ito roon, o gumamit ng private window.',
    wifi: 'Makikita ng namamahala ng Wi-Fi na binuksan mo ang site na ito, pero hindi ang isinulat mo.',
  },
  asOf: 'Petsa: {date}',
  back: 'Bumalik sa chat',
};
