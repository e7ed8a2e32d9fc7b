/** Why the desk did nothing, in the words that the command prints. */
export const refusals = {
  'unknown-renewal': 'There is no renewal with this reference or id.',
  'unknown-job': 'There is no dead letter with this id: it was queued anew, or what it was about is done.',
  'not-in-review': 'Only a renewal in review is extended by hand.',
  'not-paid': 'It is not paid: there is nothing to give back.',
  'is-renewed':
    'Its card is extended, and renewed is final (N5). Give the money back at the provider; the receipt is corrected when that is known.',
  'is-refunded': 'Its money went back.',
  'refund-asked': 'The provider was asked to give the money back, and the end of it is not known.',
  'is-disputed':
    'The payer has asked the bank for the money back. Settle that at the provider; a card is extended for money that stays.',
  'test-money': 'It was paid with test money, which buys nothing.',
  'money-of-another': 'Its payment was made for another renewal, and one payment extends one card.',
  'card-held': 'Another renewal of this card is open: it has to end first.',
  'being-extended': 'The supplier is being asked to extend the card right now. Try again in a few minutes.',
  'is-extended':
    'The supplier extended the card. To give the money back all the same, say so: althoughExtended, or --although-extended.',
  'supplier-unknown':
    'The supplier was asked to extend the card and cannot tell what became of it. Try again, or say althoughExtended (--although-extended).',
  'provider-unknown': 'The payment provider does not tell what became of the money. Nothing was changed.',
  'changed-meanwhile': 'Somebody or something else was faster. Look at it again.',
} as const;

export type RefusalCode = keyof typeof refusals;

/** What an act at the desk came to. */
export type DeskAnswer<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly code: RefusalCode; readonly detail: string };

export const done = <T>(value: T): DeskAnswer<T> => ({ ok: true, value });
export const refused = (code: RefusalCode): { ok: false; code: RefusalCode; detail: string } => ({
  ok: false,
  code,
  detail: refusals[code],
});
