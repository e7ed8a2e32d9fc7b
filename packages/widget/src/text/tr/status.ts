import { counter } from '../counter.ts';
import type { StatusWords } from '../messages.ts';

const count = counter('tr');

const starts = {
  purchase: 'Süresi henüz başlamadı.',
  install: 'Süresi, yüklediğinizde başlar.',
  'first-use': 'Süresi, ilk kullanımda başlar.',
};

export const status: StatusWords = {
  tag: 'tr',
  loading: 'eSIM’iniz yükleniyor',
  short: {
    unknown: () => 'Doğrulanmadı',
    'not-started': () => 'Henüz başlamadı',
    active: () => 'Aktif',
    'due-soon': ({ days }) =>
      days === 0 ? 'Bugün bitiyor' : count(days, { one: '# gün kaldı', other: '# gün kaldı' }),
    'due-now': ({ hours }) =>
      hours < 1 ? '1 saatten az kaldı' : count(hours, { one: '# saat kaldı', other: '# saat kaldı' }),
    grace: ({ works }) => (works ? 'Süresi doldu, çalışıyor' : 'Süresi doldu, yenileyin'),
    expired: () => 'Süresi doldu',
    terminated: () => 'Numara iptal edildi',
    suspended: () => 'Askıya alındı',
    revoked: () => 'Geri çekildi',
  },
  long: {
    unknown: ({ date }) => `Bitiş tarihini yakın zamanda doğrulayamadık: ${date}.`,
    'not-started': ({ startsOn }) => starts[startsOn],
    active: ({ date }) => `eSIM’iniz ${date} tarihine kadar geçerli.`,
    'due-soon': ({ date }) =>
      `eSIM’inizin süresi ${date} tarihinde doluyor. Bağlı kalmak için daha önce yenileyin.`,
    'due-now': ({ date, time }) =>
      `eSIM’inizin süresi ${date} tarihinde, saat ${time} itibarıyla doluyor. Bağlı kalmak için daha önce yenileyin.`,
    grace: ({ works, date, graceDate }) =>
      works
        ? `Paketiniz ${date} tarihinde sona erdi. eSIM ${graceDate} tarihine kadar çalışmaya devam eder.`
        : `Paketiniz ${date} tarihinde sona erdi ve eSIM çevrimdışı. Yeniden bağlanmak için en geç ${graceDate} tarihine kadar yenileyin.`,
    expired: ({ date, keepDate }) =>
      keepDate === null
        ? `Paketiniz ${date} tarihinde sona erdi. Yeniden bağlanmak için yenileyin.`
        : `Paketiniz ${date} tarihinde sona erdi. Numaranızı korumak için en geç ${keepDate} tarihine kadar yenileyin.`,
    terminated: ({ date }) =>
      `Paketiniz ${date} tarihinde sona erdi ve numara iptal edildi. Bu eSIM yenilenemez; yeni bir eSIM gerekir.`,
    suspended: () => 'Operatör bu eSIM’i askıya aldı. Nedenini destek ekibinden öğrenebilirsiniz.',
    revoked: () => 'Operatör bu eSIM’i geri çekti. Nedenini destek ekibinden öğrenebilirsiniz.',
  },
  activeUntil: (date) => `Aktif, bitiş: ${date}`,
  asOf: (said, day) => `${said} (${day}\u00a0itibarıyla)`,
  unreadable: {
    short: 'Doğrulanmadı',
    long: 'Bu eSIM’in ne zamana kadar geçerli olduğunu şu anda söyleyemiyoruz. Lütfen daha sonra tekrar deneyin veya destek ekibine sorun.',
  },
  devices: {
    phone: 'Telefon',
    tablet: 'Tablet',
    watch: 'Saat',
    laptop: 'Dizüstü',
    router: 'Modem',
    other: 'Diğer cihaz',
  },
  expires: 'Bitiş:',
  ended: 'Süresi doldu:',
  exact: (moment, zone) => `${moment} (${zone})`,
  dataLeft: (left, total, asOf) =>
    `Kalan internet: ${left} / ${total}${asOf === null ? '' : ` (${asOf}\u00a0itibarıyla)`}.`,
  underWay: 'Bu eSIM için bir yenileme başlatıldı. Durumunu görmek için devam edin.',
  renew: 'Yenile',
  resume: 'Yenilemeye devam et',
  reminder: 'Hatırlat',
  bar: (start, end, state, next) =>
    `Geçerlilik: ${start} – ${end}, ${state}${next.map((day) => `, sonraki dönemin başlangıcı: ${day}`).join('')}`,
};
