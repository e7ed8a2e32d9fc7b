import { formatMoney, type Quote } from '@leb-renew/core';
import { html, nothing, type TemplateResult } from 'lit';
import { AgreeEvent, PayEvent, RetryEvent } from '../../events.ts';
import { supportLink } from '../support-link.ts';
import { daysLost } from './review.ts';
import type { Open, Tick, View } from './view.ts';

/** The one button that leads on, and that waits for what is missing. Only an open and ready payment can be paid. */
export function primary(state: Open, quote: Quote, hasRunOut: boolean, view: View): TemplateResult {
  const { words, locale } = view;
  const again = (label: string) => leadOn(label, true, () => new RetryEvent(), view);
  if (state.status === 'quoting') return leadOn(words.loading, false, () => new RetryEvent(), view);
  if (hasRunOut) return again(words.seeAgain);
  if (state.status === 'reviewing') return again(words.retry);
  const missing = ticksFor(state, quote).find((tick) => !view.ticked.has(tick));
  if (state.status === 'agreeing')
    return leadOn(words.agree, true, () => new AgreeEvent(words.consent), view, missing);
  if (state.status === 'paying' && state.form === 'blocked')
    // What is wrong with the shop does not mend by trying again.
    return state.problem?.next === 'contact-support'
      ? supportLink(quote.seller.support, state.renewal.reference, words.problem, 'button primary')
      : html`${again(words.retry)} ${state.problem?.code === 'payment-form-blocked' ? reload(view) : nothing}`;
  const isReady = state.status === 'paying' && state.form === 'ready';
  const label = words.pay(formatMoney(quote.total, locale));
  return leadOn(label, isReady, () => new PayEvent(), view, missing, 'pay');
}

/** A script that hangs is not asked for again on the same page. The renewal is found again after it. */
const reload = ({ words }: View): TemplateResult =>
  html`<button class="button" @click=${() => location.reload()}>${words.reload}</button>`;

/** What this price takes a tick for. */
const ticksFor = ({ status }: Open, quote: Quote): readonly Tick[] => [
  ...(daysLost(quote) > 0 ? (['loss'] as const) : []),
  ...(status === 'agreeing' && quote.withdrawal === 'waived-with-consent' ? (['withdrawal'] as const) : []),
];

/** Pressed while a tick is missing, it leads to the box. */
function leadOn(
  label: string,
  isReady: boolean,
  say: () => Event,
  { isOnline }: View,
  missing?: Tick,
  part: string | typeof nothing = nothing,
): TemplateResult {
  const press = ({ currentTarget }: Event): void => {
    const pressed = currentTarget as HTMLElement;
    const box = (pressed.getRootNode() as ShadowRoot).querySelector<HTMLElement>(
      `[name=${missing ?? 'none'}]`,
    );
    if (box !== null) box.focus();
    else if (isReady && isOnline) pressed.dispatchEvent(say());
  };
  return html`<button
    class="button primary"
    part=${part}
    aria-disabled=${!isReady || !isOnline || missing !== undefined}
    aria-describedby=${isOnline ? nothing : 'offline'}
    @click=${press}
  >
    ${label}
  </button>`;
}
