import { comesToRest } from './explore.ts';

/** What must hold in every state that can be reached, whatever happens on the way. */
export const promises = {
  oneCapture: 'no renewal is paid twice',
  oneLive: 'a card never has two live renewals',
  oneExtension: 'one payment extends the card once',
  rightSum: 'only the promised sum extends the card',
  goodEnd: 'money that arrived ends renewed, refunded or looked at by a person',
  closed: 'a renewal that was given up takes no money',
  rank: 'the rank never falls',
  onlyServer: 'a page says paid or renewed only after the server',
  noWayBack: 'a page that knows of the money never offers to pay again',
  noSecondPay: 'no pay button while a payment of this page may still go through',
  rightForm: 'a payment is sent only by a form that stands ready',
  remembered: 'a payment is sent only after its ticket was put away',
  ticket: 'no ticket is forgotten while money may be on its way',
  notCharged: 'nobody is told that nothing was charged while it may be',
  notSeen: 'a pay button that comes back says that a payment was not seen',
  atOnce: 'who is led back after a decline is told of it at once',
  restless: 'no page waits for ever',
  comesToRest,
} as const;
export type Promised = (typeof promises)[keyof typeof promises];
