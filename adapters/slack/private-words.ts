import type { LanguageTag } from '../../bot/languages.ts';

/** Where to write without the company reading along. `place`: address of our page, when there is one. */
type PrivateWords = (place: string | undefined) => string;

const words =
  (warning: string, elsewhere: string, without: string): PrivateWords =>
  (place) =>
    `${warning} ${place === undefined ? without : `${elsewhere} ${place}`}`;

/**
 * S-16: a company's administrators may read what is written in its Slack, so a person in trouble is told so and shown the
 * way out. Own words in every language; not reviewed by a native speaker (2026-11-24).
 */
export const PRIVATE_WORDS: Readonly<Record<LanguageTag, PrivateWords>> = {
  ja: words(
    'このSlackの内容は、会社の人が見られる場合があります。くわしいことはここに書かないでください。',
    '会社に見られずに相談できるページはこちらです：',
    '会社のSlackではなく、自分のスマートフォンから相談してください。',
  ),
  'ja-simple': words(
    'この Slack は、会社の 人が 読むことが できるかもしれません。くわしいことは ここに 書かないで ください。',
    'ここなら、会社の 人は 読めません：',
    '会社の Slack ではなく、自分の スマートフォンで 相談して ください。',
  ),
  en: words(
    'People in your company may be able to read this Slack. Please do not write details here.',
    'Your company cannot read what you write here:',
    'Please use your own phone, not the Slack of your company.',
  ),
  vi: words(
    'Người trong công ty có thể đọc được Slack này. Bạn đừng viết chi tiết ở đây.',
    'Những gì bạn viết ở trang này thì công ty không đọc được:',
    'Bạn hãy dùng điện thoại của mình, đừng dùng Slack của công ty.',
  ),
  id: words(
    'Orang di perusahaanmu mungkin bisa membaca Slack ini. Tolong jangan tulis rinciannya di sini.',
    'Yang kamu tulis di halaman ini tidak bisa dibaca perusahaan:',
    'Pakailah HP-mu sendiri, bukan Slack perusahaan.',
  ),
  fil: words(
    'Maaaring mabasa ng mga tao sa kompanya mo ang Slack na ito. Huwag mong isulat dito ang mga detalye.',
    'Hindi mababasa ng kompanya ang isusulat mo rito:',
    'Gamitin mo ang sarili mong telepono, hindi ang Slack ng kompanya.',
  ),
  my: words(
    'ဒီ Slack ကို ကုမ္ပဏီက လူတွေ ဖတ်လို့ ရနိုင်ပါတယ်။ အသေးစိတ်ကို ဒီမှာ မရေးပါနဲ့။',
    'ဒီစာမျက်နှာမှာ ရေးတာကိုတော့ ကုမ္ပဏီက ဖတ်လို့ မရပါဘူး -',
    'ကုမ္ပဏီရဲ့ Slack မသုံးဘဲ ကိုယ့်ဖုန်းနဲ့ ဆက်သွယ်ပါ။',
  ),
  zh: words(
    '公司的人可能会看到这个 Slack 里的内容。请不要在这里写细节。',
    '在这个页面写的内容，公司看不到：',
    '请用自己的手机咨询，不要用公司的 Slack。',
  ),
  km: words(
    'មនុស្សក្នុងក្រុមហ៊ុនអាចមើលឃើញអ្វីដែលសរសេរក្នុង Slack នេះ។ សូមកុំសរសេររឿងលម្អិតនៅទីនេះ។',
    'អ្វីដែលអ្នកសរសេរនៅទំព័រនេះ ក្រុមហ៊ុនមិនអាចអានបានទេ៖',
    'សូមប្រើទូរស័ព្ទរបស់អ្នកផ្ទាល់ កុំប្រើ Slack របស់ក្រុមហ៊ុន។',
  ),
  th: words(
    'คนในบริษัทอาจอ่าน Slack นี้ได้ กรุณาอย่าเขียนรายละเอียดที่นี่',
    'สิ่งที่คุณเขียนในหน้านี้ บริษัทอ่านไม่ได้:',
    'กรุณาใช้โทรศัพท์ของคุณเอง อย่าใช้ Slack ของบริษัท',
  ),
  mn: words(
    'Компанийн хүмүүс энэ Slack-ийг уншиж магадгүй. Энд дэлгэрэнгүй зүйл битгий бичээрэй.',
    'Энэ хуудсанд бичсэнийг компани уншиж чадахгүй:',
    'Компанийн Slack биш, өөрийн утсаа ашиглаарай.',
  ),
  ne: words(
    'यो Slack कम्पनीका मानिसले पढ्न सक्छन्। यहाँ विस्तृत कुरा नलेख्नुहोस्।',
    'यस पेजमा लेखेको कुरा कम्पनीले पढ्न सक्दैन:',
    'कम्पनीको Slack होइन, आफ्नै फोन प्रयोग गर्नुहोस्।',
  ),
  bn: words(
    'কোম্পানির লোকেরা এই Slack পড়তে পারে। এখানে বিস্তারিত কিছু লিখবেন না।',
    'এই পাতায় যা লিখবেন, কোম্পানি তা পড়তে পারবে না:',
    'কোম্পানির Slack নয়, নিজের ফোন ব্যবহার করুন।',
  ),
  si: words(
    'සමාගමේ අයට මේ Slack එක කියවන්න පුළුවන් වෙන්න ඇති. විස්තර මෙතන ලියන්න එපා.',
    'මේ පිටුවේ ලියන දේ සමාගමට කියවන්න බැහැ:',
    'සමාගමේ Slack එක නෙවෙයි, ඔබේම දුරකථනය භාවිත කරන්න.',
  ),
  lo: words(
    'ຄົນໃນບໍລິສັດອາດອ່ານ Slack ນີ້ໄດ້. ກະລຸນາຢ່າຂຽນລາຍລະອຽດຢູ່ນີ້.',
    'ສິ່ງທີ່ເຈົ້າຂຽນຢູ່ໜ້ານີ້ ບໍລິສັດອ່ານບໍ່ໄດ້:',
    'ກະລຸນາໃຊ້ໂທລະສັບຂອງເຈົ້າເອງ ຢ່າໃຊ້ Slack ຂອງບໍລິສັດ.',
  ),
};
