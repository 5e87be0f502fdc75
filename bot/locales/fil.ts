import type { CoreTexts } from './core-texts.ts';

/** Filipino. */
export const fil: CoreTexts = {
  greeting:
    'Kumusta. Ako si Soudan, isang libreng programa ng konsultasyon para sa mga technical intern trainee sa Japan. Hindi ako ang kompanya mo at hindi ako ang supervising organization (kumiai).',
  languageAsk: 'Anong wika ang gusto mong gamitin?',
  buttons: {
    ask: 'Magtanong',
    hurt: 'Nasaktan / natatakot',
    human: 'Kumausap ng tao',
    lines: 'Mga numero',
    more: 'Higit pa',
    other: 'Iba pa',
    language: 'Palitan ang wika',
  },
  askPrompt:
    'Isulat ang tanong mo sa sarili mong salita. Halimbawa: "Ilang araw ang paid leave ko?" o "Hawak ng kompanya ang passport ko."',
  hurtPrompt:
    'Ligtas ka ba ngayon? Isulat nang maikli kung ano ang nangyari. Hindi kailangang ikuwento ang lahat.',
  privacyLine: (url) => `Ano ang iniimbak at sino ang makakakita: ${url}`,
  unknown:
    'Pasensya na, hindi ko alam ang sagot dito at ayaw kong manghula. Puwede kang magtanong ulit sa ibang salita, o humingi ng tulong sa ibaba.',
  offer: {
    now: 'Kung gusto mo, may tagapayo ng serbisyong ito na puwedeng makipag-usap sa iyo ngayon.',
    at: (time) =>
      `May tagapayo ng serbisyong ito na puwedeng makipag-usap sa iyo mula ${time}. Puwede mo nang iwan ang tanong mo ngayon.`,
    nobody:
      'Walang tagapayong nakakonekta sa serbisyong ito ngayon. Puwede mong tawagan ang mga numerong ito:',
  },
  clarify: 'Alin dito ang ibig mong sabihin?',
  source: 'Pinagkunan',
  checkedOn: (date) => `binasa noong ${date}`,
  related: 'Tingnan din',
  languageChanged: 'Mula ngayon, sa Filipino ako magsusulat.',
  otherLanguage:
    'Hindi pa ako marunong sumulat sa wika mo. Sasagot ako sa Ingles at sa madaling wikang Hapon.',
  smalltalk: {
    hello:
      'Kumusta. Ano ang gusto mong itanong? Puwede tungkol sa trabaho, sahod, kalusugan, visa o buhay dito.',
    thanks: 'Walang anuman. Sumulat ka lang ulit kapag kailangan mo.',
    whoAreYou:
      'Ako si Soudan, isang programa sa computer. Sinasagot ko ang mga tanong tungkol sa trabaho at buhay sa Japan mula sa mga pinagkunang na-check na. Hindi ako ang kompanya mo, at libre ang paggamit nito.',
    bye: 'Hanggang sa muli. Ingat ka. Puwede kang sumulat dito anumang oras.',
  },
  handoff: {
    now: 'Tumatawag ako ng tagapayo para sa iyo. Kapag may humawak na ng kaso mo, susulat siya sa iyo dito. Puwede kang magpatuloy sa pagsulat; babasahin niya iyon.',
    at: (time) =>
      `Walang tagapayo sa oras na ito. Mula ${time} may makakasagot sa iyo dito. Itatabi para mabasa nila ang isinusulat mo ngayon. Kung hindi ka makapaghintay, tawagan ang mga numerong ito:`,
    nobody:
      'Walang tagapayong nakakonekta sa serbisyong ito ngayon, kaya hindi ako makakatawag ng tao para sa iyo dito. Makakatulong ang mga numerong ito:',
  },
  errors: {
    failed: 'May problema sa panig namin. Hindi mo ito kasalanan. Pakisulat ulit.',
    tooLong: (max) => `Masyadong mahaba. Pakihati sa hanggang ${max} na letra bawat isa.`,
    retry: 'Subukan ulit pagkalipas ng ilang minuto.',
    attachment: 'Hindi ko natanggap ang file. Ipadala ulit, o isulat kung ano ang laman.',
    voice: 'Hindi ko naintindihan ang voice message. Pakisulat sa ilang salita.',
  },
  attachmentReceived:
    'Natanggap ko. Hindi ko nakikita ang laman ng litrato o file. Pakisulat din nang maikli kung tungkol saan ito.',
  sticker: 'Nakita ko ang sticker mo. Kung may gusto kang itanong, isulat mo sa salita.',
  modelConsent: {
    ask: 'Puwede bang basahin ng isang AI service sa labas ng sistemang ito ang tanong na ito para mas kumpleto ang sagot? Maaaring nasa labas ng Japan ang mga computer nito. Huwag magsulat ng pangalan. Puwede kang tumanggi; mananatili ang sagot sa itaas.',
    yes: 'Oo, puwede',
    no: 'Hindi',
    accepted: 'Salamat. Puwede mong baguhin ito anumang oras: isulat ang "walang AI".',
    declined: 'Sige. Walang ipapadala sa labas.',
  },
  unsent: 'Binawi mo ang mensahe. Binura ko na ang laman nito.',
  staleTranslation:
    'Binago ang pahina sa wikang Hapon pagkatapos ng saling ito. Maaaring may pagkakaiba sa detalye.',
  from: (date) => `mula ${date}`,
  until: (date) => `hanggang ${date}`,
  typedHint: 'Puwede mong pindutin ang button o i-type ang mga salita nito.',
  lines: {
    heading: 'Puwede mong tawagan',
    openNow: 'bukas ngayon',
    opens: (time) => `bukas ${time}`,
    hoursVary: 'puwedeng magbago ang araw at oras',
    allDay: '24 oras, araw-araw',
    free: 'libreng tawag',
    press: (key) => `pagkatapos pindutin ang ${key}`,
    japaneseOnly: 'wikang Hapon lang',
    severalLanguages: 'iba-ibang wika; itanong ang wika mo',
    sayThis: 'Puwede mong sabihin',
    interpreterMeaning: 'Kailangan ko po ng interpreter sa Filipino.',
    police: 'Pulis',
    ambulance: 'Ambulansya at bumbero',
    seenOn: (date) => `binasa ang numero noong ${date}`,
    none: 'Wala akong na-check na numero para dito.',
  },
  forms: {
    work: 'sugat o sakit dahil sa trabaho',
    commuting: 'sugat habang papunta o pauwi mula sa trabaho',
    treatment: 'libreng gamutan sa itinalagang ospital',
    change: 'kapag lilipat sa ibang itinalagang ospital',
    refund: 'pagbawi ng perang ibinayad mo sa gamutan',
    absence: 'pera para sa mga araw na hindi ka makapagtrabaho',
  },
  wages: {
    heading: 'Minimum na sahod kada oras',
    perHour: (yen) => `${yen} yen`,
    note: 'Bago ang petsang nakasulat, ang lumang halaga ang susundin. Ang prefecture ng lugar ng trabaho mo ang bibilangin.',
  },
  offices: {
    heading: (city) => `Opisina ng JITCO sa ${city}`,
    noNumber: 'Wala akong na-check na numero ng telepono ng opisinang ito.',
  },
};
