import type { Card, Entitlement, Term } from '../contract/index.ts';
import { misuse } from '../misuse.ts';
import { longest, members, termOf } from '../plain-data.ts';
import { whole } from '../whole.ts';
import { localDays, nextMidnight, startOfDayBefore } from './local-day.ts';

/** What is true of a card's dates. `suspended` and `revoked` are the supplier's word and win over every date. */
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

/**
 * A month ahead for long terms, a week for a month.
 *
 * @throws Misuse when `term` is no term
 */
export function noticeFor(term: Term): NoticePolicy {
  const length = termOf('noticeFor: term', term);
  const long = 'months' in length ? length.months > 1 : length.days > 60;
  return { soonDays: long ? 30 : 7, nowHours: 24, staleHours: null };
}

/** What a card's dates mean at one moment. */
export interface Expiry {
  readonly state: ExpiryState;
  /** Local calendar days, in the card's zone, until the last usable day; 0 on that day, negative after. */
  readonly daysLeft: number | null;
  /** Whole hours left, rounded down; 0 once it has ended. */
  readonly hoursLeft: number | null;
  /** Epoch ms of the last millisecond that was paid for: the day to show people. Grace may go on after it. */
  readonly lastUsableMoment: number | null;
  /** Epoch ms at which `state`, `daysLeft` or, while `due-now`, `hoursLeft` next changes; null when never. */
  readonly nextChangeAt: number | null;
}

const hour = 3_600_000;
const most = longest * 24;

/**
 * What a card's dates mean at `now` (epoch ms, server time). Derived from what was paid for alone: whether
 * the profile is installed and whether data is left are other questions.
 *
 * @throws Misuse when a value is no card, instant, zone, flag, count or time
 */
export function expiryOf(card: Pick<Card, 'entitlement'>, policy: NoticePolicy, now: number): Expiry {
  const { entitlement } = members('expiryOf: card', card);
  const { zone, expiresAt, graceEndsAt, recoverableUntil, asOf } = members(
    'expiryOf: card.entitlement',
    entitlement,
  );
  const { soonDays, nowHours, staleHours } = members('expiryOf: policy', policy);
  const soon = whole('expiryOf: soonDays', soonDays, 0, longest);
  const urgent = whole('expiryOf: nowHours', nowHours, 0, most) * hour;
  const stale =
    staleHours === null
      ? Infinity
      : moment('expiryOf: asOf', asOf) + whole('expiryOf: staleHours', staleHours, 0, most) * hour;
  // A clock that counts on from an offset has fractions.
  const at = whole('expiryOf: now', typeof now === 'number' ? Math.floor(now) : now, -8e15, 8e15);
  const flag = flagged(entitlement);

  if (expiresAt === null) {
    const known = at < stale;
    return {
      state: flag ?? (known ? 'not-started' : 'unknown'),
      daysLeft: null,
      hoursLeft: null,
      lastUsableMoment: null,
      nextChangeAt: flag === null && known && stale < Infinity ? stale : null,
    };
  }
  const end = moment('expiryOf: expiresAt', expiresAt);
  // What was paid for is never lost before its end, whatever the other dates say.
  const limit = (what: string, text: string | null, never: number) =>
    text === null ? never : Math.max(end, moment(what, text));
  const graceEnd = limit('expiryOf: graceEndsAt', graceEndsAt, end);
  const lost = limit('expiryOf: recoverableUntil', recoverableUntil, Infinity);
  const soonAt = startOfDayBefore(end - 1, soon, zone);
  const nowAt = end - urgent;
  const stateAt = (time: number): ExpiryState => {
    if (flag !== null) return flag;
    if (time >= stale) return 'unknown';
    if (time >= lost) return 'terminated';
    if (time >= graceEnd) return 'expired';
    if (time >= end) return 'grace';
    if (time >= nowAt) return 'due-now';
    return time >= soonAt ? 'due-soon' : 'active';
  };

  const state = stateAt(at);
  const hoursLeft = Math.max(0, Math.floor((end - at) / hour));
  // What is due soon begins with a day, so at a midnight.
  const changes = [nowAt, end, graceEnd, lost, stale].filter((time) => time > at && stateAt(time) !== state);
  // A whole hour is still whole at its very end.
  if (state === 'due-now') changes.push(end - hoursLeft * hour + 1);
  return {
    state,
    daysLeft: localDays(at, end - 1, zone),
    hoursLeft,
    lastUsableMoment: end - 1,
    nextChangeAt: Math.min(nextMidnight(at, zone), ...changes),
  };
}

function flagged({ revoked, suspended }: Entitlement): ExpiryState | null {
  for (const flag of [revoked, suspended])
    if (typeof flag !== 'boolean') throw misuse('expiryOf: a flag of the supplier', flag, 'true or false');
  return revoked ? 'revoked' : suspended ? 'suspended' : null;
}

/** Epoch ms. `Date.parse` alone takes 30 February for 2 March, and much that is no instant. */
function moment(what: string, text: string): number {
  const at = typeof text === 'string' && /^\d.*Z$/.test(text) ? Date.parse(text) : Number.NaN;
  if (!Number.isNaN(at) && new Date(at).toISOString().startsWith(text.slice(0, 19))) return at;
  throw misuse(what, text, 'an ISO 8601 instant with Z');
}
