import type { Customer } from '../customer.ts';
import { global, mira, year } from '../journeys/steps.ts';
import { words } from '../journeys/words.ts';
import { enterCard } from './at-stripe.ts';

/** From the sign-in to Stripe's form: a year for the card that ends in twelve days. US$84.00. */
export async function toStripe(customer: Customer): Promise<void> {
  await customer.signIn(mira);
  await customer.sees(words.cards);
  await customer.renew(global);
  await customer.press(words.next('1 year'));
}

export async function payWith(customer: Customer, number: string): Promise<void> {
  await enterCard(customer, number);
  await customer.press(year);
}

export const price = { amount: 8_400, days: [365, 366] } as const;
