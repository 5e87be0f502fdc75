import type { LanguageTag } from '../../bot/languages.ts';

/** Words that an answer of ours must not hold, lower case. Spaces do not count when they are looked for. */
export interface ForbiddenWords {
  /** Promises: we cannot keep what a model promises. */
  readonly promise: readonly string[];
  /** Judgements on what is lawful or who is guilty: these are for authorities and lawyers. */
  readonly verdict: readonly string[];
}

const JAPANESE: ForbiddenWords = {
  promise: [
    '約束します',
    '保証します',
    '絶対',
    '間違いなく',
    '確実に',
    '必ずもらえ',
    '必ず勝',
    '必ず認め',
    '必ず許可',
    'かならずもらえ',
  ],
  verdict: ['違法', '不法', '違反', '有罪', '犯罪', '罪になり', '法律に合いません', '法律を守っていません'],
};

/** By the language of the answer. A sentence with one of these is dropped even when its passage holds the word. */
export const FORBIDDEN_WORDS: Readonly<Record<LanguageTag, ForbiddenWords>> = {
  ja: JAPANESE,
  'ja-simple': JAPANESE,
  en: {
    promise: [
      'i promise',
      'we promise',
      'guarantee',
      'certainly',
      'definitely',
      'for sure',
      'without doubt',
      'trust me',
      'you will win',
    ],
    verdict: [
      'illegal',
      'unlawful',
      'against the law',
      'broke the law',
      'breaking the law',
      'breaks the law',
      'violat',
      'guilty',
      'a crime',
      'criminal',
    ],
  },
  vi: {
    promise: [
      'tôi hứa',
      'chúng tôi hứa',
      'cam kết',
      'tôi đảm bảo',
      'chúng tôi đảm bảo',
      'chắc chắn',
      'nhất định sẽ',
    ],
    verdict: ['bất hợp pháp', 'trái pháp luật', 'trái luật', 'vi phạm', 'phạm pháp', 'có tội', 'phạm tội'],
  },
  id: {
    promise: [
      'berjanji',
      'saya janji',
      'kami janji',
      'saya jamin',
      'kami jamin',
      'dijamin',
      'pasti akan',
      'pasti bisa',
      'pasti dapat',
      'pasti menang',
      'pasti berhasil',
      'sudah pasti',
    ],
    verdict: ['ilegal', 'melanggar', 'bersalah', 'tindak pidana', 'melawan hukum', 'kejahatan'],
  },
  fil: {
    promise: ['pangako', 'nangangako', 'garantisado', 'ginagarantiya', 'siguradong', 'tiyak na'],
    verdict: ['ilegal', 'labag sa batas', 'lumabag', 'nilabag', 'nagkasala', 'krimen'],
  },
  my: {
    promise: ['ကတိပေး', 'အာမခံပါတယ်', 'သေချာပေါက်', 'ဧကန်'],
    verdict: ['တရားမဝင်', 'ဥပဒေချိုးဖောက်', 'ဥပဒေကို ချိုးဖောက်', 'ဥပဒေနဲ့ ဆန့်ကျင်', 'ပြစ်မှု', 'အပြစ်ရှိ'],
  },
  zh: {
    promise: ['我保证', '我们保证', '一定会', '绝对', '肯定会', '包你', '承诺'],
    verdict: ['违法', '非法', '违反', '犯法', '有罪', '犯罪', '不合法'],
  },
  km: {
    promise: ['ខ្ញុំសន្យា', 'យើងសន្យា', 'សូមសន្យា', 'ធានាថា', 'ប្រាកដជា', 'ច្បាស់ជា'],
    verdict: ['ខុសច្បាប់', 'ល្មើសច្បាប់', 'រំលោភច្បាប់', 'មានទោស', 'ឧក្រិដ្ឋ'],
  },
  th: {
    promise: ['สัญญาว่า', 'ขอรับรองว่า', 'เรารับรองว่า', 'ผมรับรอง', 'ฉันรับรอง', 'รับประกันว่า', 'แน่นอนว่า', 'อย่างแน่นอน'],
    verdict: ['ผิดกฎหมาย', 'ละเมิดกฎหมาย', 'ฝ่าฝืน', 'มีความผิด', 'อาชญากรรม'],
  },
  mn: {
    promise: ['амлаж', 'амлая', 'баталж өг', 'баталгаа өг', 'гарцаагүй', 'лавтай'],
    verdict: ['хууль бус', 'хууль зөрч', 'хуулийг зөрч', 'зөрчсөн', 'гэмт хэрэг', 'гэм буруутай'],
  },
  ne: {
    promise: ['वाचा गर्छ', 'वाचा दिन्छ', 'ग्यारेन्टी', 'पक्का पाउ', 'पक्कै', 'निश्चय नै'],
    verdict: ['गैरकानुनी', 'गैरकानूनी', 'कानुन उल्लंघन', 'उल्लङ्घन', 'अवैध', 'दोषी', 'अपराध'],
  },
  bn: {
    promise: ['কথা দিচ্ছি', 'প্রতিশ্রুতি', 'গ্যারান্টি', 'নিশ্চিতভাবে', 'অবশ্যই পাবেন'],
    verdict: ['বেআইনি', 'অবৈধ', 'আইন ভঙ্গ', 'আইন ভেঙে', 'লঙ্ঘন', 'দোষী', 'অপরাধ'],
  },
  si: {
    promise: ['පොරොන්දු', 'සහතික කරන', 'සහතික වෙන', 'නියත වශයෙන්ම', 'ෂුවර්'],
    verdict: ['නීති විරෝධී', 'නීතිවිරෝධී', 'නීතිය කඩ', 'වරදකරු', 'අපරාධ'],
  },
  lo: {
    promise: ['ສັນຍາວ່າ', 'ຮັບປະກັນວ່າ', 'ຮັບຮອງວ່າ', 'ຢ່າງແນ່ນອນ', 'ແນ່ນອນວ່າ'],
    verdict: ['ຜິດກົດໝາຍ', 'ລະເມີດກົດໝາຍ', 'ຝ່າຝືນ', 'ມີຄວາມຜິດ', 'ອາຊະຍາກຳ'],
  },
};
