import { formatMoney, problem, type Money, type PaymentOutcome, type PaymentView } from '@leb-renew/core';
import type { SandboxHandoffData, SandboxScenario } from '@leb-renew/core/contract';
import { ask, type Question } from './ask.ts';
import { outcomeOf, type SandboxConfirm } from './confirm.ts';
import { leave } from './leave.ts';
import type { SandboxChoice } from './sandbox-form.ts';
import { methodNames, type Asking, type SandboxPlay } from './scenarios.ts';

/** Of a form that is not on the page, or not any more: nothing was sent. */
export const notThere: PaymentOutcome = { kind: 'invalid', problem: problem('payment-form-blocked') };

/** The payment that a form was opened for, and how it is sent. */
export interface Sending {
  readonly payment: SandboxHandoffData;
  readonly amount: Money;
  readonly returnUrl: string;
  readonly confirm: SandboxConfirm;
  /** Nobody waits any more. */
  readonly stop: AbortSignal;
}

/** Sends a payment, once the customer has been asked what they are asked first. Settles in every case. */
export async function send(
  { method, play }: SandboxChoice,
  { payment, amount, returnUrl, confirm, stop }: Sending,
  { tokens }: PaymentView,
): Promise<PaymentOutcome> {
  const { clientSecret, leaveUrl } = payment;
  if (play === 'never-loads' || stop.aborted) return notThere;
  if (play === 'redirect' && leaveUrl !== undefined)
    return leave(leaveUrl, { clientSecret, method, returnUrl }, stop);

  let scenario: SandboxScenario;
  if (isAsking(play)) {
    const { no, ...question } = questions[play](methodNames[method], formatMoney(amount, english));
    const answer = await ask({ ...question, no: no.label, scheme: tokens.get('scheme') ?? '' }, stop);
    if (answer === null) return notThere;
    scenario = answer ? 'approve' : no.means;
  } else scenario = play;

  try {
    return outcomeOf(await confirm(payment, { clientSecret, method, scenario }));
  } catch (error) {
    return { kind: 'unknown', problem: problem('offline', { charged: 'unknown', detail: String(error) }) };
  }
}

/** As the elements write amounts in English: `US$84.00`. */
const english = 'en-GB';

type Asked = Omit<Question, 'no' | 'scheme'> & {
  readonly no: { readonly label: string; readonly means: SandboxScenario };
};

const cancel = { label: 'Cancel', means: 'payment-cancelled' } as const;

const questions: Readonly<Record<Asking, (method: string, amount: string) => Asked>> = {
  '3d-secure': (_, amount) => ({
    title: 'Your bank asks',
    text: `Is it you who pays ${amount}?`,
    hasCode: false,
    yes: 'Approve',
    no: { label: 'Refuse', means: 'authentication-failed' },
  }),
  redirect: (method, amount) => ({
    title: method,
    text: `Pay ${amount}? With a server, this is a page of its own.`,
    hasCode: false,
    yes: 'Pay',
    no: cancel,
  }),
  scan: (method, amount) => ({
    title: method,
    text: `A phone scans this code and pays ${amount}.`,
    hasCode: true,
    yes: 'Pay',
    no: cancel,
  }),
};

const isAsking = (play: SandboxPlay): play is Asking => play in questions;
