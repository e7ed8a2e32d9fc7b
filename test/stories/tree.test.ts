import { strict as assert } from 'node:assert';
import { after, before, describe, test } from 'node:test';
import { openEar } from './ear.ts';
import { openStage, type Stage } from './stage.ts';
import { treeOf } from './tree.ts';

const renew = 'button, “Renew”, description: LEB Global card •••• 4821 · 60 countries Phone · Tablet · Watch';

const row = (period: string, end: string, ...buttons: readonly string[]): readonly string[] => [
  'listitem, level: 1',
  ' heading, “LEB Global card”, level: 2',
  ` image, “Valid from ${period}”`,
  ` DisclosureTriangle, “${end}”`,
  ...buttons.map((each) => ` ${each}`),
];

/** The form of the sandbox, which is for demo pages and stories. */
const sandboxForm: readonly string[] = [
  'radio, “Credit card”, checked',
  'radio, “Debit card”',
  'radio, “PayPal”',
  'radio, “Alipay”',
  'radio, “WeChat Pay”',
  'combobox, “What should happen?”',
  ' option, “Approve”',
  ' option, “Ask the bank (3-D Secure)”',
  ' option, “Decline: no funds”',
  ' option, “Decline: no reason”',
  ' option, “Decline: card expired”',
  ' option, “Decline: not confirmed”',
  ' option, “Approve slowly”',
  ' option, “Decide later: approve”',
  ' option, “Decide later: decline”',
  ' option, “Approve, lose the answer”',
  ' option, “Never load this form”',
];

