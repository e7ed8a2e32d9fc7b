import type Stripe from 'stripe';
import { newId, now, type Account, type Means } from './account.ts';
import { invalidRequest, StripeFault } from './fault.ts';
import { cardNamed, cardNumbered, type TestCard } from './test-cards.ts';

/** By one of Stripe's names for a test card, e.g. `pm_card_visa`. */
export function meansNamed(name: string): Means {
  const card = cardNamed(name);
  if (card === undefined)
    throw new StripeFault(404, {
      type: 'invalid_request_error',
      code: 'resource_missing',
      param: 'payment_method',
      message: `No such PaymentMethod: '${name}'`,
    });
  return { type: 'card', card };
}

/** By what a payment form sends: the number of a test card, or the name of a wallet. */
export function meansGiven({ type, card }: { type?: string; card?: { number?: string } }): Means {
  if (type === 'paypal' || type === 'alipay' || type === 'wechat_pay') return { type, card: null };
  if (type !== 'card')
    throw invalidRequest(`Invalid type: ${String(type)}`, { param: 'payment_method_data[type]' });
  const found = cardNumbered(card?.number ?? '');
  if (found === undefined)
    throw new StripeFault(402, {
      type: 'card_error',
      code: 'incorrect_number',
      param: 'number',
      message: 'Your card number is incorrect.',
    });
  return { type, card: found };
}

const nobody = { address: null, email: null, name: null, phone: null, tax_id: null };

export function keepMethod(account: Account, means: Means, livemode: boolean): Stripe.PaymentMethod {
  const { type, card } = means;
  const method = {
    id: newId('pm'),
    object: 'payment_method',
    billing_details: nobody,
    created: now(),
    customer: null,
    customer_account: null,
    livemode,
    metadata: {},
    type,
    ...(card === null
      ? { [type]: type === 'paypal' ? { country: 'DE', payer_email: null, payer_id: null } : {} }
      : { card: { ...cardFacts(card), ...unknownOfCards } }),
  } satisfies Stripe.PaymentMethod;
  account.methods.set(method.id, method);
  account.means.set(method.id, means);
  return method;
}

const cardFacts = ({ number, brand }: TestCard) => ({
  brand,
  country: 'US',
  exp_month: 12,
  exp_year: new Date().getUTCFullYear() + 3,
  funding: 'credit',
  last4: number.slice(-4),
  checks: { address_line1_check: null, address_postal_code_check: null, cvc_check: 'pass' },
  regulated_status: null,
  wallet: null,
});
const unknownOfCards = {
  display_brand: null,
  generated_from: null,
  networks: null,
  three_d_secure_usage: null,
};

/** What a charge says of the means it was made by. */
export function detailsOf({ type, card }: Means): Stripe.Charge.PaymentMethodDetails {
  switch (type) {
    case 'card':
      return card === null ? { type } : { type, card: { ...cardFacts(card), ...unknownOfCharges(card) } };
    case 'paypal':
      return {
        type,
        paypal: {
          country: 'DE',
          payer_email: 'payer@example.com',
          payer_id: 'PAYER',
          payer_name: 'Payer',
          seller_protection: null,
          transaction_id: newId('paypal'),
        },
      };
    case 'alipay':
    case 'wechat_pay':
      return { type, [type]: { fingerprint: null, transaction_id: newId(type) } };
  }
}

const unknownOfCharges = ({ brand }: TestCard) => ({
  amount_authorized: null,
  authorization_code: null,
  electronic_commerce_indicator: null,
  installments: null,
  mandate: null,
  network: brand,
  network_transaction_id: null,
  three_d_secure: null,
  transaction_link_id: null,
});
