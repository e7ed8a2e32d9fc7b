import type { SandboxMethod, SandboxScenario } from '@leb-renew/core/contract';

/** What a tester can have happen: what the provider plays, what the customer is asked first, and a form that is not there. */
export type SandboxPlay = Exclude<SandboxScenario, 'payment-cancelled'> | Asking | 'never-loads';

/** The bank, a page of the wallet's own, or its app that scans a code. */
export type Asking = '3d-secure' | 'redirect' | 'scan';

export const methodNames: Readonly<Record<SandboxMethod, string>> = {
  card: 'Credit card',
  debit: 'Debit card',
  paypal: 'PayPal',
  alipay: 'Alipay',
  wechat_pay: 'WeChat Pay',
};

const cards: readonly SandboxMethod[] = ['card', 'debit'];

interface Entry {
  readonly name: string;
  /** Where it can happen; with everything when left out. */
  readonly with?: readonly SandboxMethod[];
}

const entries: Readonly<Record<SandboxPlay, Entry>> = {
  approve: { name: 'Approve' },
  '3d-secure': { name: 'Ask the bank (3-D Secure)', with: cards },
  redirect: { name: 'Ask on the wallet’s page', with: ['paypal', 'alipay'] },
  scan: { name: 'Show a code to scan', with: ['wechat_pay'] },
  'insufficient-funds': { name: 'Decline: no funds' },
  'payment-declined': { name: 'Decline: no reason' },
  'expired-card': { name: 'Decline: card expired', with: cards },
  'authentication-failed': { name: 'Decline: not confirmed', with: cards },
  slow: { name: 'Approve slowly' },
  processing: { name: 'Decide later: approve' },
  'processing-fails': { name: 'Decide later: decline' },
  'lost-answer': { name: 'Approve, lose the answer' },
  'never-loads': { name: 'Never load this form' },
};

/** What can happen with a method, and how it is called. */
export const playsWith = (method: SandboxMethod): readonly (readonly [play: SandboxPlay, name: string])[] =>
  (Object.entries(entries) as [SandboxPlay, Entry][])
    .filter(([, { with: methods }]) => methods?.includes(method) ?? true)
    .map(([play, { name }]) => [play, name]);
