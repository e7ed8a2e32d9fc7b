import { counter } from '../counter.ts';
import type { ReceiptWords } from '../messages.ts';
import { problem } from './problem.ts';

const count = counter('en');

export const receipt: ReceiptWords = {
  tag: 'en',
  loading: 'Looking up your receipt',
  unreadable: 'This receipt cannot be shown right now. It is kept for you; the shop can send it to you.',
  none: 'There are no receipts for this card yet.',
  renewed: 'Renewed',
  paid: 'Paid',
  activeUntil: (date) => `Active until ${date}`,
  ranUntil: (date) => `This renewal ran until ${date}`,
  stillExtending: 'Paid. Your card is still being extended.',
  wasCorrected: 'This receipt was corrected',
  corrected: 'Corrected',
  correction: 'Correction',
  correctionOf: (number) => `Correction of receipt ${number}`,
  correctedBy: 'Money went back. This receipt was corrected by',
  sentTo: (address) => `We sent the confirmation to ${address}`,
  number: 'Receipt',
  amount: 'Paid',
  returned: 'Paid back',
  tax: (label, rate) => `${label} (${rate})`,
  card: 'Card',
  plan: 'Plan',
  extended: 'Extended',
  paidOn: 'Date',
  seller: 'Seller',
  taxId: 'Tax number',
  reference: 'Reference',
  total: 'Total',
  nothingToInstall: 'Nothing to install: an eSIM that is on your devices goes on working.',
  noNetwork:
    'No network 15 minutes from now? Switch flight mode on and off once, and check that data roaming is on.',
  withdrawal: {
    none: 'No right to withdraw is granted after the purchase.',
    '14-days': 'You can withdraw from this purchase within 14 days.',
    'waived-with-consent':
      'You asked for a start at once: since then you can no longer withdraw from this purchase.',
  },
  save: 'Save',
  print: 'Print',
  open: 'Open or print',
  reminder: 'Remind me',
  calendar: 'Add to calendar',
  done: 'Done',
  safe: 'Your payment is safe, and the receipt is kept for you.',
  retry: 'Try again',
  past: 'Receipts of this card',
  shown: 'shown above',
  more: (more) => count(more, { one: 'Show # more receipt', other: 'Show # more receipts' }),
  document: (number) => `Receipt ${number}`,
  problem,
};
