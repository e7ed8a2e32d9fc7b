/**
 * The extension policies read a second time, in the order a clerk would ask, on the second calendar. It knows
 * nothing of how `extend` goes about it.
 */
import type { Term } from '@leb-renew/core/contract';
import type { ExtensionPolicy } from '@leb-renew/core/term';
import { civil, endOfTerm, wallTime } from './second-calendar.ts';

const day = 86_400_000;

/** A card and a wish. Instants are epoch ms, the anchor's time is ms since local midnight. */
export interface Wish {
  readonly zone: string;
  readonly end: number;
  readonly anchorDay: number;
  readonly anchorTime: number | undefined;
  readonly now: number;
  readonly term: Term;
  readonly policy: ExtensionPolicy;
  readonly stacked: number;
}

export type Reading =
  | { from: number; to: number; basis: 'expiry' | 'now'; anchorDay: number; losesDays: number }
  | { refused: string; at?: number; would?: number };

/** The same wall time so many local days on, or back. */
export const daysOn = (start: number, days: number, zone: string): number =>
  days === 0 ? start : endOfTerm({ start, zone, term: { days } });

const localDate = (at: number, zone: string): number => civil(Math.floor(wallTime(at, zone) / day)).date;

/** Local days from one instant to a later one: the whole ones, and what share of the next is begun. */
function daysBetween(from: number, to: number, zone: string): number {
  let whole = Math.ceil((to - from) / day) + 1;
  while (daysOn(from, whole, zone) > to) whole -= 1;
  const [begun, over] = [daysOn(from, whole, zone), daysOn(from, whole + 1, zone)];
  return whole + (to - begun) / (over - begun);
}

export function readAgain(wish: Wish): Reading {
  const { zone, end, now, term, policy, stacked } = wish;
  const serviceRuns = now < end;

  // Is the number still there?
  const { recoverDays } = policy;
  if (!serviceRuns && recoverDays !== undefined && now >= daysOn(end, recoverDays, zone))
    return { refused: 'terminated' };

  // Is the shop open? Its hours matter only while service runs.
  const { opensBeforeDays, closesBeforeMinutes, maxStacked } = policy;
  if (serviceRuns && opensBeforeDays !== undefined) {
    const opens = daysOn(end, -opensBeforeDays, zone);
    if (now < opens) return { refused: 'not-open-yet', at: opens };
  }
  if (serviceRuns && closesBeforeMinutes !== undefined && end - now <= closesBeforeMinutes * 60_000)
    return { refused: 'closed-until', at: end };

  // Would it have to wait, and is there room to wait?
  const restarts = policy.active === 'restart';
  if (serviceRuns && !restarts && maxStacked !== undefined && stacked + 1 > maxStacked)
    return { refused: 'max-stacked' };

  // Late, but in time?
  const inGrace = !serviceRuns && now < daysOn(end, policy.graceDays ?? 0, zone);
  const serviceWasOn = policy.grace !== 'from-now';
  const fromTheOldEnd = serviceRuns ? !restarts : inGrace && serviceWasOn;

  const from = fromTheOldEnd ? end : now;
  const remembered = fromTheOldEnd && policy.anchor !== 'drift';
  const to = endOfTerm(
    remembered
      ? { start: from, zone, term, anchorDay: wish.anchorDay, anchorTime: wish.anchorTime }
      : { start: from, zone, term },
  );

  // Does it give anything, and not too much?
  if (to <= now || to <= end) return { refused: 'would-shorten', would: to };
  const { horizonMonths } = policy;
  if (horizonMonths !== undefined && to > endOfTerm({ start: now, zone, term: { months: horizonMonths } }))
    return { refused: 'beyond-horizon', would: to };

  const inDays = 'days' in term;
  const goal = remembered ? wish.anchorDay : localDate(from, zone);
  return {
    from,
    to,
    basis: fromTheOldEnd ? 'expiry' : 'now',
    anchorDay: inDays || policy.anchor === 'drift' ? localDate(to, zone) : goal,
    losesDays: serviceRuns && restarts ? daysBetween(now, end, zone) : 0,
  };
}
