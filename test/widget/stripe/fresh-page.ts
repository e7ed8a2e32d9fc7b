/** Pages of their own, in frames of this one, that nobody has asked for Stripe.js yet. */
import type { PaymentPort } from '@leb-renew/core';
import type { StripeOptions } from '@leb-renew/widget/payments/stripe';
import type { StripeInPage } from '../../fakes/stripe/js/in-page.ts';
import { heardBy } from '../warnings.ts';
import { handedOver, place } from './at-form.ts';

type FreshPage = Window &
  typeof globalThis & {
    readonly stripePayments: (options?: StripeOptions) => PaymentPort<HTMLElement>;
    readonly stripeInPage: () => StripeInPage;
    readonly trustedTypes: { readonly defaultPolicy: object | null };
  };

/** `head` is what the page says of itself, e.g. its policy, and the scripts that it has of its own. */
export async function freshPage(head = '') {
  const frame = document.createElement('iframe');
  const ready = new Promise<void>((resolve) => Object.assign(window, { freshPageIsReady: resolve }));
  frame.srcdoc = `<!doctype html>${head}<body><script type="module">
    import { stripePayments } from '/packages/widget/src/payments/stripe/index.ts';
    import { stripeInPage } from '/test/fakes/stripe/js/in-page.ts';
    Object.assign(window, { stripePayments, stripeInPage });
    parent.freshPageIsReady();
  </script>`;
  document.body.append(frame);
  await ready;
  const page = frame.contentWindow as FreshPage;
  const { document: at } = page;
  const stripe = page.stripeInPage();
  const handoff = handedOver(stripe.intent());
  return {
    page,
    stripe,
    handoff,
    ear: heardBy(page.console),
    container: place(at.body),
    scripts: () => [...at.querySelectorAll('script[src*="stripe.com"]')],
    close: () => frame.remove(),
  };
}
