import type { Words } from './words.ts';

const and = (parts: readonly string[]): string => new Intl.ListFormat('en-GB').format(parts);

export const en: Words = {
  hello: (name) => (name === '' ? 'Hello,' : `Hello ${name},`),
  notYou: (contact) => `Was it not you? Write to ${contact} at once.`,
  renewed: {
    title: 'Your card is renewed',
    subject: (label, until) => `Renewed: ${label} until ${until}`,
    lead: (card, until) => `${card} is paid and extended. It now works through ${until}.`,
    bought: 'What you bought',
    card: 'Card',
    plan: 'Plan',
    until: 'Worked through',
    untilNow: 'Now works through',
    nothingToInstall: 'There is nothing to install: the same eSIM goes on working.',
    howPaid: 'How you paid',
    total: 'Total',
    paidWith: 'Paid with',
    receipt: 'Receipt',
    openReceipt: 'Open and print the receipt',
    reference: 'Reference',
    oneOff: 'This was a one-off purchase. It does not renew by itself.',
    trouble: 'If it does not work',
    noNetwork:
      'No network 15 minutes from now? Switch flight mode on and off once, and check that data roaming is on.',
    stuck: (contact) => `Still stuck? Write to ${contact} and give the reference above.`,
    terms: (url) => `Terms and withdrawal: ${url}`,
    ends: (label) => `${label} ends`,
    endsIn: (label, days) => `${label} ends in ${days === 1 ? '1 day' : `${days} days`}`,
    endNote: (plan, card) => `${plan} on ${card} ends. Renew it before this moment.`,
  },
  reset: {
    title: 'Choose a new password',
    lead: 'Somebody asked for a new password for this address. If it was you, choose one here:',
    action: 'Choose a new password',
    notes: [
      'The link works once, within an hour.',
      'If it was not you, do nothing: your password stays as it is.',
    ],
  },
  code: {
    title: 'Your sign-in code',
    lead: 'Type this code on the page where you are signing in:',
    notes: [
      'It works once, within ten minutes. Nobody will ever ask you for it.',
      'If you are not signing in, somebody knows your password: choose a new one.',
    ],
  },
  passwordChanged: {
    title: 'Your password was changed',
    lead: 'Your account has a new password. Wherever you were signed in, you have been signed out.',
  },
  reminder: {
    title: 'Your card ends soon',
    subject: (label, until) => `${label} works through ${until}`,
    lead: (card, until) => `${card} works through ${until}. You can renew it without signing in:`,
    action: 'See plans and renew',
    scope: 'The link opens this card only, and ends when the card is renewed.',
    stop: (days) =>
      `We write ${and(days.map(String))} ${days.length === 1 && days[0] === 1 ? 'day' : 'days'} before a card ends, once each, and no more once it is renewed.`,
    questions: (contact) => `Questions? Write to ${contact}.`,
  },
  renewal: {
    'still-extending': {
      title: 'Your payment is here',
      subject: (label) => `Payment received: ${label} is being extended`,
      lead: (card) =>
        `Your payment for ${card} has arrived. Extending the card takes longer than usual; it goes on by itself.`,
      notes: [
        'There is nothing for you to do. Please do not pay again.',
        'You get a mail when there is news.',
      ],
    },
    'payment-failed': {
      title: 'Your payment did not go through',
      subject: (label) => `Payment not completed: ${label}`,
      lead: (card) =>
        `Your payment for ${card} was not completed, so the card is not extended. No money has reached us.`,
      notes: ['If you still want to renew it, you can pay again, perhaps in another way.'],
    },
    review: {
      title: 'We are looking into your renewal',
      subject: (label) => `We are looking into your renewal: ${label}`,
      lead: (card) =>
        `Your payment for ${card} has arrived. Before the renewal can go on, one of us has to look at it.`,
      notes: [
        'There is nothing for you to do. Please do not pay again.',
        'You get a mail when it is settled.',
      ],
    },
    refunded: {
      title: 'Your payment was returned',
      subject: (label) => `Payment returned: ${label}`,
      lead: (card) => `Your payment for ${card} was returned the way it came. This renewal is closed.`,
      notes: ['Until your bank shows it, some days can go by.'],
    },
    action: 'See plans and pay again',
    contact: (contact) => `Questions? Write to ${contact} and give the reference above.`,
  },
};
