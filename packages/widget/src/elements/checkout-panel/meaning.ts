import type { Problem, Quote } from '@leb-renew/core';
import { dateText, lastMoment } from '../../text/dates.ts';
import type { Speech } from './speech.ts';

/** What trouble means for money and service. */
export function meaning(
  { charged }: Problem,
  { effect, card, issuedAt }: Quote,
  { words, locale }: Speech,
): string {
  const { previousExpiry } = effect;
  const runs = previousExpiry !== null && Date.parse(previousExpiry) > Date.parse(issuedAt);
  const service = words.service(
    runs ? dateText(lastMoment(previousExpiry), 'long', locale, card.zone) : null,
  );
  return `${words.charged[charged]} ${service}`;
}
