import type { PaymentOutcome } from '@leb-renew/core';
import { problem } from '@leb-renew/core';
import {
  readSandboxAnswer,
  type SandboxConfirmAnswer,
  type SandboxConfirmRequest,
  type SandboxHandoffData,
} from '@leb-renew/core/contract';

/** Sends a test payment. Rejects when the answer was lost. */
export type SandboxConfirm = (
  data: SandboxHandoffData,
  request: SandboxConfirmRequest,
) => Promise<SandboxConfirmAnswer>;

/** To the sandbox provider beside the server. */
export const confirmOverHttp: SandboxConfirm = async ({ confirmUrl }, request) =>
  readSandboxAnswer(await post(confirmUrl, request));

/** Asks the sandbox provider. Rejects where it does not answer well. */
export async function post(url: string, request: unknown): Promise<unknown> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(request),
    signal: AbortSignal.timeout(20_000),
  });
  if (!response.ok) throw new Error(`sandbox provider answered ${String(response.status)}`);
  return response.json();
}

/** Success is no reason to say *paid*: the server is asked. */
export function outcomeOf({ state, problemCode }: SandboxConfirmAnswer): PaymentOutcome {
  return state === 'requires_payment_method'
    ? { kind: 'declined', problem: problem(problemCode ?? 'payment-declined') }
    : { kind: 'ask-server' };
}
