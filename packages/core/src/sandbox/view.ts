import {
  fine,
  trouble,
  type Answer,
  type PaymentMethod,
  type Receipt,
  type Renewal,
  type SandboxHandoffData,
} from '../contract/index.ts';
import type { Entry } from './books.ts';

export const methods: PaymentMethod[] = ['card', 'paypal', 'alipay', 'wechat_pay'];

/** A renewal as the customer may see it. */
export function renewalView(entry: Entry): Renewal {
  const { renewalId, renewalToken, quote, status, lastProblem, seq, updatedAt } = entry;
  const base = { renewalId, reference: referenceOf(renewalId), renewalToken, quote, seq, updatedAt };
  switch (status) {
    case 'awaiting-payment': {
      const data: SandboxHandoffData = {
        paymentId: renewalId,
        clientSecret: renewalToken,
        confirmUrl: '',
        methods,
      };
      const { total: amount, validUntil: expiresAt } = quote;
      return {
        status,
        ...base,
        lastProblem,
        handoff: { provider: 'sandbox', amount, expiresAt, livemode: false, data },
      };
    }
    case 'processing':
    case 'cancelled':
      return { status, ...base };
    case 'renewed': {
      const { from, to } = quote.effect;
      const renewedAt = present(entry.renewedAt);
      return { status, ...base, ...paidView(entry), renewedAt, period: { from, to } };
    }
    case 'paid':
    case 'extending':
    case 'review':
    case 'refunding':
    case 'refunded':
      return { status, ...base, ...paidView(entry) };
  }
}

export function receiptView({ renewalId, quote, status, payment }: Entry): Answer<Receipt> {
  if (payment === null) return trouble('not-paid-yet');
  const { card, cardRef, effect } = quote;
  return fine({
    number: receiptNumberOf(renewalId),
    renewalId,
    reference: referenceOf(renewalId),
    issuedAt: payment.paidAt,
    seller: quote.seller,
    card: { cardRef, label: card.label, iccidMasked: card.iccidMasked },
    plan: quote.plan,
    previousExpiry: effect.previousExpiry,
    period: status === 'renewed' ? { from: effect.from, to: effect.to } : null,
    zone: card.zone,
    lines: quote.lines,
    total: quote.total,
    paidWith: payment.paidWith,
    paidAt: payment.paidAt,
    sentTo: 'm•••@example.com',
  });
}

const paidView = ({ renewalId, payment }: Entry) => ({
  paidAt: present(payment).paidAt,
  receiptNumber: receiptNumberOf(renewalId),
});

function present<T>(value: T | null): T {
  if (value === null) throw new TypeError('sandbox: a renewal lacks what its status promises');
  return value;
}

const serialOf = (id: string): string => id.split('-').at(-1) ?? '0';
const referenceOf = (id: string): string => `DEMO-${serialOf(id).padStart(2, '0')}`;
const receiptNumberOf = (id: string): string => `R-2026-${serialOf(id).padStart(5, '0')}`;
