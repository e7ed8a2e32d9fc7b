import type { CardTyped, FormValue } from '../messages.ts';
import type { Words } from './words.ts';

type Fault = keyof Words & `${'incomplete' | 'invalid'}_${string}`;

/** What is wrong with a card as it was typed, by Stripe's codes, in the order of the fields. */
export function cardFault({ number, expiry, cvc }: CardTyped, now = new Date()): Fault | null {
  const digits = number.replaceAll(/\D/g, '');
  if (digits.length < (/^3[47]/.test(digits) ? 15 : 16)) return 'incomplete_number';
  if (!isByLuhn(digits)) return 'invalid_number';
  const [, month, year] = /^(0[1-9]|1[0-2])\D*(\d\d)$/.exec(expiry.trim()) ?? [];
  if (month === undefined || year === undefined) return 'incomplete_expiry';
  if (new Date(2000 + Number(year), Number(month)) <= now) return 'invalid_expiry_year_past';
  return /^\d{3,4}$/.test(cvc.trim()) ? null : 'incomplete_cvc';
}

export function valueOf(method: string | null, card: CardTyped, words: Words): FormValue {
  const code = method === 'card' ? cardFault(card) : null;
  return {
    method,
    card,
    complete: method !== null && code === null,
    empty: method === 'card' && Object.values(card).every((text) => text === ''),
    fault: code && { code, message: words[code] },
  };
}

function isByLuhn(digits: string): boolean {
  const sum = Array.from(digits, Number)
    .toReversed()
    .map((digit, index) => (index % 2 ? digit * 2 : digit))
    .reduce((all, each) => all + (each > 9 ? each - 9 : each), 0);
  return sum % 10 === 0;
}
