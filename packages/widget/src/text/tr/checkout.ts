import type { Term } from '@leb-renew/core';
import { counter } from '../counter.ts';
import type { CheckoutWords } from '../messages.ts';
import { problem } from './problem.ts';

const count = counter('tr');

const length = (term: Term): string =>
  'days' in term
    ? count(term.days, { one: '# gün', other: '# gün' })
    : term.months % 12 === 0
      ? count(term.months / 12, { one: '# yıl', other: '# yıl' })
      : count(term.months, { one: '# ay', other: '# ay' });

const lost = (days: number): string =>
  days === 0 ? 'kayıp yok' : count(days, { one: 'ödenmiş # gün kaybolur', other: 'ödenmiş # gün kaybolur' });

export const checkout: CheckoutWords = {
  tag: 'tr',
  title: 'Kontrol edin ve ödeyin',
  loading: 'Fiyat alınıyor',
  term: length,
  expires: (moment, zone) => `Bitiş: ${moment} (${zone})`,
  ended: (moment, zone) => `Süresi doldu: ${moment} (${zone})`,
  plan: 'Paket',
  switched: 'eSIM’inizde şu anda başka bir paket var',
  now: 'Bugün',
  until: (date) => `Bugün – ${date}`,
  added: (term) => `+ ${length(term)}`,
  gain: (term, losesDays) => `${length(term)} eklenir, ${lost(losesDays)}`,
  fromToday: (term, losesDays) => `bugünden itibaren ${length(term)}, ${lost(losesDays)}`,
  startsNow: 'Yeni paket hemen başlar.',
  losesDays: (days) =>
    count(days, {
      one: 'Ödemesini yaptığınız # gün kaybolur.',
      other: 'Ödemesini yaptığınız # gün kaybolur.',
    }),
  acceptLoss: (days) =>
    count(days, {
      one: 'Ödenmiş # günü kaybedeceğimi anlıyorum.',
      other: 'Ödenmiş # günü kaybedeceğimi anlıyorum.',
    }),
  tax: (label, rate) => `${label} (${rate})`,
  total: 'Bugünkü toplam',
  once: 'Tek seferlik ödeme. Kendiliğinden yenilenmez.',
  direct: 'Ödeme bilgileriniz mağazaya değil, doğrudan ödeme hizmetine gider.',
  soldBy: (seller) => `Satıcı: ${seller}`,
  terms: 'Koşullar',
  heldUntil: (time) => `Bu fiyatın geçerlilik sonu: ${time}.`,
  heldFor: (minutes, time) =>
    minutes === 1
      ? `Bu fiyat bir dakikadan az süre daha geçerli, bitiş: ${time}.`
      : `Bu fiyat ${minutes} dakika daha geçerli, bitiş: ${time}.`,
  runOutNext: 'Fiyata yeniden bakın; bir şey değiştiyse ne olduğunu söyleriz.',
  seeAgain: 'Fiyata yeniden bak',
  changed: 'Lütfen yeniden bakın: bir şey değişti.',
  sameAsBefore: 'Hiçbir şey değişmedi.',
  priceChanged: (was, now) => `Fiyat önce ${was} idi; şimdi ${now}.`,
  endChanged: (was, now) => `Yeni bitiş tarihi önce ${was} idi; şimdi ${now}.`,
  lossChanged: (was, now) => `Önce: ${was}. Şimdi: ${now}.`,
  lost,
  testMode: 'Test modu: gerçek para hareketi olmaz.',
  withdrawal: {
    none: 'Satın aldıktan sonra cayma hakkı tanınmaz.',
    '14-days': 'Bu satın almadan 14 gün içinde cayabilirsiniz.',
    'waived-with-consent': 'Hemen başlatılmasını istediniz: o andan itibaren bu satın almadan cayamazsınız.',
  },
  consent: 'Hemen başlatılsın. Bundan sonra bu satın almadan cayamayacağımı anlıyorum.',
  agree: 'Ödemeye geç',
  pay: (amount) => `${amount} öde ve yenile`,
  back: 'Geri',
  chooseAgain: 'Yeniden seç',
  retry: 'Tekrar dene',
  reload: 'Sayfayı yenile',
  mayBeBlocked: 'Bir reklam engelleyici veya ağınızdaki bir filtre onu engelliyor olabilir.',
  look: 'Şimdi kontrol et',
  done: 'Tamam',
  ways: 'Ödeme yöntemleri',
  card: 'Kart',
  formLoading: 'Ödeme formu yükleniyor',
  opening: 'Ödemeniz hazırlanıyor',
  confirming: 'Ödemeniz gönderiliyor. Onaylamanız istenebilir.',
  cancelling: 'Paketlere dönülüyor.',
  charged: {
    no: 'Sizden ücret alınmadı.',
    unknown: 'Sizden ücret alınıp alınmadığını henüz bilmiyoruz. Sizden iki kez ücret alınmayacak.',
    yes: 'Ödemeniz ulaştı ve güvende.',
  },
  notTwice: 'Sizden iki kez ücret alınmayacak.',
  service: (date) =>
    date === null
      ? 'eSIM’inizde hiçbir şey değişmedi.'
      : `eSIM’iniz ${date} tarihine kadar çalışmaya devam eder.`,
  offline: 'Hiçbir şey kaybolmadı. Yeniden bağlandığınızda kendiliğinden devam eder.',
  unreadable: 'Yenilemeniz şu anda gösterilemiyor. Lütfen bu sayfayı yeniden yükleyin veya mağazaya ulaşın.',
  resumingTitle: 'Yenilemeniz',
  resuming: 'Yenilemenizin durumuna bakılıyor.',
  resumingLong: (wasSent) =>
    wasSent
      ? 'Mağaza henüz yanıt vermedi. Sormaya devam ediyoruz. Lütfen yeniden ödeme yapmayın: ödemeniz gerçekleştiyse güvendedir ve geri geldiğinizde bu sayfa onu bulur.'
      : 'Mağaza henüz yanıt vermedi. Sormaya devam ediyoruz; isterseniz geri dönüp daha sonra gelebilirsiniz.',
  checkingTitle: 'Ödemeniz kontrol ediliyor',
  checking: 'Ödemenizin gerçekleşip gerçekleşmediğini soruyoruz.',
  checkingSafe:
    'Lütfen yeniden ödeme yapmayın. Bu sayfa kendiliğinden güncellenir; kapatırsanız buraya geri gelin, kaldığımız yerden devam ederiz.',
  checkingLong:
    'Bu, her zamankinden uzun sürüyor. Bu sayfayı kapatabilirsiniz: mağaza sormaya devam eder ve geri geldiğinizde sonucu eSIM’inizde görürsünüz.',
  receivedTitle: 'Ödeme alındı',
  received: 'eSIM’inizin süresi hâlâ uzatılıyor.',
  receivedSafe: (amount, number) =>
    `${amount} tutarındaki ödemeniz güvende (makbuz ${number}). Bu sayfa kendiliğinden güncellenir; kapatabilirsiniz.`,
  receivedLong:
    'Bu, her zamankinden uzun sürüyor. Burada beklemeniz gerekmez: mağaza, eSIM’inizin süresi uzatılana veya paranız geri gönderilene kadar devam eder.',
  steps: {
    paid: 'Ödeme alındı',
    extending: 'eSIM’inizin süresi uzatılıyor',
    active: (date) => `Sonra ${date} tarihine kadar aktif`,
  },
  heldTitle: {
    review: 'Ödeme alındı',
    refunding: 'Paranız geri geliyor',
    refunded: 'Paranız geri gönderildi',
  },
  held: {
    review: () =>
      'Ödemeniz ulaştı ve güvende. eSIM’inizin süresi henüz uzatılmadı: mağazadan bir yetkili inceliyor.',
    refunding: (amount, number) =>
      `eSIM’inizin süresi uzatılamadı. ${amount} tutarını geldiği yere geri gönderiyoruz (makbuz ${number}).`,
    refunded: (amount, number) =>
      `eSIM’inizin süresi uzatılamadı. ${amount} tutarını geldiği yere geri gönderdik (makbuz ${number}); bankanızda görünmesi birkaç gün sürebilir.`,
  },
  problem,
};
