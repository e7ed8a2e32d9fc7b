import type { Customer } from '../customer.ts';
import { words } from './words.ts';

export const mira = 'mira@example.com';
export const tom = 'tom@example.com';
export const global = 'LEB Global card';

/** From the sign-in to the payment form: a year for the card that ends in twelve days. US$84.00. */
export async function toPayment(customer: Customer): Promise<void> {
  await customer.signIn(mira);
  await customer.sees(words.cards);
  await fromCardsToPayment(customer);
}

export async function fromCardsToPayment(customer: Customer): Promise<void> {
  await customer.renew(global);
  await customer.press(words.next('1 year'));
  await customer.sees(words.whatHappens);
}

/** Reads how many paid days are dropped, and ticks that they have understood. */
export async function acceptLoss(customer: Customer): Promise<void> {
  await customer.sees(words.daysLost);
  await customer.tick(words.acceptLoss.exec(await customer.text())?.[0] ?? '');
}

export const year = words.pay('84.00');

export const minutes = (count: number): number => count * 60_000;
export const days = (count: number): number => count * 24 * minutes(60);

/** Of the LEB Global card that ends at `end` (epoch ms), whose dates are Shanghai's, which has one clock all year. */
export function daysLeft(end: number, now: number): string {
  const day = (moment: number) => Math.floor((moment + 8 * minutes(60)) / days(1));
  return `${day(end - 1) - day(now)} days left`;
}
