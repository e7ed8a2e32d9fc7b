import {
  fine,
  trouble,
  type Answer,
  type PaymentForm,
  type PaymentFormEvent,
  type PaymentOutcome,
  type PaymentView,
} from '@leb-renew/core';
import type { Stripe } from '@stripe/stripe-js';
import { departure } from './departure.ts';
import { looks, mount, type PaymentOfForm } from './mounted.ts';
import { pay } from './pay.ts';
import { explained, said, told } from './told.ts';

/** How often a form that the page has taken away comes back by itself. */
const mostReturns = 3;

export function openForm(
  stripe: Stripe,
  payment: PaymentOfForm,
  container: HTMLElement,
  opening: PaymentView & { readonly returnUrl: string },
): Answer<PaymentForm> {
  const listeners = new Set<(event: PaymentFormEvent) => void>();
  let view: PaymentView = opening;
  let underWay: Promise<PaymentOutcome> | null = null;
  let returns = 0;
  let isLost = false;
  let isOver = false;

  const tell = (event: PaymentFormEvent): void => {
    // While a payment is being sent, nobody may say that nothing was charged.
    if (event.type === 'blocked' && underWay !== null) return;
    for (const listener of listeners) listener(event);
  };
  const mountHere = () =>
    mount(stripe, payment, container, view, {
      tell,
      lost() {
        isLost = true;
        comeBack();
      },
    });
  const first = mountHere();
  if (!first.ok) return first;
  let mounted = first.value;

  function comeBack(): void {
    if (!isLost || isOver || underWay !== null) return;
    isLost = false;
    mounted.unmount();
    returns += 1;
    const again = returns > mostReturns ? trouble('payment-form-blocked', { detail: 'taken' }) : mountHere();
    if (again.ok) {
      mounted = again.value;
      tell({ type: 'complete', complete: false });
    } else {
      isOver = true;
      void explained(again.problem).then((problem) => tell({ type: 'blocked', problem }));
    }
  }

  /**
   * Until Stripe has answered, a second call is the same call. In a page that was left and is back it is a new one: Stripe
   * takes no second payment for an intent.
   */
  function confirm(): Promise<PaymentOutcome> {
    if (underWay === null) {
      const attempt = new AbortController();
      attempt.signal.onabort = () => {
        underWay = null;
        comeBack();
      };
      const answer = pay(stripe, mounted.elements, payment.clientSecret, opening.returnUrl).finally(() =>
        attempt.abort(),
      );
      underWay = Promise.race([answer, departure(attempt)]);
    }
    return underWay;
  }

  return fine({
    on(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    confirm,
    focus() {
      if (!isOver) mounted.element.focus();
    },
    restyle(next) {
      view = next;
      if (isOver) return;
      const follow = async () => mounted.elements.update(looks(view));
      follow().catch((error: unknown) => told(said(error)));
    },
    dispose() {
      if (isOver) return;
      isOver = true;
      listeners.clear();
      mounted.unmount();
    },
  });
}
