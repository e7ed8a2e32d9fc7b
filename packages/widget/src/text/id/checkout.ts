import type { Term } from '@leb-renew/core';
import { counter } from '../counter.ts';
import type { CheckoutWords } from '../messages.ts';
import { problem } from './problem.ts';

const count = counter('id');

const length = (term: Term): string =>
  'days' in term
    ? count(term.days, { other: '# hari' })
    : term.months % 12 === 0
      ? count(term.months / 12, { other: '# tahun' })
      : count(term.months, { other: '# bulan' });

const lost = (days: number): string =>
  days === 0 ? 'tidak ada yang hilang' : count(days, { other: 'hilang # hari yang sudah dibayar' });

/** `time` is a time of day, or a date with its time. */
const until = (time: string): string => (/\d{4}/.test(time) ? `hingga ${time}` : `hingga pukul ${time}`);

export const checkout: CheckoutWords = {
  tag: 'id',
  title: 'Periksa dan bayar',
  loading: 'Mengambil harga Anda',
  term: length,
  expires: (moment, zone) => `Berlaku hingga ${moment} (${zone})`,
  ended: (moment, zone) => `Berakhir pada ${moment} (${zone})`,
  plan: 'Paket',
  switched: 'Bukan paket eSIM Anda saat ini',
  now: 'Hari ini',
  until: (date) => `Kini hingga ${date}`,
  added: (term) => `+ ${length(term)}`,
  gain: (term, losesDays) => `${length(term)} ditambahkan, ${lost(losesDays)}`,
  fromToday: (term, losesDays) => `${length(term)} mulai hari ini, ${lost(losesDays)}`,
  startsNow: 'Paket baru dimulai sekarang.',
  losesDays: (days) => count(days, { other: '# hari yang sudah Anda bayar akan hilang.' }),
  acceptLoss: (days) => count(days, { other: 'Saya mengerti bahwa # hari yang sudah dibayar akan hilang.' }),
  tax: (label, rate) => `${label} (${rate})`,
  total: 'Total hari ini',
  once: 'Sekali bayar. Tidak diperpanjang otomatis.',
  direct: 'Data pembayaran Anda langsung dikirim ke layanan pembayaran, bukan ke toko.',
  soldBy: (seller) => `Dijual oleh ${seller}`,
  terms: 'Ketentuan',
  heldUntil: (time) => `Harga ini berlaku ${until(time)}.`,
  heldFor: (minutes, time) =>
    minutes === 1
      ? `Harga ini berlaku kurang dari satu menit lagi, hingga pukul ${time}.`
      : `Harga ini berlaku ${minutes} menit lagi, hingga pukul ${time}.`,
  runOutNext: 'Lihat harganya lagi; jika ada yang berubah, kami beri tahu apa saja.',
  seeAgain: 'Lihat harga lagi',
  changed: 'Mohon periksa lagi: ada yang berubah.',
  sameAsBefore: 'Tidak ada yang berubah.',
  priceChanged: (was, now) => `Harga sebelumnya ${was}; sekarang ${now}.`,
  endChanged: (was, now) => `Masa berlaku baru sebelumnya hingga ${was}; sekarang hingga ${now}.`,
  lossChanged: (was, now) => `Sebelumnya: ${was}. Sekarang: ${now}.`,
  lost,
  testMode: 'Mode uji coba: tidak ada uang sungguhan yang berpindah.',
  withdrawal: {
    none: 'Tidak ada hak pembatalan setelah pembelian.',
    '14-days': 'Anda dapat membatalkan pembelian ini dalam 14 hari.',
    'waived-with-consent':
      'Anda meminta layanan langsung dimulai: sejak saat itu pembelian ini tidak dapat lagi Anda batalkan.',
  },
  consent:
    'Langsung mulai layanan. Saya mengerti bahwa sejak saat itu saya tidak dapat lagi membatalkan pembelian ini.',
  agree: 'Lanjut ke pembayaran',
  pay: (amount) => `Bayar ${amount} dan perpanjang`,
  back: 'Kembali',
  chooseAgain: 'Pilih lagi',
  retry: 'Coba lagi',
  reload: 'Muat ulang halaman',
  mayBeBlocked: 'Mungkin pemblokir iklan atau filter di jaringan Anda menahannya.',
  look: 'Periksa sekarang',
  done: 'Selesai',
  ways: 'Cara pembayaran',
  card: 'Kartu',
  formLoading: 'Memuat formulir pembayaran',
  opening: 'Menyiapkan pembayaran Anda',
  confirming: 'Mengirim pembayaran Anda. Anda mungkin diminta mengonfirmasinya.',
  cancelling: 'Kembali ke daftar paket.',
  charged: {
    no: 'Dana Anda tidak ditarik.',
    unknown: 'Kami belum tahu apakah dana Anda sudah ditarik. Dana Anda tidak akan ditarik dua kali.',
    yes: 'Pembayaran Anda sudah masuk dan aman.',
  },
  notTwice: 'Dana Anda tidak akan ditarik dua kali.',
  service: (date) =>
    date === null ? 'Tidak ada yang berubah pada eSIM Anda.' : `eSIM Anda masih berfungsi hingga ${date}.`,
  offline: 'Tidak ada yang hilang. Proses berlanjut sendiri saat Anda kembali online.',
  unreadable: 'Saat ini perpanjangan Anda tidak dapat ditampilkan. Muat ulang halaman ini atau hubungi toko.',
  resumingTitle: 'Perpanjangan Anda',
  resuming: 'Memeriksa status perpanjangan Anda.',
  resumingLong: (wasSent) =>
    wasSent
      ? 'Toko belum menjawab. Kami terus mencoba. Jangan membayar lagi: jika pembayaran Anda berhasil, dana Anda aman, dan halaman ini akan menemukannya saat Anda kembali.'
      : 'Toko belum menjawab. Kami terus mencoba; Anda juga bisa kembali dan datang lagi nanti.',
  checkingTitle: 'Memeriksa pembayaran Anda',
  checking: 'Kami sedang memastikan apakah pembayaran Anda berhasil.',
  checkingSafe:
    'Jangan membayar lagi. Halaman ini diperbarui otomatis; jika Anda menutupnya, kembalilah ke sini dan kami lanjutkan.',
  checkingLong:
    'Ini lebih lama dari biasanya. Anda boleh menutup halaman ini: toko terus memeriksanya, dan hasilnya tampil di eSIM Anda saat Anda kembali.',
  receivedTitle: 'Pembayaran diterima',
  received: 'eSIM Anda masih dalam proses perpanjangan.',
  receivedSafe: (amount, number) =>
    `Pembayaran Anda sebesar ${amount} aman (kuitansi ${number}). Halaman ini diperbarui otomatis; Anda boleh menutupnya.`,
  receivedLong:
    'Ini lebih lama dari biasanya. Anda tidak perlu menunggu di sini: toko terus memprosesnya sampai eSIM Anda diperpanjang atau uang Anda dikembalikan.',
  steps: {
    paid: 'Pembayaran diterima',
    extending: 'Memperpanjang eSIM Anda',
    active: (date) => `Lalu aktif hingga ${date}`,
  },
  heldTitle: {
    review: 'Pembayaran diterima',
    refunding: 'Uang Anda sedang dikembalikan',
    refunded: 'Uang Anda sudah dikembalikan',
  },
  held: {
    review: () =>
      'Pembayaran Anda sudah masuk dan aman. eSIM Anda belum diperpanjang: petugas toko sedang memeriksanya.',
    refunding: (amount, number) =>
      `eSIM Anda tidak dapat diperpanjang. Kami sedang mengembalikan ${amount} ke sumber pembayaran Anda (kuitansi ${number}).`,
    refunded: (amount, number) =>
      `eSIM Anda tidak dapat diperpanjang. ${amount} sudah dikirim kembali ke sumber pembayaran Anda (kuitansi ${number}); mungkin perlu beberapa hari sampai tampil di bank Anda.`,
  },
  problem,
};
