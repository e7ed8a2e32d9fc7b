import type { Problem } from '../contract/index.ts';

/** What a payment form told. None says *paid*: only the server does. */
export type PaymentOutcome =
  /** The provider has answered: what was sent has reached it. */
  | { readonly kind: 'ask-server' }
  /** The page is being left for the provider's site. */
  | { readonly kind: 'leaving' }
  /** The answer was lost: money may have moved, or may yet. */
  | { readonly kind: 'unknown'; readonly problem: Problem }
  /** Nothing was sent: a field needs attention. */
  | { readonly kind: 'invalid'; readonly problem: Problem }
  | { readonly kind: 'declined'; readonly problem: Problem };
