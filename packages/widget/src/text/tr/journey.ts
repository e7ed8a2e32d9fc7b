import { counter } from '../counter.ts';
import type { JourneyWords } from '../messages.ts';
import { problem } from './problem.ts';

const count = counter('tr');

export const journey: JourneyWords = {
  tag: 'tr',
  label: 'eSIM’inizi yenileyin',
  cards: 'eSIM’leriniz',
  noCards: 'Bu hesapta eSIM yok.',
  search: 'Adı, bölgesi veya son dört hanesiyle bir eSIM bulun',
  found: (found, all) =>
    found === 0 ? `${all} eSIM’iniz arasında bu adda bir eSIM yok.` : `${all} eSIM’den ${found} tanesi`,
  showAll: 'Tüm eSIM’leri göster',
  showMore: (more) => count(more, { one: '# eSIM daha göster', other: '# eSIM daha göster' }),
  receipts: 'Makbuzlar',
  receiptsOf: (label) => `Makbuzlar: ${label}`,
  signOut: 'Çıkış yap',
  allCards: 'Tüm eSIM’ler',
  linkOpened: 'Bu eSIM’i yenilemek için bir bağlantı açtınız.',
  everything: 'Tümünü görmek için giriş yap',
  signInToKnow: 'Devam eden bir ödemeniz olabilir. Sonucu görmek için giriş yapın.',
  loading: 'Yükleniyor',
  notLoaded: 'Sayfanın bu bölümü yüklenemedi.',
  notLoadedNext: 'Hiçbir şey kaybolmadı. Tekrar deneyin veya sayfayı yeniden yükleyin.',
  retry: 'Tekrar dene',
  close: 'Kapat',
  sending: 'Ödemeniz gönderiliyor. Bu bitene kadar pencere açık kalır.',
  charged: {
    no: 'Ücret alınmadı.',
    unknown:
      'Sizden ücret alınıp alınmadığını bilmiyoruz. Lütfen yeniden ödeme yapmadan önce destek ekibine sorun.',
    yes: 'Ödemeniz ulaştı. Lütfen yeniden ödeme yapmadan önce destek ekibine sorun.',
  },
  reminderSummary: (label) => `${label}: süresi doluyor`,
  reminderText: (label, date) =>
    `${label}, ${date} tarihine kadar çalışır. Bağlı kalmak için daha önce yenileyin.`,
  reminderNotice: (label, days) =>
    `${label}: süresi ${count(days, { one: '# gün sonra doluyor', other: '# gün sonra doluyor' })}`,
  problem,
};
