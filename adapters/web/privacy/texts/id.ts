import type { PrivacyTexts } from './privacy-texts.ts';

/** Bahasa Indonesia */
export const id: PrivacyTexts = {
  title: 'Privasimu',
  purpose: 'Yang kamu tulis hanya dipakai untuk menjawab dan membantumu.',
  stored: {
    title: 'Apa yang disimpan',
    messages:
      'Tulisanmu, jawaban kami, file yang kamu kirim, dan waktunya. Semuanya dienkripsi di database kami.',
    never: 'Kami tidak menanyakan nama, nomor telepon, atau e-mail. Tidak ada cookie, iklan, atau pelacakan.',
    masked: 'Nomor My Number, paspor, dan kartu ditutupi sebelum apa pun disimpan.',
    address:
      'Alamat internetmu (IP) dihitung paling lama satu jam untuk mencegah penyalahgunaan. Tidak disimpan bersama obrolan.',
  },
  time: {
    title: 'Berapa lama',
    chat: 'Obrolan tetap ada di server kami sampai kamu menghapusnya. Tidak dihapus otomatis.',
    phone:
      'Di ponselmu: isi obrolan tidak disimpan, hanya kunci untuk membukanya, sampai tab ditutup. Kalau kamu memilih "ingat", 30 hari.',
    words: 'Lima kata berlaku 30 hari sejak terakhir dipakai.',
  },
  who: {
    title: 'Siapa yang bisa melihat',
    company: 'Perusahaan dan lembaga pengawas (kumiai) tidak pernah melihatnya.',
    advisor:
      'Konselor layanan ini bisa membaca obrolan kalau kamu meminta bicara dengan orang atau sedang dalam bahaya.',
    operators: 'Orang yang menjalankan server ini memegang kunci database.',
    model:
      'Jawaban diambil dari artikel yang sudah diperiksa di dalam program ini. Layanan AI di luar hanya membaca pertanyaanmu setelah kamu setuju di obrolan. Komputernya bisa berada di luar Jepang. Kamu boleh menolak.',
  },
  erase: {
    title: 'Cara menghapus',
    chat: 'Di obrolan, buka "Lainnya" lalu pilih "Hapus obrolan ini sepenuhnya". Pesan dan file langsung hilang. Yang tersisa hanya catatan bahwa ada yang dihapus.',
    line: 'Di LINE: kalau kamu membatalkan pengiriman pesan, isinya di sini juga dihapus.',
    notes: 'Catatan konselor tentang kasusmu tidak terhapus dengan cara ini. Tanyakan kepada konselor.',
  },
  phone: {
    title: 'Ponsel dan jaringanmu',
    history:
      '"Keluar sekarang" menghapus obrolan dari ponsel, tetapi riwayat browser mungkin masih menunjukkan bahwa halaman ini pernah dibuka. Hapus riwayatnya, atau pakai jendela privat.',
    wifi: 'Pengelola Wi-Fi bisa tahu bahwa kamu membuka situs ini, tetapi tidak tahu apa yang kamu tulis.',
  },
  asOf: 'Per {date}',
  back: 'Kembali ke obrolan',
};
