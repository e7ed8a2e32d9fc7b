import type { Problem, Quote } from '@leb-renew/core';
import { dateText, lastMoment } from '../../text/dates.ts';
import type { Speech } from './view.ts';

/** What trouble means for money and service. */
export function meaning(
  { code, charged }: Problem,
  { effect, card, issuedAt }: Quote,
  { words, locale }: Speech,
): string {
  const { previousExpiry } = effect;
  const runs = previousExpiry !== null && Date.parse(previousExpiry) > Date.parse(issuedAt);
  const service = words.service(
    runs ? dateText(lastMoment(previousExpiry), 'long', locale, card.zone) : null,
  );
  const why = code === 'payment-form-blocked' ? ` ${words.mayBeBlocked}` : '';
  return `${code === 'payment-not-seen' ? words.notTwice : words.charged[charged]} ${service}${why}`;
}
