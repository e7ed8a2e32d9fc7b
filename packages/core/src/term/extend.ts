import type { Temporal } from 'temporal-polyfill';
import type { Term } from '../contract/index.ts';
import { longest, members, termOf } from '../plain-data.ts';
import { whole } from '../whole.ts';
import { endOf, written } from './add-term.ts';
import { aimOf, instantOf, localTime } from './given.ts';
import { policyOf, type ExtensionPolicy } from './policy.ts';

/** A card's dates, and what to renew it with. An anchor that does not fit the old end was not reset: see `anchorOf`. */
export interface ExtensionRequest {
  /** IANA zone of the card. */
  readonly zone: string;
  /** ISO instant at which service ends, or ended. */
  readonly expiresAt: string;
  /** Local day of month, 1 to 31, that the card's months aim for. */
  readonly anchorDay: number;
  /** Local wall time `HH:MM:SS` that terms end on; the old end's own when left out. */
  readonly anchorTime?: string | null | undefined;
  /** ISO instant, server time. */
  readonly now: string;
  readonly term: Term;
  readonly policy: ExtensionPolicy;
  /** Terms that wait already. Default 0. */
  readonly stacked?: number | null | undefined;
}

/** What a renewal would do, exactly. Half-open: service runs in `[from, to)`. */
export interface Extension {
  readonly from: string;
  readonly to: string;
  readonly basis: 'expiry' | 'now';
  /** The card's anchor day after it. */
  readonly anchorDay: number;
  /** Paid local calendar days dropped by it; a fraction where part of a day is lost. */
  readonly losesDays: number;
}

/** Why a renewal is not sold. */
export interface Refusal {
  readonly refused:
    'terminated' | 'would-shorten' | 'beyond-horizon' | 'not-open-yet' | 'closed-until' | 'max-stacked';
  /** When this stops being the reason, where that is known. */
  readonly at?: string;
  /** The end it would have led to. */
  readonly would?: string;
}

/**
 * Renews a card under a policy: the exact dates, or why not.
 *
 * Whether anything is sold now is asked before what it would give: a card that is gone, a window and a full
 * queue refuse first, an end that is of no use or too far ahead after them.
 *
 * @throws Misuse when a value is no instant, zone, day of month, time, term, policy or count
 */
export function extend(request: ExtensionRequest): Extension | Refusal {
  const { zone } = members('extend', request);
  const now = localTime(instantOf('extend: now', request.now), 'extend: zone', zone);
  const end = localTime(instantOf('extend: expiresAt', request.expiresAt), 'extend: zone', zone);
  const term = termOf('extend: term', request.term);
  const day = whole('extend: anchorDay', request.anchorDay, 1, 31);
  const kept = aimOf('extend', day, request.anchorTime);
  const policy = policyOf('extend: policy', request.policy);
  const stacked = whole('extend: stacked', request.stacked ?? 0, 0, longest);

  const closed = notSold(now, end, policy, stacked);
  if (closed !== undefined) return closed;

  const { active: rule = 'stack', graceDays = 0, grace = 'from-expiry', anchor = 'sticky' } = policy;
  const active = isBefore(now, end);
  const onTime = active
    ? rule !== 'restart'
    : grace === 'from-expiry' && isBefore(now, end.add({ days: graceDays }));
  const from = onTime ? end : now;
  const last = endOf(from, term, onTime && anchor === 'sticky' ? kept : {});
  const to = written('extend', last);

  // In a long grace, a term from the old end can be over before it is bought.
  if (!isBefore(active ? end : now, last)) return { refused: 'would-shorten', would: to };
  const { horizonMonths } = policy;
  if (horizonMonths !== undefined && isBefore(endOf(now, { months: horizonMonths }), last))
    return { refused: 'beyond-horizon', would: to };

  return {
    from: written('extend', from),
    to,
    basis: onTime ? 'expiry' : 'now',
    anchorDay: 'days' in term || anchor === 'drift' ? last.day : onTime ? day : now.day,
    losesDays: active && !onTime ? now.until(end).total({ unit: 'days', relativeTo: now }) : 0,
  };
}

/** Why nothing is sold now, whatever it would give. */
function notSold(
  now: Temporal.ZonedDateTime,
  end: Temporal.ZonedDateTime,
  { active, recoverDays, opensBeforeDays, closesBeforeMinutes, maxStacked }: ExtensionPolicy,
  stacked: number,
): Refusal | undefined {
  if (!isBefore(now, end)) {
    const gone = recoverDays !== undefined && !isBefore(now, end.add({ days: recoverDays }));
    return gone ? { refused: 'terminated' } : undefined;
  }
  if (opensBeforeDays !== undefined) {
    const opens = end.subtract({ days: opensBeforeDays });
    if (isBefore(now, opens)) return { refused: 'not-open-yet', at: written('extend', opens) };
  }
  if (closesBeforeMinutes !== undefined && !isBefore(now, end.subtract({ minutes: closesBeforeMinutes })))
    return { refused: 'closed-until', at: written('extend', end) };
  // What restarts the term waits behind nothing.
  if (maxStacked !== undefined && stacked >= maxStacked && active !== 'restart')
    return { refused: 'max-stacked' };
  return undefined;
}

const isBefore = (one: Temporal.ZonedDateTime, other: Temporal.ZonedDateTime): boolean =>
  one.epochNanoseconds < other.epochNanoseconds;
