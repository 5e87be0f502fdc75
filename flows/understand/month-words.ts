import type { LanguageTag } from '../../bot/languages.ts';

const NONE = '';

/** The twelve months of the calendar that Japan uses; groups divided by `;`, other words and short forms by `|`. */
export const MONTH_WORDS: Readonly<Record<LanguageTag, string>> = {
  ja: NONE,
  'ja-simple': NONE,
  zh: NONE,
  mn: NONE,
  en: 'january|jan;february|feb;march|mar;april|apr;may;june|jun;july|jul;august|aug;september|sept|sep;october|oct;november|nov;december|dec',
  vi: 'tháng giêng;;;;;;;;;;tháng mười một;tháng chạp|tháng mười hai',
  id: 'januari|jan;februari|pebruari|feb;maret|mar;april|apr;mei;juni|jun;juli|jul;agustus|agt|agu|ags;september|sept|sep;oktober|okt;november|nopember|nov|nop;desember|des',
  fil: 'enero|ene|january|jan;pebrero|peb|february|feb;marso|mar|march;abril|abr|april|apr;mayo|may;hunyo|hun|june|jun;hulyo|hul|july|jul;agosto|ago|august|aug;setyembre|set|september|sept|sep;oktubre|okt|october|oct;nobyembre|nob|november|nov;disyembre|dis|december|dec',
  my: 'ဇန်နဝါရီ;ဖေဖော်ဝါရီ;မတ်;ဧပြီ;မေလ;ဇွန်;ဇူလိုင်;သြဂုတ်|ဩဂုတ်;စက်တင်ဘာ;အောက်တိုဘာ;နိုဝင်ဘာ;ဒီဇင်ဘာ',
  km: 'មករា;កុម្ភៈ|កុម្ភះ;មីនា;មេសា;ឧសភា;មិថុនា;កក្កដា;សីហា;កញ្ញា;តុលា;វិច្ឆិកា;ធ្នូ',
  th: 'มกราคม|มกรา|ม.ค.|มค;กุมภาพันธ์|กุมภา|ก.พ.|กพ;มีนาคม|มีนา|มี.ค.|มีค;เมษายน|เมษา|เม.ย.|เมย;พฤษภาคม|พฤษภา|พ.ค.|พค;มิถุนายน|มิถุนา|มิ.ย.|มิย;กรกฎาคม|กรกฎา|ก.ค.|กค;สิงหาคม|สิงหา|ส.ค.|สค;กันยายน|กันยา|ก.ย.|กย;ตุลาคม|ตุลา|ต.ค.|ตค;พฤศจิกายน|พฤศจิกา|พ.ย.|พย;ธันวาคม|ธันวา|ธ.ค.|ธค',
  ne: 'जनवरी|जनावरी;फेब्रुअरी|फेब्रुवरी;मार्च;अप्रिल;मे;जुन;जुलाई;अगस्ट|अगस्त;सेप्टेम्बर;अक्टोबर|अक्टूबर;नोभेम्बर|नोवेम्बर;डिसेम्बर',
  bn: 'জানুয়ারি|জানুয়ারী;ফেব্রুয়ারি|ফেব্রুয়ারী;মার্চ;এপ্রিল;মে;জুন;জুলাই;আগস্ট|অগাস্ট;সেপ্টেম্বর;অক্টোবর;নভেম্বর;ডিসেম্বর',
  si: 'ජනවාරි|දුරුතු;පෙබරවාරි;මාර්තු;අප්‍රේල්|අප්රේල්;මැයි;ජූනි;ජූලි;අගෝස්තු;සැප්තැම්බර්;ඔක්තෝබර්;නොවැම්බර්;දෙසැම්බර්',
  lo: 'ມັງກອນ;ກຸມພາ;ມີນາ;ເມສາ;ພຶດສະພາ;ມິຖຸນາ;ກໍລະກົດ;ສິງຫາ;ກັນຍາ;ຕຸລາ;ພະຈິກ;ທັນວາ',
};

/** Monday to Sunday. */
export const WEEKDAY_WORDS: Readonly<Record<LanguageTag, string>> = {
  ja: '月曜|げつよう;火曜|かよう;水曜|すいよう;木曜|もくよう;金曜|きんよう;土曜|どよう;日曜|にちよう',
  'ja-simple':
    '月曜|げつよう;火曜|かよう;水曜|すいよう;木曜|もくよう;金曜|きんよう;土曜|どよう;日曜|にちよう',
  en: 'monday|mon;tuesday|tue|tues;wednesday|wed;thursday|thu|thurs;friday|fri;saturday|sat;sunday|sun',
  vi: 'thứ hai|thứ 2|t2;thứ ba|thứ 3|t3;thứ tư|thứ 4|t4;thứ năm|thứ 5|t5;thứ sáu|thứ 6|t6;thứ bảy|thứ 7|t7;chủ nhật|cn',
  id: "senin;selasa;rabu;kamis;jumat|jum at|jum'at;sabtu;minggu|ahad",
  fil: 'lunes;martes;miyerkules|myerkules;huwebes;biyernes|byernes;sabado;linggo',
  my: 'တနင်္လာ;အင်္ဂါ;ဗုဒ္ဓဟူး;ကြာသပတေး;သောကြာ;စနေ;တနင်္ဂနွေ',
  zh: '星期一|周一|礼拜一;星期二|周二|礼拜二;星期三|周三|礼拜三;星期四|周四|礼拜四;星期五|周五|礼拜五;星期六|周六|礼拜六;星期天|星期日|周日|礼拜天',
  km: 'ថ្ងៃច័ន្ទ|ថ្ងៃចន្ទ|ច័ន្ទ;អង្គារ;ពុធ;ព្រហស្បតិ៍|ព្រហស្បត្តិ៍;សុក្រ;សៅរ៍;ថ្ងៃអាទិត្យ',
  th: 'วันจันทร์|จันทร์;วันอังคาร|อังคาร;วันพุธ|พุธ;วันพฤหัส|พฤหัสบดี|พฤหัส;วันศุกร์|ศุกร์;วันเสาร์|เสาร์;วันอาทิตย์',
  mn: 'даваа|нэг дэх өдөр|davaa;мягмар|хоёр дахь өдөр|myagmar;лхагва|гурав дахь өдөр|lhagva;пүрэв|дөрөв дэх өдөр|purev;баасан|тав дахь өдөр|baasan;бямба|хагас сайн өдөр|byamba;ням|бүтэн сайн өдөр|nyam',
  ne: 'सोमबार|सोमवार|sombar|sombaar;मङ्गलबार|मंगलबार|mangalbar;बुधबार|बुधवार|budhabar|budhbar;बिहीबार|बिहिबार|bihibar;शुक्रबार|शुक्रवार|sukrabar|shukrabar;शनिबार|शनिवार|sanibar|shanibar;आइतबार|आईतबार|aitabar|aitbar',
  bn: 'সোমবার|sombar;মঙ্গলবার|mongolbar;বুধবার|budhbar;বৃহস্পতিবার|brihospotibar;শুক্রবার|shukrobar|sukrobar;শনিবার|shonibar|sonibar;রবিবার|robibar',
  si: 'සඳුදා|sanduda;අඟහරුවාදා|angaharuwada;බදාදා|badada;බ්‍රහස්පතින්දා|බ්රහස්පතින්දා|brahaspathinda;සිකුරාදා|sikurada;සෙනසුරාදා|senasurada;ඉරිදා|irida',
  lo: 'ວັນຈັນ;ວັນອັງຄານ;ວັນພຸດ;ວັນພະຫັດ;ວັນສຸກ;ວັນເສົາ;ວັນອາທິດ',
};
