import type { Card } from '@leb-renew/core';

/** The paid time that a card is in, epoch ms. */
export interface PaidTime {
  /** Start of the period that runs, or of the last one that ran. */
  readonly start: number;
  /** Where the next periods begin. */
  readonly turns: readonly number[];
}

/** What the validity bar is drawn from; null where no period is told. */
export function paidTime({ entitlement }: Card, now: number): PaidTime | null {
  const { periods } = entitlement;
  const running = periods.findIndex(({ end }) => Date.parse(end) > now);
  const [start, ...turns] = periods.slice(running).map((period) => Date.parse(period.start));
  return start === undefined ? null : { start, turns };
}

/** Why a card's dates cannot all be true, for the developer; null when they follow one another. */
export function contradiction({ entitlement }: Card): string | null {
  const { periods, expiresAt, graceEndsAt, recoverableUntil } = entitlement;
  const dates: [name: string, date: string | null][] = [
    ...periods.flatMap(({ start, end }, place): [string, string][] => [
      [`periods.${place}.start`, start],
      [`periods.${place}.end`, end],
    ]),
    ['expiresAt', expiresAt],
    ['graceEndsAt', graceEndsAt],
    ['recoverableUntil', recoverableUntil],
  ];
  let before = '';
  let latest = -Infinity;
  for (const [name, date] of dates) {
    if (date === null) continue;
    const moment = Date.parse(date);
    if (moment < latest) return `card.entitlement.${name} must not be before ${before}`;
    [before, latest] = [name, moment];
  }
  return null;
}
