import { counter } from '../counter.ts';
import type { SignInWords } from '../messages.ts';
import { isolate } from './isolate.ts';
import { problem } from './problem.ts';

const count = counter('ar');

const ofDigits = (digits: number): string =>
  count(digits, {
    zero: 'بلا أرقام',
    one: 'من رقم واحد',
    two: 'من رقمين',
    few: 'من # أرقام',
    many: 'من # رقمًا',
    other: 'من # رقم',
  });

export const signIn: SignInWords = {
  tag: 'ar',
  title: 'سجّل الدخول للتجديد',
  loading: 'جارٍ تجهيز تسجيل الدخول',
  unreadable: 'تسجيل الدخول لا يعمل الآن. حاول لاحقًا أو اسأل الدعم.',
  email: 'البريد الإلكتروني',
  password: 'كلمة المرور',
  show: 'إظهار كلمة المرور',
  submit: 'تسجيل الدخول',
  submitting: 'جارٍ تسجيل الدخول',
  forgot: 'هل نسيت كلمة المرور؟',
  needEmail: 'أدخل عنوان بريدك الإلكتروني.',
  needPassword: 'أدخل كلمة المرور.',
  codeTitle: 'أدخل الرمز',
  codeSent: (to, digits) => `أرسلنا إلى ${isolate(to)} رمزًا ${ofDigits(digits)}.`,
  codeUntil: (time) => `الرمز صالح حتى ${time}.`,
  codeRule: 'نتحقق منه فور اكتماله.',
  codeOver: 'انتهت صلاحية هذا الرمز.',
  codeOverNext: 'سجّل الدخول مرة أخرى لنرسل إليك رمزًا جديدًا.',
  codeAgain: 'سجّل الدخول مجددًا لرمز جديد',
  code: 'الرمز',
  needCode: (digits) => `أدخل الرمز المكوّن ${ofDigits(digits)}.`,
  verify: 'تأكيد',
  verifying: 'جارٍ التحقق من الرمز',
  resetTitle: 'إعادة تعيين كلمة المرور',
  resetIntro: 'نرسل إليك رابطًا لتعيين كلمة مرور جديدة.',
  resetSubmit: 'إرسال الرابط',
  resetSending: 'جارٍ الإرسال',
  resetSentTitle: 'تفقّد بريدك',
  resetSent: (email) => `إذا كان لدى ${isolate(email)} حساب، فرابط تعيين كلمة مرور جديدة في طريقه إليه.`,
  resetAgain: 'اطلب رابطًا جديدًا هنا. إذا كانت كلمة المرور الجديدة قد حُفظت، فسجّل الدخول بها.',
  newTitle: 'اختر كلمة مرور جديدة',
  newPassword: 'كلمة المرور الجديدة',
  newRule: '8 أحرف على الأقل، من أي نوع.',
  needNew: 'استخدم 8 أحرف على الأقل.',
  newSubmit: 'حفظ كلمة المرور',
  newSetting: 'جارٍ حفظ كلمة المرور',
  newSet: 'حُفظت كلمة مرورك الجديدة.',
  newSetNext: 'سجّل الدخول بها للمتابعة.',
  openingLink: 'جارٍ فتح الرابط',
  linkInstead: 'سجّل الدخول بدلًا من ذلك، أو ابحث عن رسالة أحدث.',
  unlock: 'عيّن كلمة مرور جديدة لفتحه، أو تواصل مع الدعم.',
  elsewhere: 'سجّل الدخول في هذا الموقع، ثم تابع هنا. لن تفقد شيئًا.',
  retry: 'إعادة المحاولة',
  tryNow: 'يمكنك المحاولة مرة أخرى الآن.',
  capsLock: 'مفتاح Caps Lock مفعّل.',
  back: 'العودة إلى تسجيل الدخول',
  signedIn: (email) => `الحساب: ${isolate(email)}`,
  problem,
};
