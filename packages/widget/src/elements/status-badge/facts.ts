import type { Card, Expiry } from '@leb-renew/core';
import { dateText, lastMoment } from '../../text/dates.ts';
import type { StatusFacts } from '../../text/messages.ts';

/** A card's dates as words in the card's zone. */
export function factsOf({ entitlement }: Card, expiry: Expiry, locale: string): StatusFacts {
  const { zone, graceEndsAt, recoverableUntil, graceServiceOn, startsOn } = entitlement;
  const day = (moment: number | null) => (moment === null ? '' : dateText(moment, 'long', locale, zone));
  const last = expiry.lastUsableMoment;
  return {
    days: Math.max(0, expiry.daysLeft ?? 0),
    hours: expiry.hoursLeft ?? 0,
    date: day(last),
    time: last === null ? '' : dateText(last, 'time', locale, zone),
    works: graceServiceOn,
    graceDate: day(graceEndsAt === null ? last : lastMoment(graceEndsAt)),
    keepDate: recoverableUntil === null ? null : day(lastMoment(recoverableUntil)),
    startsOn,
  };
}

const day = 86_400_000;

/**
 * When news of the supplier (an instant) has become so old that its age is said, in epoch ms. Suppliers are asked within
 * minutes and may be hours behind: after a day something is in the way. What the dates say stays true all the same.
 */
export const oldAt = (asOf: string): number => Date.parse(asOf) + day;
