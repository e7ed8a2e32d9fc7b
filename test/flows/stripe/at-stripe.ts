import type { Frame } from 'puppeteer-core';
import { until } from '../../server/shop/until.ts';
import type { Customer } from '../customer.ts';

/** By Stripe's numbers for tests. */
export const cards = {
  good: '4242424242424242',
  noFunds: '4000000000009995',
  declined: '4000000000000002',
  lost: '4000000000009987',
  asked: '4000002760003184',
} as const;

/** The frame of Stripe's that has something in it. */
export async function stripeFrame({ page, text }: Customer, selector: string): Promise<Frame> {
  try {
    return await until(`a frame of Stripe has ${selector}`, async () => {
      for (const frame of page.frames())
        if (frame.url().startsWith('https://js.stripe.com/') && (await has(frame, selector))) return frame;
      return null;
    });
  } catch (error) {
    const frames = page.frames().map((frame) => frame.url());
    throw new Error(`${String(error)}. The page has ${frames.join()} and shows:\n${await text()}`, {
      cause: error,
    });
  }
}

/** A frame may go while it is looked into. */
const has = (frame: Frame, selector: string): Promise<boolean> =>
  frame
    .$(selector)
    .then((found) => found !== null)
    .catch(() => false);

/** Types a card into Stripe's form: three things to do. */
export async function enterCard(customer: Customer, number: string): Promise<void> {
  const form = customer.inside(await stripeFrame(customer, 'input[name=number]'));
  await form.type('Card number', number);
  await form.type('Expiration date', '12 / 34');
  await form.type('Security code', '123');
}

export async function chooseMethod(
  customer: Customer,
  name: 'Card' | 'PayPal' | 'Alipay' | 'WeChat Pay',
): Promise<void> {
  await customer.inside(await stripeFrame(customer, 'input[type=radio]')).choose(name);
}

/** Presses a button of what Stripe lays over the page, where it is seen. */
export async function answerOverlay(customer: Customer, button: string): Promise<void> {
  await customer.inside(await stripeFrame(customer, '.dialog button')).press(button);
}
