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
  /** Epoch ms at which `state`, `daysLeft` or, on the last day, `hoursLeft` changes; null when never. */
  readonly nextChangeAt: number | null;
}

const hour = 3_600_000;

/**
 * What a card's dates mean at `now` (epoch ms, server time). Derived from what was paid for alone: whether
 * the profile is installed and whether data is left are other questions.
 */
export function expiryOf(
  card: Pick<Card, 'entitlement'>,
  policy: NoticePolicy,
  now: number,
): Expiry {
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
  const stale =
    policy.staleHours === null ? null : Date.parse(entitlement.asOf) + policy.staleHours * hour;

  const byTime: ExpiryState =
    lost !== null && now >= lost
      ? 'terminated'
      : now >= graceEnd
        ? 'expired'
        : now >= end
          ? 'grace'
          : now >= nowAt
            ? 'due-now'
            : now >= soonAt
              ? 'due-soon'
              : 'active';
  const fixed = flagged(entitlement);
  const state = fixed ?? (stale !== null && now >= stale ? 'unknown' : byTime);

  const boundaries = [soonAt, nowAt, end, graceEnd, lost, stale, nextMidnight(now, zone)];
  if (now >= nowAt - hour && now < end) boundaries.push(end - Math.floor((end - now - 1) / hour) * hour);
  const later = boundaries.filter((at): at is number => at !== null && at > now);
  return {
    state,
    daysLeft: localDays(now, end - 1, zone),
    hoursLeft: Math.max(0, Math.floor((end - now) / hour)),
    lastUsableMoment: end - 1,
    nextChangeAt: later.length === 0 ? null : Math.min(...later),
  };
}

const flagged = ({ revoked, suspended }: Entitlement): ExpiryState | null =>
  revoked ? 'revoked' : suspended ? 'suspended' : null;
