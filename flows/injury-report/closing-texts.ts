import type { LanguageTag } from '../../bot/languages.ts';
import type { NextStep } from './next-steps.ts';

/** What the person is told about next steps after the report. reviewed: none */
export interface ClosingTexts {
  /** Above the list. */
  readonly title: string;
  /** A step's last day; `day` is a day in words. */
  readonly until: (day: string) => string;
  /** Above the Japanese names of the forms. */
  readonly forms: string;
  /** Behind a form that may not be needed. */
  readonly maybe: string;
  readonly steps: Readonly<Record<NextStep['code'], string>>;
}

/** See {@link ClosingTexts}. Only what facts of 2026-11-22 support; "ask an advisor" is promised nowhere. */
export const CLOSING: Readonly<Record<LanguageTag, ClosingTexts>> = {
  ja: {
    title: '次にすること',
    until: (day) => `${day}まで`,
    forms: '関係する用紙',
    maybe: '必要かどうか確認してください',
    steps: {
      'call-119': '119に電話して、救急車を呼ぶ。',
      'see-doctor': '病院で診てもらう。「仕事のけが」か「通勤中のけが」だと伝える。',
      'tell-hospital': '病院に、労災（仕事や通勤のけが）だと伝える。',
      'switch-card': '健康保険を使った病院に、労災に切り替えたいと言う。',
      'tell-company': '会社と監理団体に事故を知らせる。',
      'keep-proof': '写真、見ていた人の名前、病院の紙、領収書、給与明細、勤務の記録を残す。',
      'employer-report': '会社は労働基準監督署に事故の報告を出す義務がある。出したか聞く。',
      'claim-treatment': '治療費の請求。期限は2年。',
      'claim-absence': '休んだ日の給付の請求。期限は2年。',
      'claim-disability': '障害が残ったときの請求。期限は5年。',
    },
  },
  'ja-simple': {
    title: 'つぎに すること',
    until: (day) => `${day}まで`,
    forms: 'いる かみ（書類）',
    maybe: 'いるか どうか 聞いて ください',
    steps: {
      'call-119': '119に 電話して、救急車を よぶ。',
      'see-doctor': '病院に 行く。「しごとの けが」か「しごとに 行くとき・帰るときの けが」と 言う。',
      'tell-hospital': '病院に「労災です」と 言う。',
      'switch-card': 'ほけんの カードを つかった 病院に「労災に かえたいです」と 言う。',
      'tell-company': '会社と 監理団体に じこを 知らせる。',
      'keep-proof':
        'しゃしん、見た 人の 名前、病院の 紙、領収書、給料の 紙、はたらいた 時間の 記録を とっておく。',
      'employer-report': '会社は 労働基準監督署に じこを 知らせなければ ならない。出したか 聞く。',
      'claim-treatment': '病院の お金を もらう 手続き。2年の あいだ。',
      'claim-absence': '休んだ 日の お金を もらう 手続き。2年の あいだ。',
      'claim-disability': 'からだに 障害が のこった ときの 手続き。5年の あいだ。',
    },
  },
  en: {
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
  },
  vi: {
    title: 'Việc cần làm tiếp',
    until: (day) => `đến ${day}`,
    forms: 'Mẫu giấy',
    maybe: 'hãy hỏi xem có cần không',
    steps: {
      'call-119': 'Gọi 119 để có xe cấp cứu.',
      'see-doctor': 'Đi khám. Nói rằng bạn bị thương khi làm việc, hoặc trên đường đi làm, về nhà.',
      'tell-hospital': 'Nói với bệnh viện đây là tai nạn lao động (労災, rosai).',
      'switch-card': 'Nói với bệnh viện nơi đã dùng bảo hiểm y tế rằng bạn muốn chuyển sang 労災 (rosai).',
      'tell-company': 'Báo tai nạn cho công ty và nghiệp đoàn quản lý.',
      'keep-proof': 'Giữ ảnh, tên người nhìn thấy, giấy bệnh viện, biên lai, phiếu lương và giờ làm việc.',
      'employer-report': 'Công ty phải báo tai nạn cho Sở giám sát tiêu chuẩn lao động. Hãy hỏi đã báo chưa.',
      'claim-treatment': 'Xin tiền chữa trị. Thời hạn hai năm.',
      'claim-absence': 'Xin tiền cho những ngày không làm được. Thời hạn hai năm.',
      'claim-disability': 'Nếu để lại thương tật: xin trợ cấp. Thời hạn năm năm.',
    },
  },
  id: {
    title: 'Langkah berikutnya',
    until: (day) => `sampai ${day}`,
    forms: 'Formulir',
    maybe: 'tanyakan apakah perlu',
    steps: {
      'call-119': 'Telepon 119 untuk ambulans.',
      'see-doctor':
        'Periksa ke dokter. Bilang cederanya saat kerja, atau di jalan berangkat atau pulang kerja.',
      'tell-hospital': 'Bilang ke rumah sakit bahwa ini kecelakaan kerja (労災, rosai).',
      'switch-card':
        'Bilang ke rumah sakit tempat asuransi kesehatan dipakai bahwa kamu mau ganti ke 労災 (rosai).',
      'tell-company': 'Beri tahu perusahaan dan lembaga pengawas tentang kecelakaan ini.',
      'keep-proof': 'Simpan foto, nama saksi, surat rumah sakit, kuitansi, slip gaji, dan catatan jam kerja.',
      'employer-report': 'Perusahaan wajib melapor ke Kantor Pengawas Standar Kerja. Tanyakan apakah sudah.',
      'claim-treatment': 'Minta biaya pengobatan. Batasnya dua tahun.',
      'claim-absence': 'Minta uang untuk hari tidak bisa kerja. Batasnya dua tahun.',
      'claim-disability': 'Kalau ada cacat yang tertinggal: minta santunannya. Batasnya lima tahun.',
    },
  },
  fil: {
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
  },
  my: {
    title: 'ဆက်လုပ်ရမယ့်အရာ',
    until: (day) => `${day} အထိ`,
    forms: 'လိုအပ်တဲ့ ပုံစံများ',
    maybe: 'လိုမလို မေးပါ',
    steps: {
      'call-119': '119 ကို ဖုန်းဆက်ပြီး လူနာတင်ယာဉ် ခေါ်ပါ။',
      'see-doctor': 'ဆရာဝန်ပြပါ။ အလုပ်မှာ ဒါမှမဟုတ် အလုပ်အသွားအပြန်မှာ ဒဏ်ရာရတယ်လို့ ပြောပါ။',
      'tell-hospital': 'အလုပ်ခွင်ထိခိုက်မှု (労災, rosai) ဖြစ်ကြောင်း ဆေးရုံကို ပြောပါ။',
      'switch-card': 'ကျန်းမာရေးအာမခံ သုံးခဲ့တဲ့ဆေးရုံကို 労災 (rosai) ပြောင်းချင်ကြောင်း ပြောပါ။',
      'tell-company': 'ကုမ္ပဏီနဲ့ ကြီးကြပ်ရေးအဖွဲ့ကို အကြောင်းကြားပါ။',
      'keep-proof': 'ဓာတ်ပုံ၊ မြင်သူနာမည်၊ ဆေးရုံစာရွက်၊ ငွေပြေစာ၊ လစာဖြတ်ပိုင်း၊ အလုပ်ချိန်မှတ်တမ်းတွေကို သိမ်းထားပါ။',
      'employer-report': 'ကုမ္ပဏီက အလုပ်သမားစစ်ဆေးရေးရုံးကို အစီရင်ခံရပါမယ်။ ပြီးပြီလား မေးပါ။',
      'claim-treatment': 'ဆေးကုစရိတ် တောင်းပါ။ နှစ်နှစ်အတွင်း ဖြစ်ပါတယ်။',
      'claim-absence': 'အလုပ်မလုပ်နိုင်တဲ့ရက်အတွက် ငွေတောင်းပါ။ နှစ်နှစ်အတွင်း ဖြစ်ပါတယ်။',
      'claim-disability': 'မပျောက်ဘဲ ကျန်ခဲ့ရင် အဲဒီအတွက် တောင်းပါ။ ငါးနှစ်အတွင်း ဖြစ်ပါတယ်။',
    },
  },
  zh: {
    title: '接下来要做的事',
    until: (day) => `${day}之前`,
    forms: '相关表格',
    maybe: '请问清楚是否需要',
    steps: {
      'call-119': '打119叫救护车。',
      'see-doctor': '去看医生，说明是工作中或上下班路上受的伤。',
      'tell-hospital': '告诉医院这是工伤（労災）。',
      'switch-card': '告诉用过健康保险的医院，您要改成工伤（労災）。',
      'tell-company': '把事故告诉公司和监理团体。',
      'keep-proof': '保留照片、目击者的名字、医院单据、收据、工资单和工作时间记录。',
      'employer-report': '公司有义务向劳动基准监督署报告事故。请问是否已经报告。',
      'claim-treatment': '申请治疗费，期限两年。',
      'claim-absence': '申请不能上班那些天的钱，期限两年。',
      'claim-disability': '如果留下后遗症，可以申请补偿，期限五年。',
    },
  },
  km: {
    title: 'អ្វីត្រូវធ្វើបន្ទាប់',
    until: (day) => `ត្រឹម ${day}`,
    forms: 'ទម្រង់ឯកសារ',
    maybe: 'សូមសួរថាត្រូវការឬអត់',
    steps: {
      'call-119': 'ទូរស័ព្ទ 119 ហៅឡានសង្គ្រោះ។',
      'see-doctor': 'ទៅជួបពេទ្យ។ ប្រាប់ថារបួសពេលធ្វើការ ឬតាមផ្លូវទៅមកធ្វើការ។',
      'tell-hospital': 'ប្រាប់មន្ទីរពេទ្យថាជាគ្រោះថ្នាក់ការងារ (労災, rosai)។',
      'switch-card': 'ប្រាប់មន្ទីរពេទ្យដែលបានប្រើធានារ៉ាប់រងសុខភាពថា ចង់ប្តូរទៅ 労災 (rosai)។',
      'tell-company': 'ប្រាប់ក្រុមហ៊ុន និងអង្គភាពគ្រប់គ្រងអំពីគ្រោះថ្នាក់។',
      'keep-proof': 'រក្សាទុករូបថត ឈ្មោះអ្នកឃើញ ក្រដាសពេទ្យ បង្កាន់ដៃ ប័ណ្ណប្រាក់ខែ និងម៉ោងធ្វើការ។',
      'employer-report': 'ក្រុមហ៊ុនត្រូវរាយការណ៍ទៅការិយាល័យអធិការកិច្ចការងារ។ សូមសួរថាបានធ្វើឬនៅ។',
      'claim-treatment': 'ទាមទារថ្លៃព្យាបាល។ មានពេលពីរឆ្នាំ។',
      'claim-absence': 'ទាមទារប្រាក់សម្រាប់ថ្ងៃដែលធ្វើការមិនបាន។ មានពេលពីរឆ្នាំ។',
      'claim-disability': 'បើនៅសល់ពិការភាព៖ ទាមទារសំណង។ មានពេលប្រាំឆ្នាំ។',
    },
  },
  th: {
    title: 'สิ่งที่ต้องทำต่อไป',
    until: (day) => `ภายใน ${day}`,
    forms: 'แบบฟอร์ม',
    maybe: 'ช่วยถามว่าจำเป็นไหม',
    steps: {
      'call-119': 'โทร 119 เรียกรถพยาบาล',
      'see-doctor': 'ไปหาหมอ บอกว่าบาดเจ็บตอนทำงาน หรือระหว่างทางไปกลับจากงาน',
      'tell-hospital': 'บอกโรงพยาบาลว่าเป็นอุบัติเหตุจากงาน (労災, rosai)',
      'switch-card': 'บอกโรงพยาบาลที่ใช้ประกันสุขภาพไปว่าต้องการเปลี่ยนเป็น 労災 (rosai)',
      'tell-company': 'แจ้งอุบัติเหตุให้บริษัทและองค์กรผู้ดูแลรู้',
      'keep-proof': 'เก็บรูป ชื่อคนที่เห็น เอกสารโรงพยาบาล ใบเสร็จ สลิปเงินเดือน และบันทึกเวลาทำงาน',
      'employer-report': 'บริษัทต้องรายงานอุบัติเหตุต่อสำนักงานตรวจมาตรฐานแรงงาน ลองถามว่ารายงานแล้วหรือยัง',
      'claim-treatment': 'ขอเงินค่ารักษา ภายในสองปี',
      'claim-absence': 'ขอเงินสำหรับวันที่ทำงานไม่ได้ ภายในสองปี',
      'claim-disability': 'ถ้ามีความพิการเหลืออยู่ ขอเงินชดเชยได้ ภายในห้าปี',
    },
  },
  mn: {
    title: 'Дараа нь хийх зүйл',
    until: (day) => `${day} хүртэл`,
    forms: 'Маягтууд',
    maybe: 'хэрэгтэй эсэхийг асуугаарай',
    steps: {
      'call-119': '119 рүү залгаж түргэн дуудах.',
      'see-doctor': 'Эмчид үзүүлэх. Ажил дээр эсвэл ажилдаа явах, буцах замд гэмтсэн гэж хэлэх.',
      'tell-hospital': 'Эмнэлэгт ажлын осол (労災, росай) гэж хэлэх.',
      'switch-card':
        'Эрүүл мэндийн даатгал хэрэглэсэн эмнэлэгтээ 労災 (росай) руу шилжүүлмээр байна гэж хэлэх.',
      'tell-company': 'Компани болон хянагч байгууллагадаа ослыг мэдэгдэх.',
      'keep-proof':
        'Зураг, харсан хүний нэр, эмнэлгийн бичиг, баримт, цалингийн хуудас, ажлын цагийн тэмдэглэлээ хадгалах.',
      'employer-report':
        'Компани хөдөлмөрийн хяналтын газарт ослыг мэдэгдэх үүрэгтэй. Мэдэгдсэн эсэхийг асуух.',
      'claim-treatment': 'Эмчилгээний зардлаа нэхэх. Хоёр жилийн хугацаатай.',
      'claim-absence': 'Ажиллаж чадаагүй өдрийн мөнгөө нэхэх. Хоёр жилийн хугацаатай.',
      'claim-disability': 'Гэмтэл үлдвэл нөхөн олговор нэхэх. Таван жилийн хугацаатай.',
    },
  },
  ne: {
    title: 'अब के गर्ने',
    until: (day) => `${day} सम्म`,
    forms: 'फारमहरू',
    maybe: 'चाहिन्छ कि चाहिँदैन सोध्नुहोस्',
    steps: {
      'call-119': '119 मा फोन गरेर एम्बुलेन्स बोलाउने।',
      'see-doctor': 'डाक्टरलाई देखाउने। काममा वा काममा जाँदा-आउँदा चोट लागेको भन्ने।',
      'tell-hospital': 'अस्पतालमा यो कामको दुर्घटना (労災, rosai) हो भन्ने।',
      'switch-card': 'स्वास्थ्य बीमा चलाएको अस्पतालमा 労災 (rosai) मा सार्न चाहन्छु भन्ने।',
      'tell-company': 'कम्पनी र सुपरिवेक्षण संस्थालाई दुर्घटनाबारे भन्ने।',
      'keep-proof': 'फोटो, देख्नेको नाम, अस्पतालको कागज, रसिद, तलबको पर्ची र काम गरेको समय जोगाएर राख्ने।',
      'employer-report': 'कम्पनीले श्रम मापदण्ड निरीक्षण कार्यालयमा खबर गर्नैपर्छ। गर्‍यो कि सोध्ने।',
      'claim-treatment': 'उपचार खर्च माग्ने। दुई वर्षको समय छ।',
      'claim-absence': 'काम गर्न नसकेका दिनको पैसा माग्ने। दुई वर्षको समय छ।',
      'claim-disability': 'अपाङ्गता रह्यो भने त्यसको रकम माग्ने। पाँच वर्षको समय छ।',
    },
  },
  bn: {
    title: 'এরপর কী করবেন',
    until: (day) => `${day} পর্যন্ত`,
    forms: 'ফর্ম',
    maybe: 'লাগবে কি না জিজ্ঞেস করুন',
    steps: {
      'call-119': '119 নম্বরে ফোন করে অ্যাম্বুলেন্স ডাকুন।',
      'see-doctor': 'ডাক্তার দেখান। বলুন, কাজের সময় বা কাজে যাওয়া-আসার পথে আঘাত লেগেছে।',
      'tell-hospital': 'হাসপাতালে বলুন, এটা কাজের দুর্ঘটনা (労災, rosai)।',
      'switch-card': 'যে হাসপাতালে স্বাস্থ্য বিমা দিয়েছেন, সেখানে বলুন 労災 (rosai)-তে বদলাতে চান।',
      'tell-company': 'কোম্পানি আর তদারকি সংস্থাকে দুর্ঘটনার কথা জানান।',
      'keep-proof': 'ছবি, যারা দেখেছে তাদের নাম, হাসপাতালের কাগজ, রসিদ, বেতনের স্লিপ আর কাজের সময়ের হিসাব রেখে দিন।',
      'employer-report': 'কোম্পানিকে শ্রম মান পরিদর্শন অফিসে দুর্ঘটনা জানাতে হয়। জানিয়েছে কি না জিজ্ঞেস করুন।',
      'claim-treatment': 'চিকিৎসার খরচ দাবি করুন। সময় দুই বছর।',
      'claim-absence': 'যে দিনগুলো কাজ করতে পারেননি তার টাকা দাবি করুন। সময় দুই বছর।',
      'claim-disability': 'স্থায়ী ক্ষতি থেকে গেলে তার জন্য দাবি করুন। সময় পাঁচ বছর।',
    },
  },
  si: {
    title: 'ඊළඟට කරන්න ඕන දේ',
    until: (day) => `${day} වෙනකම්`,
    forms: 'ෆෝම්',
    maybe: 'ඕනද කියලා අහන්න',
    steps: {
      'call-119': '119 ට කතා කරලා ගිලන් රථයක් ගෙන්නගන්න.',
      'see-doctor': 'දොස්තර කෙනෙකුට පෙන්නන්න. වැඩ කරද්දී හරි වැඩට යන එන ගමනේදී හරි තුවාල වුණා කියන්න.',
      'tell-hospital': 'මේක වැඩ අනතුරක් (労災, rosai) කියලා රෝහලට කියන්න.',
      'switch-card': 'සෞඛ්‍ය රක්ෂණය පාවිච්චි කරපු රෝහලට 労災 (rosai) එකට මාරු කරන්න ඕන කියන්න.',
      'tell-company': 'සමාගමට සහ අධීක්ෂණ ආයතනයට අනතුර ගැන කියන්න.',
      'keep-proof': 'ෆොටෝ, දැකපු අයගේ නම්, රෝහලේ කොළ, බිල්පත්, පඩි පත් සහ වැඩ කළ වෙලාවන් තියාගන්න.',
      'employer-report': 'සමාගම කම්කරු ප්‍රමිති පරීක්ෂණ කාර්යාලයට අනතුර වාර්තා කරන්නම ඕන. කළාද කියලා අහන්න.',
      'claim-treatment': 'ප්‍රතිකාර වියදම ඉල්ලන්න. කාලය අවුරුදු දෙකයි.',
      'claim-absence': 'වැඩ කරන්න බැරි වුණ දවස් වලට සල්ලි ඉල්ලන්න. කාලය අවුරුදු දෙකයි.',
      'claim-disability': 'ආබාධයක් ඉතුරු වුණොත් ඒකට ඉල්ලන්න. කාලය අවුරුදු පහයි.',
    },
  },
  lo: {
    title: 'ສິ່ງທີ່ຕ້ອງເຮັດຕໍ່ໄປ',
    until: (day) => `ພາຍໃນ ${day}`,
    forms: 'ແບບຟອມ',
    maybe: 'ຖາມເບິ່ງວ່າຈຳເປັນບໍ',
    steps: {
      'call-119': 'ໂທ 119 ເອີ້ນລົດໂຮງໝໍ.',
      'see-doctor': 'ໄປຫາໝໍ. ບອກວ່າບາດເຈັບຕອນເຮັດວຽກ ຫຼື ຕາມທາງໄປກັບຈາກວຽກ.',
      'tell-hospital': 'ບອກໂຮງໝໍວ່າເປັນອຸບັດຕິເຫດຈາກວຽກ (労災, rosai).',
      'switch-card': 'ບອກໂຮງໝໍທີ່ໃຊ້ປະກັນສຸຂະພາບວ່າຢາກປ່ຽນເປັນ 労災 (rosai).',
      'tell-company': 'ແຈ້ງອຸບັດຕິເຫດໃຫ້ບໍລິສັດ ແລະ ອົງການຄຸ້ມຄອງຮູ້.',
      'keep-proof': 'ເກັບຮູບ, ຊື່ຄົນທີ່ເຫັນ, ເອກະສານໂຮງໝໍ, ໃບບິນ, ໃບເງິນເດືອນ ແລະ ເວລາເຮັດວຽກໄວ້.',
      'employer-report': 'ບໍລິສັດຕ້ອງລາຍງານອຸບັດຕິເຫດຕໍ່ຫ້ອງການກວດກາມາດຕະຖານແຮງງານ. ຖາມເບິ່ງວ່າລາຍງານແລ້ວບໍ.',
      'claim-treatment': 'ຂໍເງິນຄ່າປິ່ນປົວ. ມີເວລາສອງປີ.',
      'claim-absence': 'ຂໍເງິນສຳລັບມື້ທີ່ເຮັດວຽກບໍ່ໄດ້. ມີເວລາສອງປີ.',
      'claim-disability': 'ຖ້າມີຄວາມພິການເຫຼືອຢູ່ ຂໍເງິນຊົດເຊີຍໄດ້. ມີເວລາຫ້າປີ.',
    },
  },
};
