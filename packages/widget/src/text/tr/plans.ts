import { counter } from '../counter.ts';
import type { PlanWords } from '../messages.ts';

const count = counter('tr');

const when = (date: string | null): string => (date === null ? '' : ` ${date} tarihinden itibaren mümkün.`);

export const plans: PlanWords = {
  tag: 'tr',
  title: 'Paket seçin',
  loading: 'Paketler yükleniyor',
  none: 'Şu anda bu eSIM için paket yok.',
  unreadable: 'Paketleri şu anda gösteremiyoruz. Lütfen daha sonra tekrar deneyin veya destek ekibine sorun.',
  currency: 'Para birimi',
  current: 'Mevcut paket',
  perMonth: (price) => `${price}/ay`,
  save: (percent) => `${percent} tasarruf`,
  comparedWith: (name, times) => `${times} × ${name} fiyatına göre`,
  allowance: (amount, per) => (per === 'term' ? amount : `${per === 'day' ? 'Günde' : 'Ayda'} ${amount}`),
  unlimited: 'Sınırsız internet',
  newEnd: (date) => `Bitiş: ${date}`,
  startsNow: 'Bu paket hemen başlar.',
  losesDays: (days) =>
    count(days, {
      one: 'Ödemesini yaptığınız # günü kaybedersiniz.',
      other: 'Ödemesini yaptığınız # günü kaybedersiniz.',
    }),
  refused: {
    terminated: () => 'Bu eSIM’in numarası iptal edildi. eSIM yenilenemez.',
    'would-shorten': () => 'eSIM’iniz zaten bu paketin yeteceğinden daha uzun süre geçerli.',
    'beyond-horizon': (date) => `eSIM’iniz bu kadar ileri bir tarihe yenilenemez.${when(date)}`,
    'not-open-yet': (date) => `Bu paketle yenilemek için henüz erken.${when(date)}`,
    'closed-until': (date) => `Şu anda yenileme yapılamıyor.${when(date)}`,
    'max-stacked': (date) => `eSIM’inizde bekleyen paketler en üst sınıra ulaştı.${when(date)}`,
    suspended: () => 'Operatör bu eSIM’i askıya aldı.',
    revoked: () => 'Operatör bu eSIM’i geri çekti.',
    'other-family': () => 'Bu paket eSIM’inize uygun değil.',
    'not-sold': () => 'Operatör bu paketi şu anda eSIM’iniz için satmıyor.',
  },
  next: (name) => `${name} ile devam et`,
  choose: 'Devam etmek için paket seçin',
  busy: 'Fiyat alınıyor',
  best: 'Size en uygun',
  need: 'eSIM size ne kadar süre gerekli?',
  needDays: 'Bugünden itibaren gün',
  needUntil: 'Veya son gün',
  needCovered: (date) => `Süreniz zaten yetiyor: eSIM’iniz ${date} tarihine kadar geçerli.`,
  needMet: (name, date) => `Süresi yeten paketlerin en ucuzu: ${name}. ${date} tarihine kadar sürer.`,
  needTooLong: (name, date, days) =>
    `Bu kadar uzun süren bir paket yok. En yakını ${name}: ${date} tarihine kadar, ${count(days, {
      one: '# gün',
      other: '# gün',
    })} eksik.`,
  columns: { plan: 'Paket', data: 'İnternet', included: 'Dahil', end: 'Bitiş', price: 'Fiyat' },
};
