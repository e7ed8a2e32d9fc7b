import { counter } from '../counter.ts';
import type { StatusWords } from '../messages.ts';
import { isolate } from './isolate.ts';

const count = counter('ar');

const starts = {
  purchase: 'لم تبدأ مدتها بعد.',
  install: 'تبدأ مدتها عند تثبيتها.',
  'first-use': 'تبدأ مدتها عند أول استخدام.',
};

export const status: StatusWords = {
  tag: 'ar',
  loading: 'جارٍ تحميل شريحتك',
  short: {
    unknown: () => 'غير مؤكدة',
    'not-started': () => 'لم تبدأ بعد',
    active: () => 'سارية',
    'due-soon': ({ days }) =>
      count(days, {
        zero: 'تنتهي اليوم',
        one: 'بقي يوم واحد',
        two: 'بقي يومان',
        few: 'بقيت # أيام',
        many: 'بقي # يومًا',
        other: 'بقي # يوم',
      }),
    'due-now': ({ hours }) =>
      hours < 1
        ? 'بقي أقل من ساعة'
        : count(hours, {
            zero: 'بقي أقل من ساعة',
            one: 'بقيت ساعة واحدة',
            two: 'بقيت ساعتان',
            few: 'بقيت # ساعات',
            many: 'بقيت # ساعة',
            other: 'بقيت # ساعة',
          }),
    grace: ({ works }) => (works ? 'انتهت، وما زالت تعمل' : 'انتهت، ويمكن تجديدها'),
    expired: () => 'منتهية',
    terminated: () => 'أُلغي الرقم',
    suspended: () => 'موقوفة مؤقتًا',
    revoked: () => 'مسحوبة',
  },
  long: {
    unknown: ({ date }) => `لم نتمكن مؤخرًا من تأكيد هذا التاريخ: حتى ${date}.`,
    'not-started': ({ startsOn }) => starts[startsOn],
    active: ({ date }) => `شريحتك سارية حتى ${date}.`,
    'due-soon': ({ date }) => `تنتهي صلاحية شريحتك في ${date}. جدّدها قبل ذلك لتبقى متصلًا.`,
    'due-now': ({ date, time }) =>
      `تنتهي صلاحية شريحتك في ${date} الساعة ${time}. جدّدها قبل ذلك لتبقى متصلًا.`,
    grace: ({ works, date, graceDate }) =>
      works
        ? `انتهت باقتك في ${date}. ما زالت الشريحة تعمل حتى ${graceDate}.`
        : `انتهت باقتك في ${date} والشريحة غير متصلة. جدّدها في موعد أقصاه ${graceDate} لتعود إلى الاتصال.`,
    expired: ({ date, keepDate }) =>
      keepDate === null
        ? `انتهت باقتك في ${date}. جدّدها لتعود إلى الاتصال.`
        : `انتهت باقتك في ${date}. جدّدها في موعد أقصاه ${keepDate} لتحتفظ برقمك.`,
    terminated: ({ date }) =>
      `انتهت باقتك في ${date} وأُلغي الرقم. لا يمكن تجديد هذه الشريحة؛ تحتاج إلى شريحة جديدة.`,
    suspended: () => 'أوقف المزوّد هذه الشريحة مؤقتًا. يمكن للدعم إخبارك بالسبب.',
    revoked: () => 'سحب المزوّد هذه الشريحة. يمكن للدعم إخبارك بالسبب.',
  },
  activeUntil: (date) => `سارية حتى ${date}`,
  asOf: (said, day) => `${said}، كما في\u00a0${day}`,
  unreadable: {
    short: 'غير مؤكدة',
    long: 'لا يمكننا الآن معرفة تاريخ انتهاء هذه الشريحة. حاول لاحقًا أو اسأل الدعم.',
  },
  devices: {
    phone: 'هاتف',
    tablet: 'جهاز لوحي',
    watch: 'ساعة',
    laptop: 'حاسوب محمول',
    router: 'راوتر',
    other: 'جهاز آخر',
  },
  expires: 'تنتهي في',
  ended: 'انتهت في',
  exact: (moment, zone) => `${moment} (${isolate(zone)})`,
  dataLeft: (left, total, asOf) =>
    `المتبقي من البيانات: ${isolate(left)} من ${isolate(total)}${asOf === null ? '' : `، كما في\u00a0${asOf}`}.`,
  underWay: 'بدأ تجديد هذه الشريحة من قبل. تابعه لتعرف إلى أين وصل.',
  renew: 'تجديد',
  resume: 'متابعة التجديد',
  reminder: 'ذكّرني',
  bar: (start, end, state, next) =>
    `سارية من ${start} إلى ${end}: ${state}${next.map((day) => `، الفترة التالية من ${day}`).join('')}`,
};
