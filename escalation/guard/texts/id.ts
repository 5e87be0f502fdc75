import type { DangerTexts } from './danger-texts.ts';

/** Indonesian. */
export const id: DangerTexts = {
  self: {
    open: 'Terima kasih sudah menulis ini. Kamu tidak harus menanggungnya sendirian.',
    steps:
      'Kalau kamu merasa bisa melukai dirimu sendiri sekarang, telepon 119 atau minta orang di dekatmu menelepon. Pergilah ke tempat yang ada orang lain, dan jauhi benda yang bisa melukaimu.',
    again:
      'Perasaanmu sekarang bisa berubah, walaupun saat ini tidak terasa begitu. Tolong telepon, atau bangunkan orang di dekatmu dan bilang: "Saya butuh bantuan."',
    still:
      'Kamu berharga. Lakukan satu hal saja sekarang: datangi seseorang, atau telepon. Setelah itu kamu bisa menulis lagi di sini.',
  },
  attack: {
    open: 'Ini bukan salahmu. Sekarang keselamatanmu yang paling penting.',
    steps:
      'Kalau bisa, pergi dari situ, kunci pintu, atau pergi ke tempat yang ada orang. Telepon 110. Kalau tidak bisa menelepon, minta orang di dekatmu menelepon.',
    again:
      'Kalau bisa, jauhi orang yang menyakiti atau mengancammu. Pergilah ke toko, stasiun, atau pos polisi (交番, kouban).',
    still: 'Lakukan satu hal saja sekarang: pergi ke tempat yang ada orang, atau telepon 110.',
  },
  emergency: {
    open: 'Telepon 119 sekarang. Kalau tidak bisa, bilang ke orang di dekatmu: "119!"',
    steps:
      'Kalau mesin masih jalan, matikan, tetapi hanya kalau aman untukmu. Kalau banyak darah, tekan lukanya kuat-kuat dengan kain bersih. Jangan tinggalkan orang yang luka atau sakit sendirian, dan ikuti kata petugas 119.',
    again:
      'Kalau belum ada yang menelepon, telepon 119 sekarang. Teriak minta tolong. Sebutkan alamat, atau apa yang kamu lihat di sekitarmu. Kalau kamu sendiri yang butuh bantuan, panggil seseorang ke dekatmu.',
    still: 'Apakah ambulans sudah di jalan? Kalau belum, telepon 119 sekarang. Jangan menunggu sendirian.',
  },
  someoneElse: 'Kalau ini tentang orang lain: temani dia, dan telepon 119.',
  fire: 'Segera keluar dan jangan masuk lagi untuk alasan apa pun. Beri tahu orang di sekitarmu, dan telepon 119 dari luar.',
  safe: { ask: 'Apakah kamu aman sekarang?', yes: 'Ya, saya aman', no: 'Tidak aman' },
  glad: 'Syukurlah. Kalau keadaan berubah, telepon 119 atau 110, atau langsung tulis di sini. Kalau mau, ceritakan apa yang terjadi atau apa yang kamu butuhkan.',
  notSafe: 'Terima kasih sudah memberi tahu. Tolong telepon sekarang, atau minta orang di dekatmu menelepon.',
  meanings: {
    help: 'Tolong bantu saya.',
    attacked: 'Saya sedang diserang.',
    emergency: 'Ini keadaan darurat medis.',
    ambulance: 'Tolong kirim ambulans.',
    fire: 'Ada kebakaran.',
    place: 'Tempatnya di …',
  },
  reach: {
    now: 'Saya sedang memanggil konselor layanan ini. Mereka bisa membaca obrolan ini dan akan menulis kepadamu di sini kalau sudah ada yang menangani. Kalau kamu dalam bahaya, jangan menunggu: telepon.',
    at: (time) =>
      `Saat ini konselor tidak ada. Mulai ${time} konselor bisa membaca obrolan ini dan menjawab di sini. Kalau kamu dalam bahaya, jangan menunggu: telepon.`,
    nobody:
      'Saat ini tidak ada orang yang membaca obrolan ini. Tolong telepon, atau minta tolong orang di dekatmu.',
  },
  company: 'Layanan ini tidak akan memberi tahu perusahaanmu.',
  reminder: 'Kalau dalam bahaya: 119 (ambulans), 110 (polisi).',
};
