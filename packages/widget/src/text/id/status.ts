import { counter } from '../counter.ts';
import type { StatusWords } from '../messages.ts';

const count = counter('id');

const starts = {
  purchase: 'Masa berlakunya belum dimulai.',
  install: 'Masa berlakunya dimulai saat Anda memasangnya.',
  'first-use': 'Masa berlakunya dimulai saat pertama kali Anda menggunakannya.',
};

export const status: StatusWords = {
  tag: 'id',
  loading: 'Mencari eSIM Anda',
  short: {
    unknown: () => 'Belum dikonfirmasi',
    'not-started': () => 'Belum dimulai',
    active: () => 'Aktif',
    // The last day may be longer than the 24 hours that are counted, when clocks change.
    'due-soon': ({ days }) => (days === 0 ? 'Berakhir hari ini' : count(days, { other: 'Sisa # hari' })),
    'due-now': ({ hours }) => (hours < 1 ? 'Sisa kurang dari 1 jam' : count(hours, { other: 'Sisa # jam' })),
    grace: ({ works }) => (works ? 'Habis, masih berfungsi' : 'Habis, bisa diperpanjang'),
    expired: () => 'Masa berlaku habis',
    terminated: () => 'Nomor hangus',
    suspended: () => 'Ditangguhkan',
    revoked: () => 'Dicabut',
  },
  long: {
    unknown: ({ date }) => `Tanggal ini belum dapat kami konfirmasi akhir-akhir ini: hingga ${date}.`,
    'not-started': ({ startsOn }) => starts[startsOn],
    active: ({ date }) => `Layanan Anda berlaku hingga ${date}.`,
    'due-soon': ({ date }) =>
      `Layanan Anda berhenti pada ${date}. Perpanjang sebelum itu agar tetap terhubung.`,
    'due-now': ({ date, time }) =>
      `Layanan Anda berhenti pada ${date} pukul ${time}. Perpanjang sebelum itu agar tetap terhubung.`,
    grace: ({ works, date, graceDate }) =>
      works
        ? `Paket Anda berakhir pada ${date}. eSIM ini masih berfungsi hingga ${graceDate}.`
        : `Paket Anda berakhir pada ${date} dan eSIM ini tidak terhubung. Perpanjang paling lambat ${graceDate} agar terhubung kembali.`,
    expired: ({ date, keepDate }) =>
      keepDate === null
        ? `Paket Anda berakhir pada ${date}. Perpanjang agar terhubung kembali.`
        : `Paket Anda berakhir pada ${date}. Perpanjang paling lambat ${keepDate} agar nomor Anda tidak hangus.`,
    terminated: ({ date }) =>
      `Paket Anda berakhir pada ${date} dan nomornya sudah hangus. eSIM ini tidak dapat diperpanjang; Anda memerlukan yang baru.`,
    suspended: () => 'Penyedia menangguhkan eSIM ini. Layanan pelanggan dapat menjelaskan alasannya.',
    revoked: () => 'Penyedia mencabut eSIM ini. Layanan pelanggan dapat menjelaskan alasannya.',
  },
  activeUntil: (date) => `Aktif hingga ${date}`,
  asOf: (said, day) => `${said} (per\u00a0${day})`,
  unreadable: {
    short: 'Belum dikonfirmasi',
    long: 'Saat ini kami tidak dapat memastikan sampai kapan eSIM ini berlaku. Coba lagi nanti atau hubungi layanan pelanggan.',
  },
  devices: {
    phone: 'Ponsel',
    tablet: 'Tablet',
    watch: 'Jam tangan',
    laptop: 'Laptop',
    router: 'Router',
    other: 'Perangkat lain',
  },
  expires: 'Berlaku hingga',
  ended: 'Berakhir pada',
  exact: (moment, zone) => `${moment} (${zone})`,
  dataLeft: (left, total, asOf) =>
    `Sisa kuota ${left} dari ${total}${asOf === null ? '' : ` (per\u00a0${asOf})`}.`,
  underWay: 'Perpanjangan eSIM ini sudah dimulai. Lanjutkan untuk melihat statusnya.',
  renew: 'Perpanjang',
  resume: 'Lanjutkan perpanjangan',
  reminder: 'Ingatkan saya',
  bar: (start, end, state, next) =>
    `Berlaku dari ${start} hingga ${end}: ${state}${next.map((day) => `, periode berikutnya mulai ${day}`).join('')}`,
};
