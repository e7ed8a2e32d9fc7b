import assert from 'node:assert/strict';
import type { Page } from 'puppeteer-core';
import { until } from '../../server/shop/until.ts';
import { assertRenewedOnce, booksOf, datesOf } from '../journeys/books.ts';
import { global, mira, year } from '../journeys/steps.ts';
import { words } from '../journeys/words.ts';
import { answerOverlay, cards, stripeFrame } from './at-stripe.ts';
import { payWith, price, toStripe } from './steps.ts';
import type { StripeJourney } from './stripe-visit.ts';

/** Runs in the page: rules for everything in it, of the kind that shops have. */
function hostile(): void {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`
    * { box-sizing: content-box !important; letter-spacing: 2px !important; text-align: right !important }
    div, slot { max-width: 60px !important; float: left !important; padding: 9px !important; display: inline-block !important }
    iframe { max-width: 50% !important; height: 20px; position: absolute !important; opacity: .2 }
    [slot=payment] { display: none !important }
  `);
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
}

/** Runs in the page: how Stripe's form lies on it. */
function lie(): {
  readonly form: number;
  readonly place: number;
  readonly sideways: number;
  readonly isSeen: boolean;
} {
  const frame = document.querySelector('leb-renewal iframe');
  const place = document.querySelector('leb-renewal [slot=payment]');
  const at = frame?.getBoundingClientRect();
  return {
    form: at?.width ?? 0,
    place: place?.getBoundingClientRect().width ?? 0,
    sideways: document.documentElement.scrollWidth - innerWidth,
    isSeen: frame?.checkVisibility({ opacityProperty: true }) === true && (at?.height ?? 0) > 150,
  };
}

export const isAtAHostilePage: StripeJourney = async ({ shop, customer }) => {
  const before = await datesOf(shop, global);
  const { page } = customer;
  await toStripe(customer);
  await stripeFrame(customer, 'input[name=number]');
  await page.evaluate(hostile);
  await customer.select('Language', 'ar');
  const frame = await stripeFrame(customer, '[dir=rtl] input[name=number]');
  const { form, place, sideways, isSeen } = await page.evaluate(lie);
  assert.ok(isSeen, 'the form is not seen');
  assert.equal(form, place);
  assert.ok(form > 200, `the form is ${form} px wide`);
  assert.equal(sideways, 0);
  for (const [name, text] of [
    ['number', cards.good],
    ['expiry', '12 / 34'],
    ['cvc', '123'],
  ] as const)
    await frame.locator(`input[name=${name}]`).fill(text);
  await page.locator('>>> [part=pay]').click();
  await assertRenewedOnce(shop, { label: global, before, ...price });
};

/** Runs in the page: what has the focus, by what a screen reader calls it. */
function focused(): string {
  let at = document.activeElement;
  while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
  return (
    at?.getAttribute('aria-label') ??
    (at instanceof HTMLIFrameElement ? at.title : (at?.textContent.trim() ?? ''))
  );
}

/** Presses the Tab key until something is reached. */
async function tabTo(page: Page, name: string): Promise<void> {
  const passed: string[] = [];
  for (let presses = 0; presses < 60; presses += 1) {
    const at = await page.evaluate(focused);
    if (at === name) return;
    passed.push(at);
    await page.keyboard.press('Tab');
  }
  assert.fail(`the Tab key does not lead to ${name}, but to ${passed.join(' · ')}`);
}

const frameTitle = 'Secure payment input frame';

export const usesTheKeyboardOnly: StripeJourney = async ({ shop, customer }) => {
  const before = await datesOf(shop, global);
  const { page } = customer;
  const { keyboard } = page;
  await customer.signIn(mira);
  await customer.renew(global);
  await customer.sees(words.next('1 year'));
  await tabTo(page, words.next('1 year'));
  await keyboard.press('Enter');
  const form = await stripeFrame(customer, 'input[name=number]');
  const field = () => form.evaluate(() => (document.activeElement as HTMLInputElement | null)?.name ?? '');
  const fieldIs = (name: string) => until(`the focus is in ${name}`, async () => (await field()) === name);
  const enter = async (number: string) => {
    for (const [name, text] of [
      ['number', number],
      ['expiry', '12 / 34'],
      ['cvc', '123'],
    ] as const) {
      await fieldIs(name);
      await keyboard.type(text);
      await keyboard.press('Tab');
    }
  };
  await customer.sees(words.pay('84.00'));
  await tabTo(page, frameTitle);
  await fieldIs('method');
  await keyboard.press('Tab');
  await enter(cards.declined);
  await tabTo(page, year);
  await keyboard.press('Enter');
  await customer.sees(words.declined);

  await until('the focus is back in the form', async () => (await page.evaluate(focused)) === frameTitle);
  await fieldIs('number');
  await keyboard.down('Control');
  await keyboard.press('a');
  await keyboard.up('Control');
  await enter(cards.good);
  await tabTo(page, year);
  await keyboard.press('Enter');
  await customer.sees(words.renewed);
  await assertRenewedOnce(shop, { label: global, before, ...price });
};

/** Runs in the page: what lies in the top layer, and whether what is in the middle of the screen is Stripe's. */
function inFront(): { readonly topLayer: number; readonly isStripes: boolean } {
  const all = (root: ParentNode): Element[] =>
    [...root.querySelectorAll('*')].flatMap((each) => [
      each,
      ...(each.shadowRoot ? all(each.shadowRoot) : []),
    ]);
  const middle = document.elementFromPoint(innerWidth / 2, innerHeight / 2);
  return {
    topLayer: all(document).filter((each) => each.matches(':modal, :popover-open, :fullscreen')).length,
    isStripes: middle instanceof HTMLIFrameElement && middle.parentElement?.parentElement === document.body,
  };
}

const isAskedOver =
  (display: 'dialog' | 'drawer'): StripeJourney =>
  async ({ shop, customer }) => {
    const before = await datesOf(shop, global);
    const { page } = customer;
    await page.evaluate((how) => {
      const renewal = document.querySelector('leb-renewal');
      if (renewal === null) return;
      renewal.display = how;
      document.body.append(renewal);
      renewal.open();
    }, display);
    await toStripe(customer);
    await payWith(customer, cards.asked);
    await stripeFrame(customer, '.dialog button');
    assert.deepEqual(await page.evaluate(inFront), { topLayer: 0, isStripes: true });
    assert.equal((await booksOf(shop)).taken, 0);
    await answerOverlay(customer, 'Complete');
    await customer.sees(words.renewed);
    await assertRenewedOnce(shop, { label: global, before, ...price });
  };

export const isAskedOverADialog = isAskedOver('dialog');
export const isAskedOverADrawer = isAskedOver('drawer');
