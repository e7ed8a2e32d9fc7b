import type { Money } from '../contract/index.ts';
import { members } from '../plain-data.ts';
import { misuse } from '../misuse.ts';
import { whole } from '../whole.ts';

const most = Number.MAX_SAFE_INTEGER;

/** Throws `Misuse` unless this is money as the contract has it. Below zero it is a credit. */
export function checkAmount(what: string, amount: Money, least = -most): void {
  whole(`${what}.minor`, members(what, amount).minor, least, most);
  checkCurrency(`${what}.currency`, amount.currency);
  if (![0, 2, 3, 4].includes(amount.exponent))
    throw misuse(`${what}.exponent`, amount.exponent, '0, 2, 3 or 4');
}

/** Throws `Misuse` unless this is money and not below zero. */
export function checkPrice(what: string, price: Money): void {
  checkAmount(what, price, 0);
}

export function checkCurrency(what: string, currency: string): void {
  if (typeof currency !== 'string' || !/^[A-Z]{3}$/.test(currency))
    throw misuse(what, currency, 'an ISO 4217 code');
}
