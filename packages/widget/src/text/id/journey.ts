import { counter } from '../counter.ts';
import type { JourneyWords } from '../messages.ts';
import { problem } from './problem.ts';

const count = counter('id');

export const journey: JourneyWords = {
  tag: 'id',
  label: 'Perpanjang eSIM Anda',
  cards: 'eSIM Anda',
  noCards: 'Tidak ada eSIM di akun ini.',
  search: 'Cari eSIM berdasarkan nama, wilayah, atau empat digit terakhir',
  found: (found, all) =>
    found === 0 ? `Tidak ada dari ${all} eSIM Anda yang bernama itu.` : `${found} dari ${all} eSIM`,
  showAll: 'Tampilkan semua eSIM',
  showMore: (more) => count(more, { other: 'Tampilkan # eSIM lagi' }),
  receipts: 'Kuitansi',
  receiptsOf: (label) => `Kuitansi ${label}`,
  signOut: 'Keluar',
  allCards: 'Semua eSIM',
  linkOpened: 'Anda membuka tautan untuk memperpanjang eSIM ini.',
  everything: 'Masuk untuk melihat semuanya',
  signInToKnow: 'Mungkin ada pembayaran Anda yang sedang diproses. Masuk untuk melihat hasilnya.',
  loading: 'Memuat',
  notLoaded: 'Bagian halaman ini tidak dapat dimuat.',
  notLoadedNext: 'Tidak ada yang hilang. Coba lagi, atau muat ulang halaman.',
  retry: 'Coba lagi',
  close: 'Tutup',
  sending: 'Pembayaran Anda sedang dikirim. Jendela ini tetap terbuka sampai selesai.',
  charged: {
    no: 'Dana Anda tidak ditarik.',
    unknown:
      'Kami tidak tahu apakah dana Anda sudah ditarik. Hubungi layanan pelanggan sebelum membayar lagi.',
    yes: 'Pembayaran Anda sudah masuk. Hubungi layanan pelanggan sebelum membayar lagi.',
  },
  reminderSummary: (label) => `${label} berakhir`,
  reminderText: (label, date) =>
    `${label} berlaku hingga ${date}. Perpanjang sebelum itu agar tetap terhubung.`,
  reminderNotice: (label, days) => `${label} ${count(days, { other: 'berakhir # hari lagi' })}`,
  problem,
};
