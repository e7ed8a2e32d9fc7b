import type { Stripe } from 'stripe';

const names: Readonly<Record<string, string>> = {
  alipay: 'Alipay',
  amex: 'American Express',
  cartes_bancaires: 'Cartes Bancaires',
  diners: 'Diners Club',
  eftpos_au: 'eftpos',
  ideal: 'iDEAL',
  jcb: 'JCB',
  link: 'Link',
  mastercard: 'Mastercard',
  paypal: 'PayPal',
  unionpay: 'UnionPay',
  wechat_pay: 'WeChat Pay',
};

/** What the receipt says it was paid with: `Visa •• 4242`, `PayPal`. Never more of a card than its last four digits. */
export function paidWith(details: Stripe.Charge.PaymentMethodDetails | null): string | null {
  if (details === null) return null;
  const { type, card } = details;
  if (type !== 'card') return nameOf(type);
  const brand = nameOf(card?.brand ?? 'card');
  return card?.last4 ? `${brand} •• ${card.last4}` : brand;
}

const nameOf = (word: string): string =>
  names[word] ?? (word.charAt(0).toUpperCase() + word.slice(1)).replaceAll('_', ' ');
