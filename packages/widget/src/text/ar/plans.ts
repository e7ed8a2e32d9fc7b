import { counter, numeral } from '../counter.ts';
import type { PlanWords } from '../messages.ts';
import { isolate } from './isolate.ts';

const count = counter('ar');
const number = numeral('ar');

const when = (date: string | null): string => (date === null ? '' : ` يمكن ذلك ابتداءً من ${date}.`);

export const plans: PlanWords = {
  tag: 'ar',
  title: 'اختر باقة',
  loading: 'جارٍ تحميل الباقات',
  none: 'لا توجد باقة لهذه الشريحة حاليًا.',
  unreadable: 'لا يمكننا عرض الباقات الآن. حاول لاحقًا أو اسأل الدعم.',
  currency: 'العملة',
  current: 'باقتك الحالية',
  perMonth: (price) => `${isolate(price)} شهريًا`,
  save: (percent) => `وفّر ${isolate(percent)}`,
  comparedWith: (name, times) => `مقارنةً بـ ${number(times)} × ${name}`,
  allowance: (amount, per) =>
    per === 'term' ? amount : `${isolate(amount)} ${per === 'day' ? 'يوميًا' : 'شهريًا'}`,
  unlimited: 'بيانات بلا حدود',
  newEnd: (date) => `سارية حتى ${date}`,
  startsNow: 'تبدأ هذه الباقة الآن.',
  losesDays: (days) =>
    count(days, {
      zero: 'لن تخسر أي يوم سبق أن دفعت ثمنه.',
      one: 'ستخسر يومًا واحدًا سبق أن دفعت ثمنه.',
      two: 'ستخسر يومين سبق أن دفعت ثمنهما.',
      few: 'ستخسر # أيام سبق أن دفعت ثمنها.',
      many: 'ستخسر # يومًا سبق أن دفعت ثمنها.',
      other: 'ستخسر # يوم سبق أن دفعت ثمنها.',
    }),
  refused: {
    terminated: () => 'أُلغي رقم هذه الشريحة. لا يمكن تجديدها.',
    'would-shorten': () => 'شريحتك سارية لمدة أطول مما تكفيه هذه الباقة.',
    'beyond-horizon': (date) => `لا يمكن تجديد شريحتك إلى موعد بهذا البعد.${when(date)}`,
    'not-open-yet': (date) => `ما زال الوقت مبكرًا للتجديد بهذه الباقة.${when(date)}`,
    'closed-until': (date) => `التجديد مغلق الآن.${when(date)}`,
    'max-stacked': (date) => `بلغت الباقات المنتظرة على شريحتك حدّها الأقصى.${when(date)}`,
    suspended: () => 'أوقف المزوّد هذه الشريحة مؤقتًا.',
    revoked: () => 'سحب المزوّد هذه الشريحة.',
    'other-family': () => 'لا تناسب هذه الباقة شريحتك.',
    'not-sold': () => 'لا يبيع المزوّد هذه الباقة لشريحتك حاليًا.',
  },
  next: (name) => `المتابعة مع ${name}`,
  choose: 'اختر باقة للمتابعة',
  busy: 'جارٍ إعداد السعر',
  best: 'الأنسب لك',
  need: 'ما المدة التي تحتاج إليها؟',
  needDays: 'عدد الأيام من اليوم',
  needUntil: 'أو حتى تاريخ',
  needCovered: (date) => `هذه المدة مغطّاة بالفعل: شريحتك سارية حتى ${date}.`,
  needMet: (name, date) => `${name} هي الأرخص بين الباقات التي تكفي هذه المدة. تستمر حتى ${date}.`,
  needTooLong: (name, date, days) =>
    `لا توجد باقة تكفي هذه المدة. الأقرب ${name}: حتى ${date}، ${count(days, {
      zero: 'ولا ينقصها أي يوم',
      one: 'وينقصها يوم واحد',
      two: 'وينقصها يومان',
      few: 'وتنقصها # أيام',
      many: 'وينقصها # يومًا',
      other: 'وينقصها # يوم',
    })}.`,
  columns: { plan: 'الباقة', data: 'البيانات', included: 'تشمل', end: 'سارية حتى', price: 'السعر' },
};
