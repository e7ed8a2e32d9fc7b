import type { CheckoutWords } from '../../text/messages.ts';

/** What the parts of the panel speak with. */
export interface Speech {
  readonly words: CheckoutWords;
  readonly locale: string;
}
