import type { CheckoutWords } from '../text/messages.ts';
import type { Rule } from './given.ts';

/** Ways to pay as a provider names them. */
export const methodNames: Rule = [
  (value) => Array.isArray(value) && value.every((each) => typeof each === 'string'),
  'a list of names',
];

/** Brands, which are called the same in every language. */
const brands: Readonly<Record<string, string>> = {
  paypal: 'PayPal',
  alipay: 'Alipay',
  wechat_pay: 'WeChat Pay',
  apple_pay: 'Apple Pay',
  google_pay: 'Google Pay',
  amazon_pay: 'Amazon Pay',
  sepa_debit: 'SEPA',
  ideal: 'iDEAL',
  eps: 'EPS',
  p24: 'Przelewy24',
  revolut_pay: 'Revolut Pay',
  mobilepay: 'MobilePay',
  cashapp: 'Cash App Pay',
};

/** What ways to pay are called; one that we do not know by the provider's own word for it, e.g. `Kakao Pay`. */
export const waysToPay = (methods: readonly string[], words: CheckoutWords): string =>
  methods.map((name) => (name === 'card' ? words.card : (brands[name] ?? spelled(name)))).join(' · ');

const spelled = (name: string): string =>
  name
    .split('_')
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join(' ');
