import type { ProblemWords } from '../text/messages.ts';

/** For trouble that a payment form says itself, beside the field at fault: what to do, and not once more what is wrong. */
export const saidAtField = (words: ProblemWords): ProblemWords => ({
  ...words,
  what: { ...words.what, 'card-details': words.next['fix-input'] },
  instead: { ...words.instead, 'card-details': '' },
});
