import type { CallName } from '@leb-renew/core/contract';

interface Words {
  /** A heading to stand under. */
  readonly part: 'Signing in' | 'Cards and plans' | 'Renewing';
  readonly summary: string;
  /** What a reader cannot see from the schemas. */
  readonly description: string;
  /** What a success means. */
  readonly answer: string;
}

export const callsInWords: { readonly [Name in CallName]: Words } = {
  signIn: {
    part: 'Signing in',
    summary: 'Sign in',
    description:
      'An unknown address and a wrong password get the same answer. Where the account asks for a second proof, a ' +
      'one-time code is on its way and `kind` is `code`. A seller who signs customers in already has no such call.',
    answer: 'A session, or the challenge that a code answers.',
  },
  verifyCode: {
    part: 'Signing in',
    summary: 'Sign in with the one-time code',
    description: 'Answers the challenge of a sign-in. A code is good once and for a short time.',
    answer: 'A session, or a new challenge.',
  },
  requestReset: {
    part: 'Signing in',
    summary: 'Ask for a mail to set a new password',
    description: 'The answer is the same whether or not there is such an account.',
    answer: 'Taken note of. If there is such an account, a mail goes to it.',
  },
  setPassword: {
    part: 'Signing in',
    summary: 'Set a new password',
    description:
      'Goes by the token that the link in a reset mail carries, which is good once. Any characters will do. Nobody is ' +
      'signed in by it.',
    answer: 'The new password is in force, and the old one is not.',
  },
  openLink: {
    part: 'Signing in',
    summary: 'Open a renewal link',
    description:
      'What a reminder mail links to carries a token behind the `#` of its address. It opens one card to see and to ' +
      'renew, and nothing else of the account.',
    answer: 'A session for one card.',
  },
  refreshSession: {
    part: 'Signing in',
    summary: 'Go on with a session',
    description:
      'A token is good for ten minutes. A browser goes on by a cookie that signing in has left and no script can read; it ' +
      'is replaced each time, and one that was replaced before ends the session. Taken from pages of the allowed origins ' +
      'only. A token that is sent along must be of the same session; it may have ended. Whoever keeps no cookies signs ' +
      'in again.',
    answer: 'The session with a new token.',
  },
  signOut: {
    part: 'Signing in',
    summary: 'Sign out',
    description: 'Ends the session whose token was sent, also when the token has ended before it.',
    answer: 'The session has ended.',
  },
  cards: {
    part: 'Cards and plans',
    summary: 'The cards of the account',
    description: 'Those that end first come first. Full card numbers stay on the server.',
    answer: 'Every card that this session may see.',
  },
  plans: {
    part: 'Cards and plans',
    summary: 'The plans for a card',
    description:
      'Priced in one currency, in the order to show them, each with what choosing it now would do to the card’s ' +
      'dates or why it cannot be chosen.',
    answer: 'The plans on offer.',
  },
  receipts: {
    part: 'Cards and plans',
    summary: 'The receipts of a card',
    description:
      'What this account has paid for the card, and what went back. A session that a renewal link has opened sees none: ' +
      'for it there is no such card here.',
    answer: 'Receipts and corrections, newest first.',
  },
  quote: {
    part: 'Renewing',
    summary: 'Ask for a quote',
    description:
      'Price and dates are the server’s to say: a request that carries either is refused. Nothing is owed by asking. ' +
      'The supplier is asked too, for two seconds at most: what it would refuse for good is `not-renewable`.',
    answer: 'A promise: this plan, this price, these dates, until `validUntil`.',
  },
  begin: {
    part: 'Renewing',
    summary: 'Begin the renewal of a quote',
    description:
      'One quote begins one renewal, however often and at once it is asked: the quote is the key, and repeating is ' +
      'safe. Where the quote’s `withdrawal` is `waived-with-consent`, `consent` says what the person has agreed to. Hand `handoff` to the payment form of its provider. The renewal’s own token lets a reloaded page go on ' +
      'without a session.',
    answer: 'The renewal, which waits for its payment.',
  },
  renewal: {
    part: 'Renewing',
    summary: 'See how a renewal stands',
    description:
      '*Paid* and *renewed* are two facts: money arrives first, the supplier extends the card after. `seq` orders the ' +
      'news and never falls.',
    answer: 'The renewal as the server knows it.',
  },
  cancel: {
    part: 'Renewing',
    summary: 'Give up a renewal',
    description: 'A payment that was faster wins.',
    answer: 'What is true afterwards, which may be a paid renewal.',
  },
  receipt: {
    part: 'Renewing',
    summary: 'The receipt of a renewal',
    description:
      'There is one as soon as the renewal is paid; `period` is filled in once the card is extended. Money that goes ' +
      'back is put on papers of its own, which `correctedBy` names.',
    answer: 'Proof of the payment, and of the extension once there is one.',
  },
};

export const parametersInWords: Readonly<Record<string, string>> = {
  cardRef: 'The card, by the name that the list of cards gives it.',
  renewalId: 'The renewal, by the name it was given when it began.',
  currency: 'The currency to price in; the seller’s default otherwise.',
  refresh: '`1` has the server ask the payment provider first: for a page that has just sent a payment.',
};
