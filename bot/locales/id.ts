import type { CoreTexts } from './core-texts.ts';

/** Indonesian. */
export const id: CoreTexts = {
  greeting:
    'Halo. Saya Soudan, program konsultasi gratis untuk peserta pemagangan (技能実習生) di Jepang. Saya bukan perusahaanmu dan bukan lembaga pengawas (kumiai).',
  languageAsk: 'Kamu mau pakai bahasa apa?',
  buttons: {
    ask: 'Bertanya',
    hurt: 'Terluka / takut',
    human: 'Bicara dengan orang',
    lines: 'Nomor telepon',
    more: 'Selengkapnya',
    other: 'Hal lain',
    language: 'Ganti bahasa',
  },
  askPrompt:
    'Tulis pertanyaanmu dengan kata-katamu sendiri. Contoh: "Berapa hari cuti saya?" atau "Perusahaan menahan paspor saya."',
  hurtPrompt: 'Apakah kamu aman sekarang? Tulis singkat apa yang terjadi. Tidak perlu menceritakan semuanya.',
  privacyLine: (url) => `Apa yang disimpan dan siapa yang bisa melihat: ${url}`,
  unknown:
    'Maaf, saya tidak tahu jawabannya dan saya tidak mau menebak. Kamu bisa bertanya lagi dengan kata lain, atau minta bantuan di bawah ini.',
  offer: {
    now: 'Kalau mau, konselor layanan ini bisa chat denganmu sekarang.',
    at: (time) =>
      `Konselor layanan ini bisa chat denganmu mulai ${time}. Kamu bisa menulis pertanyaanmu sekarang.`,
    nobody:
      'Saat ini tidak ada konselor yang terhubung dengan layanan ini. Kamu bisa menelepon nomor berikut:',
  },
  clarify: 'Yang mana yang kamu maksud?',
  source: 'Sumber',
  checkedOn: (date) => `dibaca tanggal ${date}`,
  related: 'Lihat juga',
  languageChanged: 'Mulai sekarang saya menulis dalam bahasa Indonesia.',
  otherLanguage:
    'Saya belum bisa menulis dalam bahasamu. Saya akan menjawab dalam bahasa Inggris dan bahasa Jepang mudah.',
  smalltalk: {
    hello:
      'Halo. Mau tanya apa? Kamu bisa bertanya tentang kerja, gaji, kesehatan, visa, atau kehidupan sehari-hari.',
    thanks: 'Sama-sama. Tulis lagi kapan saja kalau perlu.',
    whoAreYou:
      'Saya Soudan, program komputer. Saya menjawab pertanyaan tentang kerja dan hidup di Jepang dari sumber yang sudah diperiksa. Saya bukan perusahaanmu, dan memakai saya gratis.',
    bye: 'Sampai jumpa. Jaga diri baik-baik. Kamu bisa menulis di sini kapan saja.',
  },
  handoff: {
    now: 'Saya sedang memanggil konselor untukmu. Kalau sudah ada yang menangani, dia akan menulis kepadamu di sini. Kamu boleh terus menulis; dia akan membacanya.',
    at: (time) =>
      `Saat ini konselor tidak ada. Mulai ${time} ada yang bisa menjawab di sini. Yang kamu tulis sekarang disimpan untuk mereka. Kalau tidak bisa menunggu, telepon nomor berikut:`,
    nobody:
      'Saat ini tidak ada konselor yang terhubung dengan layanan ini, jadi saya tidak bisa memanggil orang untukmu di sini. Nomor berikut bisa membantumu:',
  },
  errors: {
    failed: 'Ada masalah di pihak kami. Ini bukan salahmu. Tolong tulis sekali lagi.',
    tooLong: (max) => `Pesannya terlalu panjang. Tolong bagi, tiap bagian paling banyak ${max} karakter.`,
    retry: 'Coba lagi dalam beberapa menit.',
    attachment: 'Saya tidak bisa menerima file ini. Kirim lagi, atau tulis apa isinya.',
    voice: 'Saya tidak bisa memahami pesan suaranya. Tolong tulis dengan beberapa kata.',
  },
  attachmentReceived:
    'Sudah saya terima. Saya tidak bisa melihat isi foto atau file. Tolong tulis juga singkat itu tentang apa.',
  sticker: 'Saya melihat stikermu. Kalau mau bertanya, tulis dengan kata-kata.',
  modelConsent: {
    ask: 'Bolehkah layanan AI di luar sistem ini membaca pertanyaan ini untuk menulis jawaban yang lebih lengkap? Komputernya mungkin di luar Jepang. Jangan tulis nama. Kamu boleh menolak; jawaban di atas tetap ada.',
    yes: 'Boleh',
    no: 'Tidak',
    accepted: 'Terima kasih. Kamu bisa mengubahnya kapan saja dengan menulis "tanpa AI".',
    declined: 'Baik. Tidak ada yang dikirim ke luar.',
  },
  unsent: 'Kamu menarik pesanmu. Teksnya sudah saya hapus.',
  staleTranslation: 'Halaman bahasa Jepang diubah setelah terjemahan ini. Rinciannya bisa berbeda.',
  from: (date) => `mulai ${date}`,
  until: (date) => `sampai ${date}`,
  typedHint: 'Kamu bisa menekan tombol atau mengetik kata-katanya.',
  lines: {
    heading: 'Tempat yang bisa kamu telepon',
    openNow: 'buka sekarang',
    opens: (time) => `buka ${time}`,
    hoursVary: 'hari dan jam bisa berubah',
    allDay: '24 jam, setiap hari',
    free: 'gratis',
    press: (key) => `lalu tekan ${key}`,
    japaneseOnly: 'hanya bahasa Jepang',
    severalLanguages: 'beberapa bahasa; tanyakan bahasamu',
    sayThis: 'Kamu bisa bilang',
    interpreterMeaning: 'Saya perlu penerjemah bahasa Indonesia.',
    police: 'Polisi',
    ambulance: 'Ambulans dan pemadam',
    seenOn: (date) => `nomor dibaca tanggal ${date}`,
    none: 'Saya tidak punya nomor yang sudah diperiksa untuk ini.',
  },
  forms: {
    work: 'terluka atau sakit karena kerja',
    commuting: 'terluka di jalan ke atau dari tempat kerja',
    treatment: 'pengobatan gratis di rumah sakit yang ditunjuk',
    change: 'kalau pindah ke rumah sakit lain yang ditunjuk',
    refund: 'uang kembali untuk pengobatan yang kamu bayar sendiri',
    absence: 'uang untuk hari kamu tidak bisa bekerja',
  },
  wages: {
    heading: 'Upah minimum satu jam',
    perHour: (yen) => `${yen} yen`,
    note: 'Sebelum tanggal itu berlaku jumlah yang lama. Yang dipakai adalah prefektur tempat kerjamu.',
  },
  offices: {
    heading: (city) => `Kantor JITCO ${city}`,
    noNumber: 'Saya tidak punya nomor telepon kantor ini yang sudah diperiksa.',
  },
};
