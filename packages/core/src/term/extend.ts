import { Temporal } from 'temporal-polyfill';
import type { Term } from '../contract/index.ts';
import { addTerm } from './add-term.ts';
import type { ExtensionPolicy } from './policy.ts';

export interface ExtensionRequest {
  /** IANA zone of the card. */
  readonly zone: string;
  /** ISO instant at which service ends, or ended. */
  readonly expiresAt: string;
  /** Local day of month, 1 to 31, that the card's months aim for. */
  readonly anchorDay: number;
  /** Local wall time `HH:MM:SS`; the old end's own when left out. */
  readonly anchorTime?: string | undefined;
  /** ISO instant, server time. */
  readonly now: string;
  readonly term: Term;
  readonly policy: ExtensionPolicy;
  /** Terms that wait already. */
  readonly stacked?: number | undefined;
}

/** What a renewal would do, exactly. Half-open: service runs in `[from, to)`. */
export interface Extension {
  readonly from: string;
  readonly to: string;
  readonly basis: 'expiry' | 'now';
  /** The card's anchor day after it. */
  readonly anchorDay: number;
  /** Paid days dropped by it; a fraction where part of a day is lost. */
  readonly losesDays: number;
}

export interface Refusal {
  readonly refused:
    'terminated' | 'would-shorten' | 'beyond-horizon' | 'not-open-yet' | 'closed-until' | 'max-stacked';
  /** When it will be possible, where that is known. */
  readonly at?: string;
  /** The end it would have led to. */
  readonly would?: string;
}

const day = 86_400_000;

/**
 * Renews a card under a policy: the exact dates, or why not.
 *
 * @throws RangeError when a value is no instant, zone, day of month or count
 */
export function extend(request: ExtensionRequest): Extension | Refusal {
  const { zone, policy, term, stacked = 0 } = request;
  const now = Date.parse(Temporal.Instant.from(request.now).toString());
  const end = Date.parse(Temporal.Instant.from(request.expiresAt).toString());
  const shift = (days: number) => shiftDays(request.expiresAt, zone, days);

  if (policy.recoverDays !== undefined && now >= Date.parse(shift(policy.recoverDays)))
    return { refused: 'terminated' };

  const active = now < end;
  if (active) {
    const { opensBeforeDays, closesBeforeMinutes, maxStacked } = policy;
    if (opensBeforeDays !== undefined) {
      const at = shift(-opensBeforeDays);
      if (now < Date.parse(at)) return { refused: 'not-open-yet', at };
    }
    if (closesBeforeMinutes !== undefined && now >= end - closesBeforeMinutes * 60_000)
      return { refused: 'closed-until', at: request.expiresAt };
    if (maxStacked !== undefined && stacked >= maxStacked) return { refused: 'max-stacked' };
  }

  const inGrace = !active && now < Date.parse(shift(policy.graceDays ?? 0));
  const onTime = active ? policy.active !== 'restart' : inGrace && policy.grace !== 'from-now';
  const extension = onTime ? fromExpiry(request) : fromNow(request);

  if (active && Date.parse(extension.to) <= end) return { refused: 'would-shorten', would: extension.to };
  if (policy.horizonMonths !== undefined) {
    const horizon = addTerm({ start: request.now, zone, term: { months: policy.horizonMonths } });
    if (Date.parse(extension.to) > Date.parse(horizon))
      return { refused: 'beyond-horizon', would: extension.to };
  }
  return { ...extension, losesDays: active && !onTime ? (end - now) / day : 0, anchorDay: anchorAfter() };

  function anchorAfter(): number {
    if ('days' in term || policy.anchor === 'drift') return localDay(extension.to, zone);
    return onTime ? request.anchorDay : localDay(request.now, zone);
  }
}

type Dates = Pick<Extension, 'from' | 'to' | 'basis'>;

function fromExpiry({ zone, expiresAt, term, policy, anchorDay, anchorTime }: ExtensionRequest): Dates {
  const sticky = policy.anchor !== 'drift';
  const to = addTerm({ start: expiresAt, zone, term, anchorTime, anchorDay: sticky ? anchorDay : undefined });
  return { from: expiresAt, to, basis: 'expiry' };
}

const fromNow = ({ zone, now, term }: ExtensionRequest): Dates => ({
  from: now,
  to: addTerm({ start: now, zone, term }),
  basis: 'now',
});

const localDay = (instant: string, zone: string): number =>
  Temporal.Instant.from(instant).toZonedDateTimeISO(zone).day;

const shiftDays = (instant: string, zone: string, days: number): string =>
  Temporal.Instant.from(instant).toZonedDateTimeISO(zone).add({ days }).toInstant().toString();
