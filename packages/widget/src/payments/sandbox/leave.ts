import { problem, type PaymentOutcome } from '@leb-renew/core';
import { check, SandboxLeaveAnswer, type SandboxLeaveRequest } from '@leb-renew/core/contract';
import { post } from './confirm.ts';

/** How long a browser may take to leave, ms. */
const departureMs = 10_000;

/** Leaves for the provider's page, unless nobody wants to any more. Nothing is paid before the customer does so there. */
export async function leave(
  leaveUrl: string,
  request: SandboxLeaveRequest,
  stop: AbortSignal,
): Promise<PaymentOutcome> {
  let page;
  try {
    page = check(SandboxLeaveAnswer, await post(leaveUrl, request));
    if (!page.ok) throw new Error('the sandbox provider sends customers nowhere');
  } catch (error) {
    return { kind: 'invalid', problem: problem('provider-down', { detail: String(error) }) };
  }
  if (stop.aborted) return { kind: 'invalid', problem: problem('payment-form-blocked') };
  const left = new Promise<PaymentOutcome>((settle) => {
    addEventListener('pagehide', () => settle({ kind: 'leaving' }), { once: true });
    const trouble = problem('offline', { charged: 'unknown', detail: 'the provider’s page does not come' });
    setTimeout(settle, departureMs, { kind: 'unknown', problem: trouble });
  });
  location.assign(page.value.url);
  return left;
}
