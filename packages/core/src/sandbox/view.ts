import {
  fine,
  trouble,
  type Answer,
  type PaymentMethod,
  type Receipt,
  type ReceiptSummary,
  type Renewal,
  type SandboxHandoffData,
} from '../contract/index.ts';
import type { Entry } from './books.ts';

export const methods: PaymentMethod[] = ['card', 'paypal', 'alipay', 'wechat_pay'];

/** A renewal as the customer may see it. */
export function renewalView(entry: Entry): Renewal {
  const { renewalId, renewalToken, quote, seq, updatedAt } = entry;
  const base = { renewalId, reference: referenceOf(renewalId), renewalToken, quote, seq, updatedAt };
  switch (entry.status) {
    case 'awaiting-payment': {
      const data: SandboxHandoffData = {
        paymentId: renewalId,
        clientSecret: renewalToken,
        confirmUrl: '',
        methods,
      };
      const { total: amount, validUntil: expiresAt } = quote;
      return {
        status: entry.status,
        ...base,
        lastProblem: entry.lastProblem,
        handoff: { provider: 'sandbox', amount, expiresAt, livemode: false, data },
      };
    }
    case 'processing':
    case 'cancelled':
      return { status: entry.status, ...base };
    case 'paid':
    case 'extending':
      return { status: entry.status, ...base, ...paidView(entry) };
    case 'renewed': {
      const { status, renewedAt } = entry;
      const { from, to } = quote.effect;
      return { status, ...base, ...paidView(entry), renewedAt, period: { from, to } };
    }
  }
}

export function receiptView(entry: Entry): Answer<Receipt> {
  if (!('payment' in entry)) return trouble('not-paid-yet');
  const { renewalId, quote, status, payment } = entry;
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
    withdrawal: quote.withdrawal,
    corrects: null,
    correctedBy: [],
    links: { page: null, calendar: null },
  });
}

export function receiptRows(entries: readonly Entry[]): ReceiptSummary[] {
  return entries.flatMap((entry) => {
    const answer = receiptView(entry);
    if (!answer.ok) return [];
    const { number, renewalId, issuedAt, plan, period, zone, total, corrects, links } = answer.value;
    return [{ number, renewalId, issuedAt, plan, period, zone, total, corrects, links }];
  });
}

const paidView = ({ renewalId, payment }: Extract<Entry, { payment: unknown }>) => ({
  paidAt: payment.paidAt,
  receiptNumber: receiptNumberOf(renewalId),
});

const serialOf = (id: string): string => id.replace(/^.*-/, '');
const referenceOf = (id: string): string => `DEMO-${serialOf(id).padStart(2, '0')}`;
const receiptNumberOf = (id: string): string => `R-2026-${serialOf(id).padStart(5, '0')}`;
