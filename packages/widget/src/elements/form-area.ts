import type { Handoff } from '@leb-renew/core';
import { html, nothing, type TemplateResult } from 'lit';
import type { CheckoutWords } from '../text/messages.ts';
import { icon } from './icons.ts';
import { waysToPay } from './ways.ts';

interface FormArea {
  /** The payment that the form is for; null until there is one. */
  readonly handoff: Handoff | null;
  /** The ways to pay that there are, or are expected. */
  readonly methods: readonly string[];
  readonly isHidden: boolean;
  /** What is there cannot be used while a payment is being sent. */
  readonly isSending: boolean;
  readonly isLoading: boolean;
}

/** Around a payment form, in its final size from the start: what it is, what it offers, and its place while it loads. */
export const formArea = (
  { handoff, methods, isHidden, isSending, isLoading }: FormArea,
  words: CheckoutWords,
): TemplateResult => {
  // Its form says itself that it is a test, and lists its ways.
  const isSandbox = handoff?.provider === 'sandbox';
  const isTest = handoff?.livemode === false;
  return html`<div
    class="form"
    role="group"
    aria-label=${words.ways}
    ?hidden=${isHidden}
    ?inert=${isSending}
    aria-busy=${isLoading}
  >
    ${isTest && !isSandbox ? html`<p class="quiet test">${icon('info')}${words.testMode}</p>` : nothing}
    ${methods.length === 0 || isSandbox ? nothing : html`<p class="quiet ways">${waysToPay(methods, words)}</p>`}
    <slot name="payment"></slot>
    ${isLoading ? html`<div class="bone" aria-hidden="true">${words.formLoading}</div>` : nothing}
  </div>`;
};
