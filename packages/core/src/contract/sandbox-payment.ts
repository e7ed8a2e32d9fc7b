import { demand } from '../schema/check.ts';
import { check, exactly, list, nullable, object, oneOf, string, type Of } from '../schema/index.ts';
import { fine, problemCodes, trouble, type Answer } from './problem.ts';
import { PaymentMethod } from './quote.ts';

/** What a payment in the sandbox does when it is confirmed. There are no card numbers in it. */
export const SandboxScenario = oneOf(
  'approve',
  'insufficient-funds',
  'payment-declined',
  'expired-card',
  'authentication-failed',
  /** Approved after some seconds. */
  'slow',
  /** Not decided at once; succeeds some seconds later. */
  'processing',
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
  methods: list(PaymentMethod),
});
export type SandboxHandoffData = Of<typeof SandboxHandoffData>;

export const SandboxConfirmRequest = exactly({
  clientSecret: string(),
  method: PaymentMethod,
  scenario: SandboxScenario,
});
export type SandboxConfirmRequest = Of<typeof SandboxConfirmRequest>;

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
