import type { Money, Problem, RenewalStatus } from '@leb-renew/core/contract';
import { problem } from '@leb-renew/core';
import type { PaymentFact } from '../payments/port.ts';
import type { RenewalRecord } from './change.ts';

/** What a fact about the payment means for a renewal. */
export type Verdict =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'awaiting'; readonly lastProblem: Problem | null }
  | { readonly kind: 'processing' }
  | { readonly kind: 'cancelled' }
  | { readonly kind: 'paid' }
  | { readonly kind: 'review'; readonly why: string }
  | { readonly kind: 'refunding' }
  | { readonly kind: 'refund-failed' }
  | { readonly kind: 'refunded' };

const nothing: Verdict = { kind: 'nothing' };

interface Case {
  readonly row: Pick<RenewalRecord, 'renewal_id' | 'rank' | 'status' | 'last_problem' | 'last_attempt'>;
  readonly total: Money;
  /** Whether the gateway moves real money. */
  readonly livemode: boolean;
  /** Whether the fact was read before the renewal's last change: then only money counts. */
  readonly stale: boolean;
}

/** Money wins over everything that is not money; everything else only counts while it is news. */
export function judge(fact: PaymentFact, { row, total, livemode, stale }: Case): Verdict {
  if (row.rank > 0) return judgeReturn(fact, row.status, total, stale);
  switch (fact.state) {
    case 'succeeded': {
      const wrong = mismatch(fact, row.renewal_id, total, livemode);
      const why = wrong ?? (isBackOrOnItsWay(fact, total) ? 'refunded-already' : null);
      return why === null ? { kind: 'paid' } : { kind: 'review', why };
    }
    case 'processing':
    case 'authorised':
      return stale || row.status !== 'awaiting-payment' ? nothing : { kind: 'processing' };
    case 'canceled':
      return stale || row.status === 'cancelled' ? nothing : { kind: 'cancelled' };
    case 'open':
    case 'needs-customer': {
      if (stale || row.status === 'cancelled') return nothing;
      const isNews =
        row.status === 'processing' ||
        (row.last_problem?.code ?? null) !== fact.problem ||
        isOtherAttempt(fact, row.last_attempt);
      return isNews
        ? { kind: 'awaiting', lastProblem: fact.problem === null ? null : problem(fact.problem) }
        : nothing;
    }
  }
}

/** A second decline for the same reason: whoever sent that try waits to hear of it. Known only where both have a name. */
const isOtherAttempt = ({ attempt }: PaymentFact, last: string | null): boolean =>
  attempt !== undefined && last !== null && attempt !== last;

function mismatch(fact: PaymentFact, renewalId: string, total: Money, livemode: boolean): string | null {
  const { received } = fact;
  if (fact.renewalId !== renewalId) return 'other-renewal';
  if (fact.livemode !== livemode) return 'other-mode';
  if (received.currency !== total.currency || received.exponent !== total.exponent) return 'other-currency';
  return received.minor === total.minor ? null : 'other-amount';
}

/** What money that goes back means for a renewal that was paid. Once its card is extended, nothing. */
function judgeReturn(fact: PaymentFact, status: RenewalStatus, total: Money, stale: boolean): Verdict {
  if (status !== 'paid' && status !== 'review' && status !== 'refunding') return nothing;
  // What arrived may have been another sum than the total.
  const all = status === 'paid' ? total : fact.received;
  // What is left of it, where the bank took only a part, can be given back by hand alone.
  if (fact.dispute === 'lost' && status !== 'refunding') return { kind: 'refunded' };
  if (isBack(fact, all)) return { kind: 'refunded' };
  if (isBackOrOnItsWay(fact, all)) return status === 'refunding' ? nothing : { kind: 'refunding' };
  return status === 'refunding' && fact.refundFailed !== undefined && !stale
    ? { kind: 'refund-failed' }
    : nothing;
}

const isBack = ({ refunded }: PaymentFact, all: Money): boolean => reaches(refunded?.minor ?? 0, all);

const isBackOrOnItsWay = ({ refunded, refunding }: PaymentFact, all: Money): boolean =>
  reaches((refunded?.minor ?? 0) + (refunding?.minor ?? 0), all);

const reaches = (minor: number, all: Money): boolean => minor > 0 && minor >= all.minor;
