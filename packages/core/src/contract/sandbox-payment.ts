import * as v from 'valibot';
import { fine, problemCodes, trouble, type Answer } from './problem.ts';
import { PaymentMethod } from './quote.ts';

/** What a payment in the sandbox does when it is confirmed. There are no card numbers in it. */
export const SandboxScenario = v.picklist([
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
]);
export type SandboxScenario = v.InferOutput<typeof SandboxScenario>;

/** `Handoff.data` of the provider named `sandbox`. */
export const SandboxHandoffData = v.object({
  paymentId: v.string(),
  clientSecret: v.string(),
  /** Where the browser confirms the payment. */
  confirmUrl: v.string(),
  methods: v.array(PaymentMethod),
});
export type SandboxHandoffData = v.InferOutput<typeof SandboxHandoffData>;

export const SandboxConfirmRequest = v.strictObject({
  clientSecret: v.string(),
  method: PaymentMethod,
  scenario: SandboxScenario,
});
export type SandboxConfirmRequest = v.InferOutput<typeof SandboxConfirmRequest>;

export const SandboxConfirmAnswer = v.object({
  state: v.picklist(['succeeded', 'processing', 'requires_payment_method']),
  problemCode: v.nullable(v.picklist(problemCodes)),
});
export type SandboxConfirmAnswer = v.InferOutput<typeof SandboxConfirmAnswer>;

/** Checks the part of a handoff that is opaque to everyone but the sandbox. */
export function readSandboxHandoff(data: unknown): Answer<SandboxHandoffData> {
  const parsed = v.safeParse(SandboxHandoffData, data);
  return parsed.success ? fine(parsed.output) : trouble('payment-setup', { detail: 'not a sandbox handoff' });
}

/** Checks what the sandbox provider answered. Throws when it is something else: the outcome is then unknown. */
export const readSandboxAnswer = (answer: unknown): SandboxConfirmAnswer =>
  v.parse(SandboxConfirmAnswer, answer);