/** What is there to be read and used. Plain texts are left out. */
const trees: Readonly<Record<string, readonly string[]>> = {
  'elements-status-badge--due-soon': [
    'heading, “LEB Global card”, level: 2',
    'image, “Valid from 5 Dec 2025 to 4 Dec 2026: 12 days left”',
    'DisclosureTriangle, “Expires 4 Dec 2026”',
    'button, “Renew”, description: LEB Global card •••• 4821 · 60 countries Phone · Tablet · Watch',
    'button, “Remind me”',
  ],
  'elements-status-badge--compact': ['button, “12 days left”'],
  'elements-plan-picker--chosen': [
    'region, “Choose a plan”',
    ' heading, “Choose a plan”, level: 2',
    ' radio, “1 month US$9.00”, description: 10 GB · 40 countries Valid until 4 Jan 2027',
    ' radio, “3 months US$24.00”, description: Save 11% 10 GB each month · 40 countries Valid until 4 Mar 2027 ' +
      'US$8.00/month compared with 3 × 1 month',
    ' radio, “1 year US$84.00”, checked, description: Save 22% Current plan 15 GB each month · 60 countries ' +
      'Valid until 4 Dec 2027 US$7.00/month compared with 12 × 1 month',
    ' radio, “2 years US$149.00”, disabled, description: 15 GB each month · 60 countries ' +
      'Your card would be valid for too long ahead. Possible from 10 Jan 2027.',
    ' DisclosureTriangle, “How long do you need it?”',
    ' status',
    ' button, “Continue with 1 year”',
    ' status',
  ],
  'elements-sign-in--wrong-password': [
    'region, “Sign in to renew”',
    ' heading, “Sign in to renew”, level: 2',
    ' alert',
    '  heading, “The e-mail address or the password is wrong.”, level: 3',
    ' status',
    ' form',
    '  textbox, “E-mail”, required, description: The e-mail address or the password is wrong. ' +
      'Please check what you entered.',
    '  textbox, “Password”, required',
    '  button, “Show password”',
    '  status',
    '  button, “Sign in”',
    '  status',
    ' button, “Forgot your password?”',
  ],
  'elements-checkout-panel--needs-consent': [
    'region, “Review and pay”',
    ' heading, “Review and pay”, level: 2',
    ' image, “4 Dec 2026 → 4 Dec 2027, 1 year added, nothing lost”',
    ' checkbox, “Start at once. I understand that I then can no longer withdraw from this purchase.”',
    ' link, “Terms”',
    ' button, “Continue to payment”, disabled',
    ' button, “Back”',
    ' status',
  ],
  'elements-checkout-panel--not-enough-funds': [
    'region, “Review and pay”',
    ' heading, “Review and pay”, level: 2',
    ' image, “4 Dec 2026 → 4 Dec 2027, 1 year added, nothing lost”',
    ' link, “Terms”',
    ' alert',
    '  heading, “Your bank declined the payment: not enough funds.”, level: 3',
    ' link, “Contact support · ref 7F3K-Q2”',
    ' button, “Pay US$84.00 and renew”',
    ' button, “Back”',
    ' status',
  ],
  'elements-checkout-panel--still-extending': [
    'region, “Payment received”',
    ' heading, “Payment received”, level: 2',
    ' status',
    '  heading, “We are still extending your card.”, level: 3',
    ' button, “Check now”',
    ' link, “Contact support · ref 7F3K-Q2”',
  ],
  'elements-receipt--earlier-receipts': [
    'region, “Active until 4 December 2027”',
    ' heading, “Active until 4 December 2027”, level: 2',
    ' image, “Extended 4 Dec 2026 → 4 Dec 2027”',
    ' button, “Save”',
    ' button, “Print”',
    ' button, “Remind me”',
    ' button, “Done”',
    ' link, “Contact support · ref 7F3K-Q2”',
    ' region, “Receipts of this card”',
    '  heading, “Receipts of this card”, level: 3',
    '  button, “22 Nov 2026 1 year · R-2026-00418 · shown above US$84.00”',
    '  button, “22 Nov 2025 1 year · R-2025-00418 US$84.00”',
    '  button, “22 Nov 2024 1 year · R-2024-00418 US$84.00”',
  ],
  'parts-card-list--with-search': [
    'search',
    ' searchbox, “Find a card by its name, region or last four digits”, description: 8 of 8 cards',
    ' status',
    ...row('2 Nov 2025 to 2 Nov 2026: Expired', 'Ended 2 Nov 2026', renew),
    ...row('20 Nov 2025 to 20 Nov 2026: Ended, still works', 'Ended 20 Nov 2026', renew),
    ...row('20 Nov 2025 to 20 Nov 2026: Ended, can be renewed', 'Ended 20 Nov 2026', renew),
    ...row('22 Nov 2025 to 22 Nov 2026: 5 hours left', 'Expires 22 Nov 2026', renew, 'button, “Remind me”'),
    ...row('5 Dec 2025 to 4 Dec 2026: 12 days left', 'Expires 4 Dec 2026', renew, 'button, “Remind me”'),
    ...row('13 Apr 2026 to 13 Apr 2027: Active', 'Expires 13 Apr 2027', renew, 'button, “Remind me”'),
    ...row('24 Aug 2025 to 24 Aug 2026: Number given up', 'Ended 24 Aug 2026'),
    ...row('5 Dec 2025 to 4 Dec 2026: Paused', 'Expires 4 Dec 2026'),
  ],
  'elements-payment-form--declined': [
    'alert',
    ' heading, “Your bank declined the payment: not enough funds.”, level: 3',
    ...sandboxForm,
  ],
  'journeys-steps--sign-in': [
    'region, “Renew your card”',
    ' region, “Sign in to renew”',
    '  heading, “Sign in to renew”, level: 2',
    '  status',
    '  form',
    '   textbox, “E-mail”, required',
    '   textbox, “Password”, required',
    '   button, “Show password”',
    '   status',
    '   button, “Sign in”',
    '   status',
    '  button, “Forgot your password?”',
  ],
  'journeys-steps--plans': [
    'region, “Renew your card”',
    ' button, “All cards”',
    ' heading, “LEB Global card •••• 4821”, level: 2',
    ' button, “13 days left”',
    ' region, “Choose a plan”',
    '  heading, “Choose a plan”, level: 2',
    '  combobox, “Currency”',
    '   option, “USD”',
    '   option, “EUR”',
    '   option, “CNY”',
    '  radio, “1 month USD 9.00”, description: 10 GB each month · 40 countries Valid until 5 Jan 2027',
    '  radio, “3 months USD 24.00”, description: Save 11% 10 GB each month · 40 countries Valid until 5 Mar 2027 ' +
      'USD 8.00/month compared with 3 × 1 month',
    '  radio, “1 year USD 84.00”, checked, description: Save 22% Current plan 15 GB each month · 60 countries ' +
      'Valid until 5 Dec 2027 USD 7.00/month compared with 12 × 1 month',
    '  radio, “2 years USD 149.00”, description: Save 31% 15 GB each month · 60 countries ' +
      'Valid until 5 Dec 2028 USD 6.21/month compared with 24 × 1 month',
    '  DisclosureTriangle, “How long do you need it?”',
    '  status',
    '  button, “Continue with 1 year”',
    '  status',
  ],
  'journeys-steps--checkout': [
    'region, “Renew your card”',
    ' region, “Review and pay”',
    '  heading, “Review and pay”, level: 2',
    '  image, “5 Dec 2026 → 5 Dec 2027, 1 year added, nothing lost”',
    '  link, “Terms”',
    ...sandboxForm.map((each) => `  ${each}`),
    '  button, “Pay US$84.00 and renew”',
    '  button, “Back”',
    '  status',
  ],
  'journeys-steps--renewed': [
    'region, “Renew your card”',
    ' region, “Active until 5 December 2027”',
    '  heading, “Active until 5 December 2027”, level: 2',
    '  image, “Extended 5 Dec 2026 → 5 Dec 2027”',
    '  button, “Save”',
    '  button, “Print”',
    '  button, “Remind me”',
    '  button, “Done”',
    '  link, “Contact support · ref DEMO-02”',
  ],
};

