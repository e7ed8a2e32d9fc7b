import type { RenewalState } from '@leb-renew/core';
import type { Chosen } from './place.ts';

/** What is shown: one at a time. */
export type Step = 'sign-in' | 'cards' | 'plans' | 'receipts' | 'checkout' | 'receipt';

/** What decides between steps before a renewal has begun. */
type Spot = Pick<Chosen, 'cardRef' | 'receipts'>;

/** A renewal that has begun goes first. Before that it takes a session, then a card. */
export function stepOf(
  renewal: RenewalState | null,
  token: string | null,
  { cardRef, receipts }: Spot,
): Step {
  switch (renewal?.status) {
    case undefined:
    case 'choosing':
      break;
    case 'quoting':
      if (renewal.before !== undefined) return 'checkout';
      break;
    case 'renewed':
      return 'receipt';
    default:
      return 'checkout';
  }
  if (token === null) return 'sign-in';
  if (cardRef === null) return 'cards';
  return receipts ? 'receipts' : 'plans';
}

/** How many steps lie behind each. Whoever must sign in first has not gone back for it. */
const depths: { readonly [step in Exclude<Step, 'sign-in'>]: number } = {
  cards: 0,
  plans: 1,
  receipts: 1,
  checkout: 2,
  receipt: 3,
};

/** How far in the person is; null while that is being decided. */
export function depthOf(renewal: RenewalState | null, spot: Spot): number | null {
  if (renewal === null || renewal.status === 'cancelling') return null;
  const step = stepOf(renewal, 'anybody', spot);
  return step === 'sign-in' ? null : depths[step];
}
