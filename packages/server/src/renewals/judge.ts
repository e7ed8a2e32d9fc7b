import type { Money, Problem } from '@leb-renew/core/contract';
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
  | { readonly kind: 'refunded' };

const nothing: Verdict = { kind: 'nothing' };

interface Case {
  readonly row: Pick<RenewalRecord, 'renewal_id' | 'rank' | 'status' | 'last_problem'>;
  readonly total: Money;
  /** Whether the gateway moves real money. */
  readonly livemode: boolean;
  /** Whether the fact was read before the renewal's last change: then only money counts. */
  readonly stale: boolean;
}

/** Money wins over everything that is not money; everything else only counts while it is news. */
export function judge(fact: PaymentFact, { row, total, livemode, stale }: Case): Verdict {
  if (row.rank > 0)
    return (row.status === 'paid' && isRefunded(fact, total)) ||
      // What arrived may have been another sum than the total.
      ((row.status === 'review' || row.status === 'refunding') && isRefunded(fact, fact.received))
      ? { kind: 'refunded' }
      : nothing;
  switch (fact.state) {
    case 'succeeded': {
      const wrong = mismatch(fact, row.renewal_id, total, livemode);
      const why = wrong ?? (isRefunded(fact, total) ? 'refunded-already' : null);
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
      const isNews = row.status === 'processing' || (row.last_problem?.code ?? null) !== fact.problem;
      return isNews
        ? { kind: 'awaiting', lastProblem: fact.problem === null ? null : problem(fact.problem) }
        : nothing;
    }
  }
}

function mismatch(fact: PaymentFact, renewalId: string, total: Money, livemode: boolean): string | null {
  const { received } = fact;
  if (fact.renewalId !== renewalId) return 'other-renewal';
  if (fact.livemode !== livemode) return 'other-mode';
  if (received.currency !== total.currency || received.exponent !== total.exponent) return 'other-currency';
  return received.minor === total.minor ? null : 'other-amount';
}

const isRefunded = ({ refunded }: PaymentFact, all: Money): boolean =>
  refunded !== null && refunded.minor > 0 && refunded.minor >= all.minor;
