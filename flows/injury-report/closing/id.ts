import type { ClosingTexts } from './closing-texts.ts';

/** Indonesian. reviewed: none */
export const id: ClosingTexts = {
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
};
