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
    asOf: day(Date.parse(entitlement.asOf)),
    startsOn,
  };
}
