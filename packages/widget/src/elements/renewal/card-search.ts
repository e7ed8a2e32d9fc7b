import { lastFour, type Card } from '@leb-renew/core';

/** A text; none of a card that makes no sense. */
export const written = (text: unknown): string => (typeof text === 'string' ? text : '');

/** Case and accents make no difference. */
const plain = (text: string): string => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();

/** Cards of whose label, region and last four digits every word of the query is a part. A whole card number will do. */
export function matching(cards: readonly Card[], query: string): readonly Card[] {
  const number = query.replace(/[\s-]/g, '');
  const words = /^\d{5,}$/.test(number) ? [number.slice(-4)] : plain(query).split(/\s+/);
  return cards.filter(({ label, region, iccidMasked }) => {
    const text = plain(`${label} ${region} ${lastFour(written(iccidMasked))}`);
    return words.every((word) => text.includes(word));
  });
}
