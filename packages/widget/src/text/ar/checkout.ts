import type { Term } from '@leb-renew/core';
import { counter } from '../counter.ts';
import type { CheckoutWords } from '../messages.ts';
import { isolate } from './isolate.ts';
import { problem } from './problem.ts';

const count = counter('ar');

const length = (term: Term): string =>
  'days' in term
    ? count(term.days, {
        zero: 'لا أيام',
        one: 'يوم واحد',
        two: 'يومان',
        few: '# أيام',
        many: '# يومًا',
        other: '# يوم',
      })
    : term.months % 12 === 0
      ? count(term.months / 12, {
          zero: 'لا سنوات',
          one: 'سنة واحدة',
          two: 'سنتان',
          few: '# سنوات',
          many: '# سنة',
          other: '# سنة',
        })
      : count(term.months, {
          zero: 'لا أشهر',
          one: 'شهر واحد',
          two: 'شهران',
          few: '# أشهر',
          many: '# شهرًا',
          other: '# شهر',
        });

const lost = (days: number): string =>
  count(days, {
    zero: 'لا تخسر شيئًا',
    one: 'تخسر يومًا مدفوعًا واحدًا',
    two: 'تخسر يومين مدفوعين',
    few: 'تخسر # أيام مدفوعة',
    many: 'تخسر # يومًا مدفوعًا',
    other: 'تخسر # يوم مدفوع',
  });