/** One element goes from story to story. Said is what is new; where nothing is, the focus moves or was the cause. */
const walks: readonly (readonly [
  element: string,
  ...steps: (readonly [story: string, ...said: string[]])[],
])[] = [
  [
    'checkout-panel',
    ['opening', 'polite: Preparing your payment'],
    ['paying'],
    ['confirming', 'polite: Sending your payment.'],
    [
      'not-enough-funds',
      'assertive: Your bank declined the payment: not enough funds. You have not been charged.',
    ],
    ['confirming', 'polite: Sending your payment.'],
    [
      'not-enough-funds',
      'assertive: Your bank declined the payment: not enough funds. You have not been charged.',
    ],
    ['confirming', 'polite: Sending your payment.'],
    ['checking', 'polite: We are asking whether your payment went through. Please do not pay again.'],
    ['still-extending', 'polite: We are still extending your card. Your payment of US$84.00 is safe'],
    ['held-for-review', 'polite: Your payment has arrived and is safe.'],
    [
      'price-has-run-out',
      'assertive: The price was held for a while and has run out. You have not been charged.',
    ],
  ],
  [
    'sign-in',
    ['loading', 'polite: Getting the sign-in ready'],
    ['signed-out'],
    ['signing-in', 'polite: Signing in'],
    ['wrong-password', 'assertive: The e-mail address or the password is wrong.'],
    ['signing-in', 'polite: Signing in'],
    ['wrong-password', 'assertive: The e-mail address or the password is wrong.'],
    ['too-many-tries', 'assertive: There were too many tries in a short time.'],
    ['code'],
    ['verifying', 'polite: Checking the code'],
    ['wrong-code', 'assertive: This code is wrong or has run out.'],
    ['locked', 'assertive: This account is locked.'],
    ['password-set', 'polite: Your new password is set.'],
    ['link-not-opened', 'assertive: You are offline.'],
  ],
  [
    'plan-picker',
    ['loading', 'polite: Looking up plans'],
    ['chosen'],
    ['loses-paid-days', 'polite: This plan starts now. You would lose 12 days'],
    ['chosen'],
    ['busy', 'polite: Getting your price'],
  ],
  ['status-badge', ['loading', 'polite: Looking up your card'], ['due-soon'], ['expired']],
  [
    'receipt',
    ['receipt-on-its-way'],
    ['renewed'],
    ['receipt-not-loaded', 'assertive: You are offline. Your payment is safe'],
  ],
];

describe('what a screen reader is told', () => {
  let stage: Stage;
  before(async () => {
    stage = await openStage(
      ...Object.keys(trees),
      ...walks.flatMap(([element, ...steps]) => steps.map(([story]) => `elements-${element}--${story}`)),
    );
    await stage.page.evaluate(openEar);
  });
  after(() => stage.close());

  for (const [scene, tree] of Object.entries(trees))
    test(`names, roles and states of ${scene}`, async () => {
      assert.deepEqual(await treeOf(stage.page, scene), tree);
    });

  for (const [element, ...steps] of walks)
    test(`is said once, and loud only for trouble: leb-${element}`, async () => {
      for (const [story, ...said] of steps) {
        const heard = await stage.page.evaluate(goTo, element, story);
        assert.equal(heard.length, said.length, `${story}: ${heard.join(' | ')}`);
        for (const [nth, words] of said.entries())
          assert.ok(heard[nth]!.startsWith(words), `${story}: ${heard[nth]!}`);
      }
    });
});

type Parts = HTMLElement & Record<string, unknown> & { readonly updateComplete: Promise<unknown> };

/** Runs in the page. Brings the first of an element into the state of a story. Resolves to what is said by that. */
async function goTo(element: string, story: string): Promise<string[]> {
  const all = eyes.elements() as unknown as readonly Parts[];
  const el = all.find(
    (each) =>
      each.localName === `leb-${element}` && eyes.whereIs(each).scene.startsWith(`elements-${element}--`),
  )!;
  const scene = document.getElementById(`elements-${element}--${story}`)!;
  const other = all.find((each) => scene.contains(each))!;
  const { elementProperties } = el.constructor as unknown as { elementProperties: Map<string, unknown> };
  for (const name of elementProperties.keys()) el[name] = other[name];
  await el.updateComplete;
  await new Promise((drawn) => requestAnimationFrame(drawn));
  return ear.heard(el);
}
