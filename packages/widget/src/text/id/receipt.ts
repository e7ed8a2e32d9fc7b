import { counter } from '../counter.ts';
import type { ReceiptWords } from '../messages.ts';
import { problem } from './problem.ts';

const count = counter('id');

export const receipt: ReceiptWords = {
  tag: 'id',
  loading: 'Mencari kuitansi Anda',
  unreadable:
    'Saat ini kuitansi ini tidak dapat ditampilkan. Kuitansi tersimpan untuk Anda; toko dapat mengirimkannya.',
  none: 'Belum ada kuitansi untuk eSIM ini.',
  renewed: 'Sudah diperpanjang',
  paid: 'Sudah dibayar',
  activeUntil: (date) => `Aktif hingga ${date}`,
  ranUntil: (date) => `Perpanjangan ini berakhir pada ${date}`,
  stillExtending: 'Sudah dibayar. eSIM Anda masih dalam proses perpanjangan.',
  wasCorrected: 'Kuitansi ini sudah dikoreksi',
  corrected: 'Dikoreksi',
  correction: 'Koreksi',
  correctionOf: (number) => `Koreksi kuitansi ${number}`,
  correctedBy: 'Ada uang yang dikembalikan. Kuitansi ini dikoreksi oleh',
  sentTo: (address) => `Konfirmasi sudah kami kirim ke ${address}`,
  number: 'Kuitansi',
  amount: 'Dibayar',
  returned: 'Dikembalikan',
  tax: (label, rate) => `${label} (${rate})`,
  card: 'eSIM',
  plan: 'Paket',
  extended: 'Masa berlaku',
  paidOn: 'Tanggal',
  seller: 'Penjual',
  taxId: 'Nomor pajak',
  reference: 'Referensi',
  total: 'Total',
  nothingToInstall: 'Tidak perlu memasang apa pun: eSIM yang ada di perangkat Anda tetap berfungsi.',
  noNetwork:
    '15 menit lagi masih belum ada jaringan? Aktifkan lalu matikan mode pesawat sekali, dan pastikan roaming data aktif.',
  withdrawal: {
    none: 'Tidak ada hak pembatalan setelah pembelian.',
    '14-days': 'Anda dapat membatalkan pembelian ini dalam 14 hari.',
    'waived-with-consent':
      'Anda meminta layanan langsung dimulai: sejak saat itu pembelian ini tidak dapat lagi Anda batalkan.',
  },
  save: 'Simpan',
  print: 'Cetak',
  open: 'Buka atau cetak',
  reminder: 'Ingatkan saya',
  calendar: 'Tambah ke kalender',
  done: 'Selesai',
  safe: 'Pembayaran Anda aman, dan kuitansi tersimpan untuk Anda.',
  retry: 'Coba lagi',
  past: 'Kuitansi eSIM ini',
  shown: 'tampil di atas',
  more: (more) => count(more, { other: 'Tampilkan # kuitansi lagi' }),
  document: (number) => `Kuitansi ${number}`,
  problem,
};
