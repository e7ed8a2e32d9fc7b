import type { Card, Entitlement, Term } from '../contract/index.ts';
import { localDays, nextMidnight, startOfDayBefore } from './local-day.ts';

export type ExpiryState =
  | 'unknown'
  | 'not-started'
  | 'active'
  | 'due-soon'
  | 'due-now'
  | 'grace'
  | 'expired'
  | 'terminated'
  | 'suspended'
  | 'revoked';

/** When a card's owner is told. */
export interface NoticePolicy {
  /** Local calendar days before the end from which a notice is shown. */
  readonly soonDays: number;
  /** Hours before the end from which it is urgent. */
  readonly nowHours: number;
  /** Hours after which what the supplier said is too old to rely on; null for never. */
  readonly staleHours: number | null;
}

/** A month ahead for long terms, a week for a month. */
export const noticeFor = (term: Term): NoticePolicy => ({
  soonDays: 'months' in term ? (term.months > 1 ? 30 : 7) : term.days > 60 ? 30 : 7,
  nowHours: 24,
  staleHours: null,
});

export interface Expiry {
  readonly state: ExpiryState;
  /** Local calendar days, in the card's zone, until the last usable day; 0 on that day, negative after. */
  readonly daysLeft: number | null;
  /** Whole hours left, rounded down; 0 once it has ended. */
  readonly hoursLeft: number | null;
  /** Epoch ms of the last millisecond of service: the day to show people. */
  readonly lastUsableMoment: number | null;
  /** Epoch ms at which `state`, `daysLeft` or, while `due-now`, `hoursLeft` changes; null when never. */
  readonly nextChangeAt: number | null;
}

const hour = 3_600_000;

/**
 * What a card's dates mean at `now` (epoch ms, server time). Derived from what was paid for alone: whether
 * the profile is installed and whether data is left are other questions.
 */
export function expiryOf(card: Pick<Card, 'entitlement'>, policy: NoticePolicy, now: number): Expiry {
  const { entitlement } = card;
  const end = entitlement.expiresAt === null ? null : Date.parse(entitlement.expiresAt);
  if (end === null)
    return {
      state: flagged(entitlement) ?? 'not-started',
      daysLeft: null,
      hoursLeft: null,
      lastUsableMoment: null,
      nextChangeAt: null,
    };

  const { zone } = entitlement;
  const soonAt = startOfDayBefore(end - 1, policy.soonDays, zone);
  const nowAt = end - policy.nowHours * hour;
  const graceEnd = entitlement.graceEndsAt === null ? end : Date.parse(entitlement.graceEndsAt);
  const lost = entitlement.recoverableUntil === null ? null : Date.parse(entitlement.recoverableUntil);
  const stale = policy.staleHours === null ? null : Date.parse(entitlement.asOf) + policy.staleHours * hour;

  const flag = flagged(entitlement);
  const stateAt = (at: number): ExpiryState => {
    if (flag !== null) return flag;
    if (stale !== null && at >= stale) return 'unknown';
    if (lost !== null && at >= lost) return 'terminated';
    if (at >= graceEnd) return 'expired';
    if (at >= end) return 'grace';
    if (at >= nowAt) return 'due-now';
    return at >= soonAt ? 'due-soon' : 'active';
  };

  const state = stateAt(now);
  const hoursLeft = Math.max(0, Math.floor((end - now) / hour));
  const changes = [soonAt, nowAt, end, graceEnd, lost, stale].filter(
    (at): at is number => at !== null && at > now && stateAt(at) !== state,
  );
  // A whole hour is still whole at its very end.
  if (state === 'due-now' && hoursLeft > 0) changes.push(end - hoursLeft * hour + 1);
  return {
    state,
    daysLeft: localDays(now, end - 1, zone),
    hoursLeft,
    lastUsableMoment: end - 1,
    nextChangeAt: Math.min(nextMidnight(now, zone), ...changes),
  };
}

const flagged = ({ revoked, suspended }: Entitlement): ExpiryState | null =>
  revoked ? 'revoked' : suspended ? 'suspended' : null;
