import { demand } from '../schema/check.ts';
import { check, exactly, list, nullable, object, oneOf, optional, string, type Of } from '../schema/index.ts';
import { fine, problemCodes, trouble, type Answer } from './problem.ts';
import { PaymentMethod } from './quote.ts';
import { WebAddress } from './text.ts';

/** What is paid with in the sandbox. To a real provider a debit card is a card. */
export const SandboxMethod = oneOf('card', 'debit', 'paypal', 'alipay', 'wechat_pay');
export type SandboxMethod = Of<typeof SandboxMethod>;

/** What each of them is to everyone else, and what it is called on receipts, so that none is taken for real money's. */
export const sandboxMethods: Readonly<
  Record<SandboxMethod, { readonly isA: PaymentMethod; readonly paidWith: string }>
> = {
  card: { isA: 'card', paidWith: 'Test Visa •• 4242' },
  debit: { isA: 'card', paidWith: 'Test debit •• 5556' },
  paypal: { isA: 'paypal', paidWith: 'PayPal (test)' },
  alipay: { isA: 'alipay', paidWith: 'Alipay (test)' },
  wechat_pay: { isA: 'wechat_pay', paidWith: 'WeChat Pay (test)' },
};

/**
 * What a payment in the sandbox does when it is confirmed. There are no card numbers in it. What a customer is asked first,
 * by a bank or on a page of the provider, is the form's to ask: it ends in one of these.
 */
export const SandboxScenario = oneOf(
  'approve',
  'insufficient-funds',
  'payment-declined',
  'expired-card',
  'authentication-failed',
  /** The customer has thought better of it. */
  'payment-cancelled',
  /** Approved after some seconds. */
  'slow',
  /** Not decided at once; succeeds some seconds later. */
  'processing',
  /** Not decided at once; declined some seconds later. */
  'processing-fails',
  /** The money is taken and the answer never arrives. */
  'lost-answer',
);
export type SandboxScenario = Of<typeof SandboxScenario>;

/** `Handoff.data` of the provider named `sandbox`. */
export const SandboxHandoffData = object({
  paymentId: string(),
  clientSecret: string(),
  /** Where the browser confirms the payment. */
  confirmUrl: string(),
  /** Where it asks for the page that wallets are paid on; missing where the sandbox lives in a page, which nobody leaves. */
  leaveUrl: optional(string()),
  methods: list(PaymentMethod),
});
export type SandboxHandoffData = Of<typeof SandboxHandoffData>;

export const SandboxConfirmRequest = exactly({
  clientSecret: string(),
  method: SandboxMethod,
  scenario: SandboxScenario,
});
export type SandboxConfirmRequest = Of<typeof SandboxConfirmRequest>;

export const SandboxLeaveRequest = exactly({
  clientSecret: string(),
  method: SandboxMethod,
  /** Where the customer comes back to. */
  returnUrl: WebAddress,
});
export type SandboxLeaveRequest = Of<typeof SandboxLeaveRequest>;

/** The page of the provider on which this one customer pays. */
export const SandboxLeaveAnswer = object({ url: WebAddress });
export type SandboxLeaveAnswer = Of<typeof SandboxLeaveAnswer>;

export const SandboxConfirmAnswer = object({
  state: oneOf('succeeded', 'processing', 'requires_payment_method'),
  problemCode: nullable(oneOf(...problemCodes)),
});
export type SandboxConfirmAnswer = Of<typeof SandboxConfirmAnswer>;

/** Checks the part of a handoff that is opaque to everyone but the sandbox. */
export function readSandboxHandoff(data: unknown): Answer<SandboxHandoffData> {
  const checked = check(SandboxHandoffData, data);
  return checked.ok ? fine(checked.value) : trouble('payment-setup', { detail: 'not a sandbox handoff' });
}

/** Checks what the sandbox provider answered. Throws when it is something else: the outcome is then unknown. */
export const readSandboxAnswer = (answer: unknown): SandboxConfirmAnswer =>
  demand(SandboxConfirmAnswer, answer, 'the answer of the sandbox');
