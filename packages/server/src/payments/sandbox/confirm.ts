import {
  sandboxMethods,
  type ProblemCode,
  type SandboxConfirmAnswer,
  type SandboxConfirmRequest,
} from '@leb-renew/core/contract';
import { setTimeout as delay } from 'node:timers/promises';
import type { Ledger } from './ledger.ts';

export interface Pace {
  /** How long `slow` takes, ms. */
  readonly slowMs: number;
  /** How long `processing` and `processing-fails` take, ms. */
  readonly processingMs: number;
}

/** Plays a scenario on an open payment. What came of it is read from the books, not from here. */
export async function play(
  ledger: Ledger,
  paymentId: string,
  { method, scenario }: Pick<SandboxConfirmRequest, 'method' | 'scenario'>,
  pace: Pace,
): Promise<void> {
  const { paidWith } = sandboxMethods[method];
  switch (scenario) {
    case 'approve':
    case 'lost-answer':
      return ledger.succeed(paymentId, paidWith);
    case 'slow':
      await delay(pace.slowMs);
      return ledger.succeed(paymentId, paidWith);
    case 'processing':
      return ledger.process(paymentId, paidWith, pace.processingMs, null);
    case 'processing-fails':
      return ledger.process(paymentId, paidWith, pace.processingMs, 'payment-declined');
    case 'insufficient-funds':
    case 'payment-declined':
    case 'expired-card':
    case 'authentication-failed':
    case 'payment-cancelled':
      return ledger.decline(paymentId, scenario);
  }
}

/** What the browser is told about a payment. One that can no longer be paid is declined as cancelled. */
export async function confirmAnswer(ledger: Ledger, paymentId: string): Promise<SandboxConfirmAnswer> {
  const row = await ledger.find(paymentId);
  const over =
    row === null ||
    row.status === 'canceled' ||
    (row.status === 'requires_payment_method' && row.expires_at.getTime() <= Date.now());
  if (over) return { state: 'requires_payment_method', problemCode: 'payment-cancelled' };
  const problemCode: ProblemCode | null = row.status === 'requires_payment_method' ? row.problem_code : null;
  return { state: row.status, problemCode };
}
