/** Why a bank says no, as Stripe passes it on. */
export interface Decline {
  readonly code: string;
  readonly decline_code?: string;
  readonly message: string;
}

export interface TestCard {
  readonly number: string;
  readonly brand: string;
  readonly decline: Decline | null;
  /** Whether the bank asks for 3-D Secure first. */
  readonly asks: boolean;
  /** What becomes of the money later. */
  readonly later: 'dispute' | null;
}

/** The code is the bank's own reason, where Stripe has none of its own. */
export const declined = (decline_code: string, message = 'Your card was declined.'): Decline => ({
  code: 'card_declined',
  decline_code,
  message,
});

const card = (number: string, more: Partial<TestCard> = {}): TestCard => ({
  number,
  brand: 'visa',
  decline: null,
  asks: false,
  later: null,
  ...more,
});
const refusing = (number: string, decline: Decline): TestCard => card(number, { decline });

/** By Stripe's names for them. @see https://docs.stripe.com/testing */
const cards: Readonly<Record<string, TestCard>> = {
  pm_card_visa: card('4242424242424242'),
  pm_card_visa_debit: card('4000056655665556'),
  pm_card_mastercard: card('5555555555554444', { brand: 'mastercard' }),
  pm_card_amex: card('378282246310005', { brand: 'amex' }),
  pm_card_unionpay: card('6200000000000005', { brand: 'unionpay' }),
  pm_card_visa_chargeDeclined: refusing('4000000000000002', declined('generic_decline')),
  pm_card_visa_chargeDeclinedInsufficientFunds: refusing(
    '4000000000009995',
    declined('insufficient_funds', 'Your card has insufficient funds.'),
  ),
  pm_card_visa_chargeDeclinedLostCard: refusing('4000000000009987', declined('lost_card')),
  pm_card_visa_chargeDeclinedStolenCard: refusing('4000000000009979', declined('stolen_card')),
  pm_card_chargeDeclinedExpiredCard: refusing('4000000000000069', {
    code: 'expired_card',
    decline_code: 'expired_card',
    message: 'Your card has expired.',
  }),
  pm_card_chargeDeclinedIncorrectCvc: refusing('4000000000000127', {
    code: 'incorrect_cvc',
    decline_code: 'incorrect_cvc',
    message: "Your card's security code is incorrect.",
  }),
  pm_card_chargeDeclinedProcessingError: refusing('4000000000000119', {
    code: 'processing_error',
    decline_code: 'processing_error',
    message: 'An error occurred while processing your card. Try again in a little bit.',
  }),
  pm_card_authenticationRequired: card('4000002760003184', { asks: true }),
  pm_card_createDispute: card('4000000000000259', { later: 'dispute' }),
};

export const cardNamed = (name: string): TestCard | undefined => cards[name];
export const cardNumbered = (number: string): TestCard | undefined =>
  Object.values(cards).find((each) => each.number === number.replaceAll(' ', ''));
