import { account } from './account.ts';
import { byHand } from './by-hand.ts';
import type { LiveCase } from './live-case.ts';
import { payments } from './payments.ts';
import { refunds } from './refunds.ts';

/** Everything that only Stripe can answer, in the order of docs/stripe-live.md. */
export const liveCases: readonly LiveCase[] = [...payments, ...refunds, ...account, ...byHand];
