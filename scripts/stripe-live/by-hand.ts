import type { ByHand } from './live-case.ts';

const start = 'Start the demo shop with your test keys (docs/going-live.md says how) and choose a plan.';

export const byHand: readonly ByHand[] = [
  {
    number: 1,
    what: 'a card is typed into Stripe’s real form and the renewal ends as renewed',
    steps: [start, 'Pay with 4242 4242 4242 4242, any date to come, any CVC. The page says renewed.'],
  },
  {
    number: 10,
    what: 'one payment open in two tabs is paid once',
    steps: [
      start,
      'Open the same renewal in a second tab, pay in the first. The second says that it is paid.',
      'Once more in two different browsers. Stripe’s dashboard shows one payment each time.',
    ],
  },
  {
    number: 12,
    what: 'notices that Stripe sends are taken, and forged ones are not',
    steps: [
      'Run `stripe listen --forward-to localhost:8080/renewal/notices/stripe`, with the secret that it prints as STRIPE_WEBHOOK_SECRET.',
      'Pay. Every line of `stripe listen` ends with 204.',
      'Start the shop with another secret and pay. Every line ends with 400, and the renewal is renewed all the same, a minute later.',
    ],
  },
  {
    number: 20,
    what: 'a payment that takes days succeeds, or fails and can be paid again',
    steps: [
      'In the dashboard turn on a method that takes days in your country, such as SEPA debit or ACH.',
      `${start} Pay with its test account that succeeds late, and with the one that fails late.`,
      'The page says that the bank takes its time; after the failure the form is there again.',
    ],
  },
  {
    number: 22,
    what: '3-D Secure is passed, failed and closed',
    steps: [
      `${start} Pay with 4000 0027 6000 3184, three times.`,
      'Agree, fail, and close the bank’s window. The renewal is renewed; says that the bank could not confirm you; is still to be paid.',
      'The bank’s window is on top of everything and can be reached by keyboard, in the page, the dialog and the drawer.',
    ],
  },
  {
    number: 23,
    what: 'PayPal, Alipay and WeChat Pay lead away and back',
    steps: [
      'Have an account in the euro zone, with the three methods turned on, and a plan in euro.',
      `${start} For each method agree once and refuse once on Stripe’s test page; once close its tab; once open its address in another tab.`,
      'The page comes back to the renewal, its address has neither secret nor redirect_status in it, and nothing is charged that was refused.',
    ],
  },
  {
    number: 29,
    what: 'the content security policy of the guide is enough',
    steps: [
      'Serve your page with the policy of docs/going-live.md and a report-uri of yours.',
      'Pay by card, with 3-D Secure, with each method. No report comes, and the console shows none.',
    ],
  },
  {
    number: 30,
    what: 'the form works in the page, in shadow roots, in the dialog and the drawer, in test and in live mode',
    steps: [
      `${start} The form is there, can be typed into, and pays: in the page, in an open and a closed shadow root of yours, in the dialog and the drawer.`,
      'Look at it once with live keys, without paying: Stripe is said to only log in live mode what it refuses in test mode.',
    ],
  },
  {
    number: 37,
    what: 'the form shows the methods that the table of the guide promises',
    steps: ['For each currency of yours, compare the form with the table. Note Alipay’s currencies.'],
  },
  {
    number: 38,
    what: 'a WeChat Pay refund that fails days later is seen',
    steps: [
      'Pay by WeChat Pay, refund it in the dashboard. The renewal is being refunded until Stripe says how it ended.',
    ],
  },
  {
    number: null,
    what: 'one iPhone: Safari, Apple Pay, autofill, a screen reader',
    steps: [
      'On a registered domain, pay with Apple Pay, and with a card that the phone fills in.',
      'With VoiceOver, find the form’s name, its fields, and what it says of a wrong CVC.',
    ],
  },
  {
    number: null,
    what: 'the form follows the theme, also with colours that are not written as rgb',
    steps: [
      'Set --leb-accent to an oklch() colour, switch between light and dark while the form is open. Form and page agree.',
    ],
  },
];
