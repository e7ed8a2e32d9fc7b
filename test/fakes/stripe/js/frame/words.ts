/** What the form says, in a few of Stripe's languages; English in the others. */
const english = {
  methods: 'Payment method',
  card: 'Card',
  number: 'Card number',
  expiry: 'Expiration date',
  cvc: 'Security code',
  away: 'You will be taken to another site to finish.',
  code: 'You will be shown a code to scan.',
  incomplete_number: 'Your card number is incomplete.',
  invalid_number: 'Your card number is invalid.',
  incomplete_expiry: 'Your card’s expiration date is incomplete.',
  invalid_expiry_year_past: 'Your card’s expiration year is in the past.',
  incomplete_cvc: 'Your card’s security code is incomplete.',
};
export type Words = typeof english;

const words: Readonly<Record<string, Partial<Words>>> = {
  ar: {
    methods: 'طريقة الدفع',
    card: 'بطاقة',
    number: 'رقم البطاقة',
    expiry: 'تاريخ انتهاء الصلاحية',
    cvc: 'رمز الأمان',
    away: 'ستنتقل إلى موقع آخر لإتمام الدفع.',
    code: 'سيظهر لك رمز لمسحه ضوئيًا.',
  },
  zh: {
    methods: '付款方式',
    card: '银行卡',
    number: '卡号',
    expiry: '有效期',
    cvc: '安全码',
    away: '您将前往其他网站完成付款。',
    code: '随后会显示供您扫描的二维码。',
  },
};

export function wordsIn(locale: string): Words & { readonly direction: 'ltr' | 'rtl' } {
  const language = (locale === 'auto' ? navigator.language : locale).split('-')[0] ?? 'en';
  return { ...english, ...words[language], direction: ['ar', 'he'].includes(language) ? 'rtl' : 'ltr' };
}

/** Names of their own, the same everywhere. */
export const brands: Readonly<Record<string, string>> = {
  paypal: 'PayPal',
  alipay: 'Alipay',
  wechat_pay: 'WeChat Pay',
  link: 'Link',
};
