import {
  fine,
  problem,
  trouble,
  type Answer,
  type PaymentFormEvent,
  type PaymentView,
  type Problem,
} from '@leb-renew/core';
import type {
  Stripe,
  StripeElements,
  StripeElementsOptionsClientSecret,
  StripeElementsUpdateOptions,
  StripeError,
  StripePaymentElement,
} from '@stripe/stripe-js';
import { stripeAppearance } from './appearance.ts';
import { onKeptOut } from './kept-out.ts';
import { stripeLocale } from './locale.ts';
import { problemOf } from './outcome.ts';
import { takePlace } from './place.ts';
import { explained, said, told } from './told.ts';
import { watch } from './watch.ts';

/** The payment that a form is for, and what is the same in all looks of it. */
export type PaymentOfForm = Required<Pick<StripeElementsOptionsClientSecret, 'clientSecret' | 'fonts'>>;

/** A Payment Element on the page. */
export interface Mounted {
  readonly elements: StripeElements;
  readonly element: StripePaymentElement;
  unmount(): void;
}

/** What a form is told by its element. */
interface Ear {
  tell(event: PaymentFormEvent): void;
  /** The page has taken the element away, or apart. */
  lost(): void;
}

export function mount(
  stripe: Stripe,
  payment: PaymentOfForm,
  container: HTMLElement,
  view: PaymentView,
  { tell, lost }: Ear,
): Answer<Mounted> {
  const placed = takePlace(container);
  if (!placed.ok) return placed;
  const place = placed.value;
  let isReady = false;
  const stops = [
    place.remove,
    watch(place, lost),
    onKeptOut(async () => {
      const found = await explained(problem('payment-setup', { detail: 'policy' }));
      if (isReady) told(found.detail);
      else tell({ type: 'blocked', problem: found });
    }),
  ];
  const stop = (): void => {
    for (const each of stops) each();
  };
  try {
    const elements = stripe.elements({ ...payment, ...looks(view) });
    if (!('submit' in elements)) throw new Error('it is too old');
    const element = elements.create('payment', {
      layout: { type: 'accordion', radios: 'always' },
      wallets: { link: 'never' },
    });
    element.on('ready', () => {
      isReady = true;
      tell({ type: 'ready' });
    });
    element.on('change', ({ complete }) => tell({ type: 'complete', complete }));
    element.on('loaderror', ({ error }) => tell({ type: 'blocked', problem: notLoaded(error) }));
    element.on('availablepaymentmethodschange', ({ paymentMethods = {} }) => {
      const methods = Object.keys(paymentMethods).filter((name) => paymentMethods[name]?.available);
      tell({ type: 'methods', methods });
    });
    element.mount(place.element);
    return fine({
      elements,
      element,
      unmount() {
        element.destroy();
        stop();
      },
    });
  } catch (error) {
    stop();
    return trouble('payment-setup', { detail: `form ${said(error)}` });
  }
}

export const looks = ({
  tokens,
  locale,
}: PaymentView): Pick<StripeElementsUpdateOptions, 'appearance' | 'locale'> => ({
  appearance: stripeAppearance(tokens),
  locale: stripeLocale(locale),
});

function notLoaded(fault: StripeError): Problem {
  const found = problemOf(fault);
  // Whatever Stripe has against it, the payment may be made already: the server can say.
  if (fault.type === 'invalid_request_error') return { ...found, charged: 'unknown' };
  return found.code === 'payment-declined' ? problem('payment-form-blocked') : found;
}
