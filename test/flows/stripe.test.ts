import assert from 'node:assert/strict';
import { after, describe, test } from 'node:test';
import { openStripeDouble } from '../fakes/stripe/api/open-stripe-double.ts';
import { desktop, phone } from './customer.ts';
import { discard, startShop } from './shop.ts';
import * as hand from './stripe/at-hand.ts';
import * as card from './stripe/by-card.ts';
import * as wallet from './stripe/by-wallet.ts';
import * as trouble from './stripe/in-trouble.ts';
import * as secret from './stripe/kept-secret.ts';
import { openPlace, openStripeVisit } from './stripe/stripe-visit.ts';

const place = openPlace();
after(async () => {
  const { browser, hosts } = await place;
  await browser.close();
  hosts.close();
});

test('The shop of `npm start` takes payments through Stripe once it has the keys', async (t) => {
  const stripe = await openStripeDouble(t);
  const shop = await startShop({
    port: 18_280,
    environment: {
      STRIPE_SECRET_KEY: stripe.secretKey,
      STRIPE_PUBLISHABLE_KEY: stripe.publishableKey,
      STRIPE_WEBHOOK_SECRET: stripe.webhookSecret,
      STRIPE_API_BASE: stripe.apiBase,
    },
  });
  t.after(() => discard(shop));
  const page = await fetch(shop.url);
  assert.match(
    page.headers.get('content-security-policy') ?? '',
    /script-src 'self' https:\/\/js\.stripe\.com /,
  );
  assert.match(await page.text(), /Stripe takes the payments/);
  assert.ok(stripe.requestsTo('GET /v1/account').length > 0, 'the keys were not tried');
});

describe('A customer who pays through Stripe', { concurrency: 4 }, () => {
  test('case 1: renews with a card, in six actions from the badge', async (t) =>
    card.pays(await openStripeVisit(t, await place, { size: phone })));

  test('case 10: has the same payment open in two tabs and on another device, and pays once', async (t) =>
    card.paysOnceInThreePlaces(await openStripeVisit(t, await place, { size: desktop })));

  test('case 23: leaves for PayPal, agrees, and comes back to a renewed card', async (t) =>
    wallet.agreesAtPayPal(await openStripeVisit(t, await place, { size: phone, country: 'DE' })));

  test('case 24: comes back with a secret in the address that no other script, storage, log or stranger gets', async (t) =>
    secret.keepsTheSecret(await openStripeVisit(t, await place, { size: phone, country: 'DE' })));

  test('case 44: is known to nobody but the shop until there is something to pay', async (t) =>
    secret.asksNobodyElse(await openStripeVisit(t, await place, { size: phone })));

  test('case 29: is at a page whose policy is the one of the guide, and nothing is held against it', async (t) =>
    secret.staysWithinThePolicy(await openStripeVisit(t, await place, { size: desktop })));

  // `npm run test:journeys`; element and server tests have the same, each on its own side.
  if (process.env['JOURNEYS'] !== 'all') return;

  test('case 23: closes the tab at Alipay, and finds the card renewed at the next visit', async (t) =>
    wallet.closesTheTabAtAlipay(await openStripeVisit(t, await place, { size: phone })));

  test('case 23: comes back from Alipay in another browser, signs in there, and sees the card renewed', async (t) =>
    wallet.comesBackElsewhere(await openStripeVisit(t, await place, { size: desktop })));

  test('case 25: loses the network when the payment is sent, and is told what became of it', async (t) =>
    card.losesTheNetwork(await openStripeVisit(t, await place, { size: phone })));

  test('case 31: pays in Arabic on a small phone, at a page with rules for every element', async (t) =>
    hand.isAtAHostilePage(await openStripeVisit(t, await place, { size: { ...phone, width: 320 } })));

  test('case 32: pays with the keyboard only, and is led back to the form after a decline', async (t) =>
    hand.usesTheKeyboardOnly(await openStripeVisit(t, await place, { size: desktop })));

  test('case 23: leaves for PayPal, comes back without paying, and pays with a card', async (t) =>
    wallet.leavesPayPal(await openStripeVisit(t, await place, { size: desktop, country: 'DE' })));

  test('case 38: has paid while the supplier is slow, and sees on the receipt that Stripe gave the money back', async (t) =>
    trouble.waitsForTheSupplier(await openStripeVisit(t, await place, { size: phone })));

  test('case 33: reaches the bank’s window over a dialog', async (t) =>
    hand.isAskedOverADialog(await openStripeVisit(t, await place, { size: desktop })));

  test('case 21: is declined, reads of a lost card what is read of any, and pays once with another', async (t) =>
    card.isDeclined(await openStripeVisit(t, await place, { size: phone })));

  test('case 22: is asked by the bank, fails, closes, agrees, and pays once', async (t) =>
    card.isAskedByTheBank(await openStripeVisit(t, await place, { size: desktop })));

  test('case 23: scans the code of WeChat Pay', async (t) =>
    wallet.scansTheCodeOfWeChat(await openStripeVisit(t, await place, { size: desktop })));

  test('case 26: has Stripe blocked, unblocks it, tries again, and pays once', async (t) =>
    trouble.isBlocked(await openStripeVisit(t, await place, { size: desktop })));

  test('case 26: waits for a script that hangs until it is said that there is no form', async (t) =>
    trouble.waitsForNothing(await openStripeVisit(t, await place, { size: phone })));

  test('case 33: reaches the bank’s window over a drawer', async (t) =>
    hand.isAskedOverADrawer(await openStripeVisit(t, await place, { size: phone })));
});
