import type { RenewalIn } from '@leb-renew/core';
import type { Problem, Quote, Renewal, RenewalStatus } from '@leb-renew/core/contract';
import { quote } from './quote.ts';

interface Particulars {
  readonly renewalId?: string;
  readonly seq?: number;
  readonly quote?: Quote;
  readonly lastProblem?: Problem | null;
}

/** What a server says of a renewal in `status`. */
export function renewalIn<Status extends RenewalStatus>(
  status: Status,
  particulars?: Particulars,
): RenewalIn<Status>;
export function renewalIn(
  status: RenewalStatus,
  { renewalId = 'renewal-1', seq = 1, lastProblem = null, ...more }: Particulars = {},
): Renewal {
  const base = {
    renewalId,
    reference: '7F3K-Q2',
    renewalToken: `token-of-${renewalId}`,
    quote: more.quote ?? quote,
    seq,
    updatedAt: '2026-11-20T08:01:00Z',
  };
  const paid = { ...base, paidAt: '2026-11-20T08:01:00Z', receiptNumber: 'R-2026-00001' };
  switch (status) {
    case 'awaiting-payment': {
      const { total, validUntil } = base.quote;
      const handoff = {
        provider: 'sandbox',
        amount: total,
        expiresAt: validUntil,
        livemode: false,
        data: {},
      };
      return { status, ...base, lastProblem, handoff };
    }
    case 'processing':
    case 'cancelled':
      return { status, ...base };
    case 'renewed': {
      const { from, to } = base.quote.effect;
      return { status, ...paid, period: { from, to }, renewedAt: '2026-11-20T08:02:00Z' };
    }
    case 'paid':
    case 'extending':
    case 'review':
    case 'refunding':
    case 'refunded':
      return { status, ...paid };
  }
}
