import { strict as assert } from 'node:assert';
import { after, before, describe, test } from 'node:test';
import { openEar } from './ear.ts';
import { openStage, type Stage } from './stage.ts';
import { treeOf } from './tree.ts';

/** What is there to be read and used. Plain texts are left out. */
const trees: Readonly<Record<string, readonly string[]>> = {
  'status-badge--due-soon': [
    'heading, “LEB Global card”, level: 2',
    'image, “Valid from 5 Dec 2025 to 4 Dec 2026: 12 days left”',
    'DisclosureTriangle, “Expires 4 Dec 2026”',
    'button, “Renew”, description: LEB Global card •••• 4821 · 60 countries Phone · Tablet · Watch',
    'button, “Remind me”',
  ],
  'status-badge--compact': ['button, “12 days left”'],
  'plan-picker--chosen': [
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
  'sign-in--wrong-password': [
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
  'checkout-panel--needs-consent': [
    'region, “Review and pay”',
    ' heading, “Review and pay”, level: 2',
    ' image, “4 Dec 2026 → 4 Dec 2027, 1 year added, nothing lost”',
    ' checkbox, “Start at once. I understand that I then can no longer withdraw from this purchase.”',
    ' link, “Terms”',
    ' button, “Continue to payment”, disabled',
    ' button, “Back”',
    ' status',
  ],
  'checkout-panel--not-enough-funds': [
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
  'checkout-panel--still-extending': [
    'region, “Payment received”',
    ' heading, “Payment received”, level: 2',
    ' status',
    '  heading, “We are still extending your card.”, level: 3',
    ' button, “Check now”',
    ' link, “Contact support · ref 7F3K-Q2”',
  ],
  'receipt--earlier-receipts': [
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
      assert.deepEqual(await treeOf(stage.page, `elements-${scene}`), tree);
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
  const el = all.find(({ localName }) => localName === `leb-${element}`)!;
  const scene = document.getElementById(`elements-${element}--${story}`)!;
  const other = all.find((each) => scene.contains(each))!;
  const { elementProperties } = el.constructor as unknown as { elementProperties: Map<string, unknown> };
  for (const name of elementProperties.keys()) el[name] = other[name];
  await el.updateComplete;
  await new Promise((drawn) => requestAnimationFrame(drawn));
  return ear.heard(el);
}
