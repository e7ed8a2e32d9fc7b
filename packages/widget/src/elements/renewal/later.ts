import type * as payment from './payment-stage.ts';
import type * as rest from './rest.ts';
import type * as over from './sheet.ts';

/**
 * What the first view does without: the later steps, what a payment takes, and the frame of a journey that lies over the
 * page. Each is one file of a bundle, which needs no other that is not here yet. A browser fetches a file that failed
 * anew, but not always what that file needs.
 */
export const later: {
  rest: () => Promise<typeof rest>;
  payment: () => Promise<typeof payment>;
  sheet: () => Promise<typeof over>;
} = {
  rest: () => import('./rest.ts'),
  payment: () => import('./payment-stage.ts'),
  sheet: () => import('./sheet.ts'),
};
