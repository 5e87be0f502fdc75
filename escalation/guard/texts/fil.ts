import type { DangerTexts } from './danger-texts.ts';

/** Filipino. */
export const fil: DangerTexts = {
  self: {
    open: 'Salamat at isinulat mo ito. Hindi mo kailangang pasanin ito nang mag-isa.',
    steps:
      'Kung pakiramdam mo ay baka saktan mo ang sarili mo ngayon, tumawag ka sa 119 o magpatawag sa taong malapit sa iyo. Pumunta sa lugar na may ibang tao, at lumayo sa mga bagay na puwedeng makasakit sa iyo.',
    again:
      'Puwedeng magbago ang nararamdaman mo ngayon, kahit parang hindi sa ngayon. Tumawag ka, o gisingin ang taong malapit at sabihin: "Kailangan ko ng tulong."',
    still:
      'Mahalaga ka. Isang bagay lang ang gawin mo ngayon: lumapit sa ibang tao, o tumawag. Pagkatapos, puwede kang sumulat ulit dito.',
  },
  attack: {
    open: 'Hindi mo ito kasalanan. Ang kaligtasan mo ang pinakamahalaga ngayon.',
    steps:
      'Kung kaya mo, umalis doon, i-lock ang pinto, o pumunta sa lugar na may mga tao. Tumawag sa 110. Kung hindi ka makatawag, magpatawag sa taong malapit.',
    again:
      'Kung kaya mo, lumayo sa taong nananakit o nananakot sa iyo. Pumunta sa tindahan, istasyon o police box (交番, kouban).',
    still: 'Isang bagay lang ang gawin mo ngayon: pumunta kung nasaan ang mga tao, o tumawag sa 110.',
  },
  emergency: {
    open: 'Tumawag sa 119 ngayon. Kung hindi mo kaya, sabihin sa taong malapit: "119!"',
    steps:
      'Kung umaandar ang makina, patayin ito, pero kung ligtas lang para sa iyo. Kung maraming dugo, diinan nang malakas ang sugat gamit ang malinis na tela. Huwag iwan nang mag-isa ang nasaktan o may sakit, at sundin ang sinasabi ng 119.',
    again:
      'Kung wala pang tumatawag, tumawag sa 119 ngayon. Sumigaw para may tumulong. Sabihin ang address, o ang nakikita mo sa paligid. Kung ikaw mismo ang kailangang tulungan, tumawag ng taong makakasama mo.',
    still:
      'Parating na ba ang ambulansya? Kung hindi pa, tumawag sa 119 ngayon. Huwag maghintay nang mag-isa.',
  },
  someoneElse: 'Kung tungkol ito sa ibang tao: samahan mo siya, at tumawag sa 119.',
  fire: 'Lumabas agad at huwag nang bumalik sa loob, kahit ano pa ang kukunin. Sabihan ang mga tao sa paligid, at tumawag sa 119 mula sa labas.',
  safe: { ask: 'Ligtas ka ba ngayon?', yes: 'Oo, ligtas ako', no: 'Hindi ako ligtas' },
  glad: 'Mabuti naman. Kung magbago iyon, tumawag sa 119 o 110, o sumulat agad dito. Kung gusto mo, sabihin mo kung ano ang nangyari o ano ang kailangan mo.',
  notSafe: 'Salamat sa pagsabi mo. Tumawag ka na ngayon, o magpatawag sa taong malapit sa iyo.',
  meanings: {
    help: 'Tulungan po ninyo ako.',
    attacked: 'May umaatake po sa akin.',
    emergency: 'Medical emergency po ito.',
    ambulance: 'Kailangan ko po ng ambulansya.',
    fire: 'May sunog po.',
    place: 'Ang lugar ay …',
  },
  reach: {
    now: 'Tumatawag ako ng tagapayo ng serbisyong ito. Mababasa nila ang chat na ito at susulat sila sa iyo dito kapag may humawak na ng kaso mo. Kung nasa panganib ka, huwag silang hintayin: tumawag ka.',
    at: (time) =>
      `Walang tagapayo sa oras na ito. Mula ${time} mababasa ng tagapayo ang chat na ito at makakasagot dito. Kung nasa panganib ka, huwag maghintay: tumawag ka.`,
    nobody:
      'Walang taong nagbabasa ng chat na ito ngayon. Tumawag ka, o humingi ng tulong sa taong malapit sa iyo.',
  },
  company: 'Hindi sasabihan ng serbisyong ito ang kompanya mo.',
  reminder: 'Kung nasa panganib ka: 119 (ambulansya), 110 (pulis).',
};
