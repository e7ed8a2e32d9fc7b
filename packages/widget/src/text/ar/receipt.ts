import { counter } from '../counter.ts';
import type { ReceiptWords } from '../messages.ts';
import { isolate } from './isolate.ts';
import { problem } from './problem.ts';

const count = counter('ar');

export const receipt: ReceiptWords = {
  tag: 'ar',
  loading: 'جارٍ تحميل إيصالك',
  unreadable: 'لا يمكن عرض هذا الإيصال الآن. إنه محفوظ لك؛ ويمكن للمتجر إرساله إليك.',
  none: 'لا توجد إيصالات لهذه الشريحة بعد.',
  renewed: 'تم التجديد',
  paid: 'تم الدفع',
  activeUntil: (date) => `سارية حتى ${date}`,
  ranUntil: (date) => `استمر هذا التجديد حتى ${date}`,
  stillExtending: 'تم الدفع. ما زال تمديد شريحتك جاريًا.',
  wasCorrected: 'صُحّح هذا الإيصال',
  corrected: 'مصحَّح',
  correction: 'تصحيح',
  correctionOf: (number) => `تصحيح الإيصال ${isolate(number)}`,
  correctedBy: 'أُعيدت أموال. تصحيح هذا الإيصال:',
  sentTo: (address) => `أرسلنا التأكيد إلى ${isolate(address)}`,
  number: 'الإيصال',
  amount: 'المدفوع',
  returned: 'المُعاد',
  tax: (label, rate) => `${isolate(label)} (${isolate(rate)})`,
  card: 'الشريحة',
  plan: 'الباقة',
  extended: 'التمديد',
  paidOn: 'التاريخ',
  seller: 'البائع',
  taxId: 'الرقم الضريبي',
  reference: 'الرقم المرجعي',
  total: 'الإجمالي',
  nothingToInstall: 'لا حاجة إلى تثبيت أي شيء: شريحة eSIM الموجودة على أجهزتك تواصل العمل.',
  noNetwork: 'لا توجد شبكة بعد 15 دقيقة؟ فعّل وضع الطيران ثم أوقفه مرة واحدة، وتأكد من تفعيل تجوال البيانات.',
  withdrawal: {
    none: 'لا يُمنح حق العدول عن الشراء بعد إتمامه.',
    '14-days': 'يمكنك العدول عن هذا الشراء خلال 14 يومًا.',
    'waived-with-consent': 'طلبت البدء فورًا: منذ ذلك الحين لم يعد يمكنك العدول عن هذا الشراء.',
  },
  save: 'حفظ',
  print: 'طباعة',
  open: 'فتح أو طباعة',
  reminder: 'ذكّرني',
  calendar: 'إضافة إلى التقويم',
  done: 'تم',
  safe: 'دفعتك في أمان، والإيصال محفوظ لك.',
  retry: 'إعادة المحاولة',
  past: 'إيصالات هذه الشريحة',
  shown: 'معروض أعلاه',
  more: (more) =>
    count(more, {
      zero: 'لا إيصالات أخرى',
      one: 'عرض إيصال آخر',
      two: 'عرض إيصالين آخرين',
      few: 'عرض # إيصالات أخرى',
      many: 'عرض # إيصالًا آخر',
      other: 'عرض # إيصال آخر',
    }),
  document: (number) => `الإيصال ${isolate(number)}`,
  problem,
};
