import type { Card, Expiry } from '@leb-renew/core';
import { oldAt } from './facts.ts';

/** Epoch ms at which a badge says something else than at `now`; null when it never will. */
export function nextWords(
  { entitlement, data }: Card,
  { nextChangeAt, lastUsableMoment }: Expiry,
  now: number,
): number | null {
  const moments = [
    nextChangeAt,
    lastUsableMoment === null ? null : lastUsableMoment + 1,
    oldAt(entitlement.asOf),
    data === null ? null : oldAt(data.asOf),
    ...entitlement.periods.map(({ end }) => Date.parse(end)),
  ];
  const next = Math.min(...moments.map((moment) => (moment === null || moment <= now ? Infinity : moment)));
  return next === Infinity ? null : next;
}
