import { counter } from '../counter.ts';
import type { PlanWords } from '../messages.ts';

const count = counter('id');

const when = (date: string | null): string => (date === null ? '' : ` Bisa mulai ${date}.`);

export const plans: PlanWords = {
  tag: 'id',
  title: 'Pilih paket',
  loading: 'Mencari paket',
  none: 'Saat ini tidak ada paket untuk eSIM ini.',
  unreadable: 'Saat ini kami tidak dapat menampilkan paket. Coba lagi nanti atau hubungi layanan pelanggan.',
  currency: 'Mata uang',
  current: 'Paket saat ini',
  perMonth: (price) => `${price}/bulan`,
  save: (percent) => `Hemat ${percent}`,
  comparedWith: (name, times) => `dibandingkan ${times} × ${name}`,
  allowance: (amount, per) =>
    per === 'term' ? amount : `${amount} per ${per === 'month' ? 'bulan' : 'hari'}`,
  unlimited: 'Kuota tanpa batas',
  newEnd: (date) => `Berlaku hingga ${date}`,
  startsNow: 'Paket ini dimulai sekarang.',
  losesDays: (days) => count(days, { other: 'Anda akan kehilangan # hari yang sudah Anda bayar.' }),
  refused: {
    terminated: () => 'Nomor eSIM ini sudah hangus dan tidak dapat diperpanjang.',
    'would-shorten': () => 'eSIM Anda berlaku lebih lama daripada masa berlaku paket ini.',
    'beyond-horizon': (date) => `Masa berlaku eSIM Anda akan terlalu jauh ke depan.${when(date)}`,
    'not-open-yet': (date) => `Belum waktunya memperpanjang dengan paket ini.${when(date)}`,
    'closed-until': (date) => `Perpanjangan sedang ditutup saat ini.${when(date)}`,
    'max-stacked': (date) => `Antrean paket di eSIM Anda sudah penuh.${when(date)}`,
    suspended: () => 'Penyedia menangguhkan eSIM ini.',
    revoked: () => 'Penyedia mencabut eSIM ini.',
    'other-family': () => 'Paket ini tidak cocok untuk eSIM Anda.',
    'not-sold': () => 'Saat ini penyedia tidak menjual paket ini untuk eSIM Anda.',
  },
  next: (name) => `Lanjutkan dengan ${name}`,
  choose: 'Pilih paket untuk melanjutkan',
  busy: 'Mengambil harga Anda',
  best: 'Cocok untuk Anda',
  need: 'Berapa lama Anda membutuhkannya?',
  needDays: 'Hari (mulai hari ini)',
  needUntil: 'Atau hingga',
  needCovered: (date) => `Kebutuhan Anda sudah terpenuhi: eSIM Anda berlaku hingga ${date}.`,
  needMet: (name, date) =>
    `${name} adalah paket termurah yang cukup lama untuk Anda. Berlaku hingga ${date}.`,
  needTooLong: (name, date, days) =>
    `Tidak ada paket selama itu. Yang paling mendekati adalah ${name}: hingga ${date}, ${count(days, { other: 'kurang # hari' })}.`,
  columns: { plan: 'Paket', data: 'Kuota', included: 'Termasuk', end: 'Berlaku hingga', price: 'Harga' },
};