export const checkout: CheckoutWords = {
  tag: 'ar',
  title: 'المراجعة والدفع',
  loading: 'جارٍ إعداد السعر',
  term: length,
  expires: (moment, zone) => `تنتهي في ${moment} (${isolate(zone)})`,
  ended: (moment, zone) => `انتهت في ${moment} (${isolate(zone)})`,
  plan: 'الباقة',
  switched: 'ليست الباقة الحالية على شريحتك',
  now: 'اليوم',
  until: (date) => `من الآن حتى ${date}`,
  added: (term) => `+ ${length(term)}`,
  gain: (term, losesDays) => `الإضافة: ${length(term)}، ${lost(losesDays)}`,
  fromToday: (term, losesDays) => `${length(term)} من اليوم، ${lost(losesDays)}`,
  startsNow: 'تبدأ الباقة الجديدة الآن.',
  losesDays: (days) =>
    count(days, {
      zero: 'لا تخسر أي يوم سبق أن دفعت ثمنه.',
      one: 'تخسر يومًا واحدًا سبق أن دفعت ثمنه.',
      two: 'تخسر يومين سبق أن دفعت ثمنهما.',
      few: 'تخسر # أيام سبق أن دفعت ثمنها.',
      many: 'تخسر # يومًا سبق أن دفعت ثمنها.',
      other: 'تخسر # يوم سبق أن دفعت ثمنها.',
    }),
  acceptLoss: (days) =>
    count(days, {
      zero: 'أفهم أنني لن أخسر أي يوم مدفوع.',
      one: 'أفهم أنني سأخسر يومًا مدفوعًا واحدًا.',
      two: 'أفهم أنني سأخسر يومين مدفوعين.',
      few: 'أفهم أنني سأخسر # أيام مدفوعة.',
      many: 'أفهم أنني سأخسر # يومًا مدفوعًا.',
      other: 'أفهم أنني سأخسر # يوم مدفوع.',
    }),
  tax: (label, rate) => `${isolate(label)} (${isolate(rate)})`,
  total: 'الإجمالي اليوم',
  once: 'دفعة واحدة. لا تجديد تلقائي.',
  direct: 'تذهب بيانات الدفع مباشرةً إلى خدمة الدفع، لا إلى المتجر.',
  soldBy: (seller) => `البائع: ${isolate(seller)}`,
  terms: 'الشروط',
  heldUntil: (time) => `هذا السعر ثابت حتى ${time}.`,
  heldFor: (minutes, time) =>
    minutes === 1
      ? `هذا السعر ثابت لأقل من دقيقة، حتى ${time}.`
      : `هذا السعر ثابت لمدة ${count(minutes, {
          zero: 'أقل من دقيقة',
          one: 'دقيقة واحدة',
          two: 'دقيقتين',
          few: '# دقائق',
          many: '# دقيقة',
          other: '# دقيقة',
        })}، حتى ${time}.`,
  runOutNext: 'اعرض السعر من جديد؛ إذا تغيّر شيء، نخبرك ما هو.',
  seeAgain: 'عرض السعر من جديد',
  changed: 'انظر مرة أخرى: تغيّر شيء ما.',
  sameAsBefore: 'لم يتغير شيء.',
  priceChanged: (was, now) => `كان السعر ${isolate(was)}؛ وهو الآن ${isolate(now)}.`,
  endChanged: (was, now) => `كان تاريخ الانتهاء الجديد ${was}؛ وهو الآن ${now}.`,
  lossChanged: (was, now) => `سابقًا: ${was}. الآن: ${now}.`,
  lost,
  testMode: 'وضع الاختبار: لا تُنقل أموال حقيقية.',
  withdrawal: {
    none: 'لا يُمنح حق العدول عن الشراء بعد إتمامه.',
    '14-days': 'يمكنك العدول عن هذا الشراء خلال 14 يومًا.',
    'waived-with-consent': 'طلبت البدء فورًا: من تلك اللحظة لا يمكنك العدول عن هذا الشراء.',
  },
  consent: 'ابدأ فورًا. أفهم أنه لا يمكنني بعد ذلك العدول عن هذا الشراء.',
  agree: 'المتابعة إلى الدفع',
  pay: (amount) => `ادفع ${isolate(amount)} وجدّد`,
  back: 'رجوع',
  chooseAgain: 'الاختيار من جديد',
  retry: 'إعادة المحاولة',
  reload: 'إعادة تحميل الصفحة',
  mayBeBlocked: 'قد يكون مانع إعلانات أو مرشّح في شبكتك يحجبه.',
  look: 'تحقّق الآن',
  done: 'تم',
  ways: 'طرق الدفع',
  card: 'بطاقة',
  formLoading: 'جارٍ تحميل نموذج الدفع',
  opening: 'جارٍ تجهيز الدفع',
  confirming: 'جارٍ إرسال دفعتك. قد يُطلب منك تأكيدها.',
  cancelling: 'جارٍ العودة إلى الباقات.',
  charged: {
    no: 'لم يُخصم منك أي مبلغ.',
    unknown: 'لا نعرف بعد هل خُصم المبلغ منك. لن يُخصم المبلغ منك مرتين.',
    yes: 'وصلت دفعتك وهي في أمان.',
  },
  notTwice: 'لن يُخصم المبلغ منك مرتين.',
  service: (date) => (date === null ? 'لم يتغير شيء في شريحتك.' : `ما زالت شريحتك تعمل حتى ${date}.`),
  offline: 'لم تفقد شيئًا. يستمر هذا تلقائيًا عند عودة الاتصال.',
  unreadable: 'لا يمكن عرض تجديدك الآن. أعد تحميل هذه الصفحة، أو تواصل مع المتجر.',
  resumingTitle: 'تجديدك',
  resuming: 'نتحقق إلى أين وصل تجديدك.',
  resumingLong: (wasSent) =>
    wasSent
      ? 'لم يرد المتجر بعد. نواصل السؤال. من فضلك لا تدفع مرة أخرى: إذا تمّت دفعتك فهي في أمان، وستجدها هذه الصفحة عند عودتك.'
      : 'لم يرد المتجر بعد. نواصل السؤال؛ ويمكنك أيضًا الرجوع والعودة لاحقًا.',
  checkingTitle: 'جارٍ التحقق من دفعتك',
  checking: 'نسأل هل تمّت دفعتك.',
  checkingSafe: 'من فضلك لا تدفع مرة أخرى. تتحدّث هذه الصفحة تلقائيًا؛ إذا أغلقتها، فعد إلى هنا ونكمل معك.',
  checkingLong:
    'يستغرق هذا وقتًا أطول من المعتاد. يمكنك إغلاق هذه الصفحة: يواصل المتجر السؤال، وتظهر النتيجة على شريحتك عند عودتك.',
  receivedTitle: 'وصلت الدفعة',
  received: 'ما زال تمديد شريحتك جاريًا.',
  receivedSafe: (amount, number) =>
    `دفعتك بقيمة ${isolate(amount)} في أمان (الإيصال ${isolate(number)}). تتحدّث هذه الصفحة تلقائيًا؛ ويمكنك إغلاقها.`,
  receivedLong:
    'يستغرق هذا وقتًا أطول من المعتاد. لا حاجة إلى الانتظار هنا: يواصل المتجر حتى تُمدَّد شريحتك أو تُعاد أموالك.',
  steps: {
    paid: 'وصلت الدفعة',
    extending: 'جارٍ تمديد شريحتك',
    active: (date) => `ثم سارية حتى ${date}`,
  },
  heldTitle: {
    review: 'وصلت الدفعة',
    refunding: 'أموالك في طريق العودة',
    refunded: 'أعدنا أموالك',
  },
  held: {
    review: () => 'وصلت دفعتك وهي في أمان. لم تُمدَّد شريحتك بعد: ينظر في الأمر أحد العاملين في المتجر.',
    refunding: (amount, number) =>
      `تعذّر تمديد شريحتك. نعيد مبلغ ${isolate(amount)} إلى وسيلة الدفع التي جاء منها (الإيصال ${isolate(number)}).`,
    refunded: (amount, number) =>
      `تعذّر تمديد شريحتك. أعدنا مبلغ ${isolate(amount)} إلى وسيلة الدفع التي جاء منها (الإيصال ${isolate(number)})؛ قد يستغرق ظهوره لدى بنكك بضعة أيام.`,
  },
  problem,
};
