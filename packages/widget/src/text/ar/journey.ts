import { counter, numeral } from '../counter.ts';
import type { JourneyWords } from '../messages.ts';
import { isolate } from './isolate.ts';
import { problem } from './problem.ts';

const count = counter('ar');
const number = numeral('ar');

export const journey: JourneyWords = {
  tag: 'ar',
  label: 'تجديد شريحتك',
  cards: 'شرائحك',
  noCards: 'لا توجد شرائح في هذا الحساب.',
  search: 'ابحث عن شريحة باسمها أو منطقتها أو آخر أربعة أرقام منها',
  found: (found, all) =>
    found === 0
      ? `لا شريحة بهذا الاسم بين شرائحك، وعددها ${number(all)}.`
      : `الشرائح: ${number(found)} من ${number(all)}`,
  showAll: 'عرض كل الشرائح',
  showMore: (more) =>
    count(more, {
      zero: 'لا شرائح أخرى',
      one: 'عرض شريحة أخرى',
      two: 'عرض شريحتين أخريين',
      few: 'عرض # شرائح أخرى',
      many: 'عرض # شريحة أخرى',
      other: 'عرض # شريحة أخرى',
    }),
  receipts: 'الإيصالات',
  receiptsOf: (label) => `الإيصالات الخاصة بـ ${isolate(label)}`,
  signOut: 'تسجيل الخروج',
  allCards: 'كل الشرائح',
  linkOpened: 'فتحت رابطًا لتجديد هذه الشريحة.',
  everything: 'سجّل الدخول لترى كل شيء',
  signInToKnow: 'قد تكون لديك دفعة قيد التنفيذ. سجّل الدخول لترى ما آلت إليه.',
  loading: 'جارٍ التحميل',
  notLoaded: 'تعذّر تحميل هذا الجزء من الصفحة.',
  notLoadedNext: 'لم تفقد شيئًا. حاول مرة أخرى، أو أعد تحميل الصفحة.',
  retry: 'إعادة المحاولة',
  close: 'إغلاق',
  sending: 'جارٍ إرسال دفعتك. تبقى هذه النافذة مفتوحة حتى يتم ذلك.',
  charged: {
    no: 'لم يُخصم أي مبلغ.',
    unknown: 'لا نعرف هل خُصم المبلغ منك. اسأل الدعم قبل أن تدفع مرة أخرى.',
    yes: 'وصلت دفعتك. اسأل الدعم قبل أن تدفع مرة أخرى.',
  },
  reminderSummary: (label) => `${isolate(label)}: تنتهي الصلاحية`,
  reminderText: (label, date) => `${isolate(label)} تعمل حتى ${date}. جدّدها قبل ذلك لتبقى متصلًا.`,
  reminderNotice: (label, days) =>
    `${isolate(label)}: ${count(days, {
      zero: 'تنتهي اليوم',
      one: 'تنتهي بعد يوم واحد',
      two: 'تنتهي بعد يومين',
      few: 'تنتهي بعد # أيام',
      many: 'تنتهي بعد # يومًا',
      other: 'تنتهي بعد # يوم',
    })}`,
  problem,
};
