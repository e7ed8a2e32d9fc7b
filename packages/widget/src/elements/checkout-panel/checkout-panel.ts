import { formatMoney, type Problem, type Quote, type RenewalState } from '@leb-renew/core';
import {
  html,
  LitElement,
  nothing,
  type CSSResultGroup,
  type PropertyDeclarations,
  type PropertyValues,
  type TemplateResult,
} from 'lit';
import { TextController } from '../../controllers/text-controller.ts';
import { AgreeEvent, BackEvent, DoneEvent, PayEvent, RetryEvent } from '../../events.ts';
import { lastFour } from '../../text/amounts.ts';
import { checkout } from '../../text/en/checkout.ts';
import type { CheckoutWords } from '../../text/messages.ts';
import { button } from '../button.styles.ts';
import { foundation } from '../foundation.styles.ts';
import { icon } from '../icons.ts';
import { notice } from '../notice.styles.ts';
import { panel } from '../panel.styles.ts';
import { problemNotice } from '../problem-notice.ts';
import { rows } from '../rows.styles.ts';
import { supportLink } from '../support-link.ts';
import { validityBar } from '../validity-bar.styles.ts';
import { bill } from './bill.ts';
import styles from './checkout-panel.styles.ts';
import { dates } from './dates.ts';
import { fineprint } from './fineprint.ts';
import { meaning } from './meaning.ts';
import { moved } from './moved.ts';
import { progress } from './progress.ts';
import { skeleton } from './skeleton.ts';
import type { Speech } from './speech.ts';

type Reviewing = Extract<
  RenewalState,
  { status: 'agreeing' | 'opening' | 'reviewing' | 'paying' | 'confirming' | 'cancelling' }
>;
type Waiting = Extract<RenewalState, { status: 'checking' | 'extending' }>;

/**
 * Shows a renewal from its price to its payment, and what stands in between. Says *paid* and *extended* only
 * when the state does. Keeps nothing but the tick of a consent.
 *
 * @element leb-checkout-panel
 * @slot payment - The payment form. It stays in place while the payment is open, so nothing typed is lost.
 * @fires {AgreeEvent} leb-agree - The person has ticked the consent that is asked for, and goes on.
 * @fires {PayEvent} leb-pay - The person pays what is shown.
 * @fires {RetryEvent} leb-retry - The person wants what failed tried again, or looked at again.
 * @fires {BackEvent} leb-back - The person wants to choose again.
 * @fires {DoneEvent} leb-done - The person has read that the renewal is held.
 * @csspart panel - The frame.
 * @csspart bar - The validity bar.
 * @csspart pay - The pay button.
 */
export class CheckoutPanel extends LitElement {
  static override properties: PropertyDeclarations = {
    state: { attribute: false },
    quote: { attribute: false },
    lang: { reflect: true },
    consented: { state: true },
  };
  static override styles: CSSResultGroup = [foundation, panel, button, notice, rows, validityBar, styles];

  /** Where the renewal is. Before a price and after the renewal the panel is empty. */
  declare state: RenewalState | null;
  /** The last price, shown while the state has none of its own. */
  declare quote: Quote | null;
  /** BCP 47. Without it, the language of the page around. */
  declare lang: string;
  declare private consented: boolean;

  readonly #text = new TextController(this, 'checkout', checkout);

  constructor() {
    super();
    this.state = null;
    this.quote = null;
    this.consented = false;
  }

  /** Moves the focus to what is new: the notice, if there is one, else the heading. */
  override focus(options?: FocusOptions): void {
    const { renderRoot } = this;
    (renderRoot.querySelector<HTMLElement>('[role=alert]') ?? renderRoot.querySelector('h2'))?.focus(options);
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (changed.has('state') && this.state?.status === 'quoting') this.consented = false;
  }

  protected override updated(changed: PropertyValues): void {
    const before = changed.get('state') as RenewalState | null | undefined;
    if (before && this.state && moved(before, this.state)) this.focus();
  }

  protected override render(): TemplateResult | typeof nothing {
    const { state } = this;
    const { words, locale } = this.#text;
    if (state === null || state.status === 'choosing' || state.status === 'renewed') return nothing;
    if (words === null) return skeleton('', '');
    const speech = { words, locale };
    switch (state.status) {
      case 'quoting':
        return this.quote === null
          ? skeleton(words.title, words.loading)
          : this.#frame(
              words.title,
              speech,
              this.quote,
              this.#review(this.quote, speech),
              this.#busy(words.loading),
            );
      case 'agreeing':
      case 'opening':
      case 'reviewing':
      case 'paying':
      case 'confirming':
      case 'cancelling':
        return this.#frame(words.title, speech, quoteOf(state), this.#open(state, speech));
      case 'checking':
        return this.#frame(words.checkingTitle, speech, state.renewal.quote, this.#checking(state, speech));
      case 'resuming':
        return this.#frame(
          words.resumingTitle,
          speech,
          null,
          this.#busy(words.resuming),
          state.problem === null ? nothing : problemNotice(state.problem, words.problem),
          this.#look(speech),
        );
      case 'extending':
        return this.#frame(words.receivedTitle, speech, state.renewal.quote, this.#extending(state, speech));
      case 'held':
        return this.#frame(
          words.heldTitle[state.renewal.status],
          speech,
          state.renewal.quote,
          this.#held(state, speech),
        );
    }
  }

  #frame(
    title: string,
    { words }: Speech,
    quote: Quote | null,
    ...parts: readonly unknown[]
  ): TemplateResult {
    return html`<section
      class="panel"
      part="panel"
      lang=${words.tag}
      dir=${this.#text.dir}
      aria-labelledby="title"
    >
      <div>
        <h2 id="title" tabindex="-1">${title}</h2>
        ${
          quote === null
            ? nothing
            : html`<p class="quiet">
                <bdi>${quote.card.label}</bdi> <bdi dir="ltr">${lastFour(quote.card.iccidMasked)}</bdi>
              </p>`
        }
      </div>
      ${parts}
    </section>`;
  }

  #open(state: Reviewing, speech: Speech): TemplateResult {
    const { words } = speech;
    const quote = quoteOf(state);
    const problem = 'problem' in state ? state.problem : null;
    const loading = state.status === 'opening' || (state.status === 'paying' && state.form === 'loading');
    const agreeing = state.status === 'agreeing';
    const blocked = state.status === 'reviewing' || (state.status === 'paying' && state.form === 'blocked');
    const sending = state.status === 'confirming' || state.status === 'cancelling';
    return html`${problem === null ? nothing : this.#trouble(problem, quote, state, speech)}
      ${this.#review(quote, speech)}
      ${
        'renewal' in state && !state.renewal.handoff.livemode
          ? html`<p class="quiet test">${icon('info')}${words.testMode}</p>`
          : nothing
      }
      <div class="form" ?hidden=${blocked || agreeing} ?inert=${sending} aria-busy=${loading}>
        <slot name="payment">${loading ? html`<div class="bone form-bone"></div>` : nothing}</slot>
      </div>
      ${agreeing ? this.#consent(speech) : nothing} ${this.#busy(said(state, loading, words))}
      <div class="stack">
        ${agreeing ? this.#agree(speech) : blocked ? this.#retry(words.retry) : this.#pay(state, quote, speech)}
        ${
          sending || state.status === 'opening'
            ? nothing
            : html`<button class="button" @click=${() => this.dispatchEvent(new BackEvent())}>
                ${words.back}
              </button>`
        }
      </div>
      ${fineprint(quote, speech)}`;
  }

  #review(quote: Quote, speech: Speech): TemplateResult {
    return html`${dates(quote, speech)} ${bill(quote, speech)}`;
  }

  #trouble(problem: Problem, quote: Quote, state: Reviewing, speech: Speech): TemplateResult {
    const { words } = speech;
    return html`<div class="trouble">
      ${problemNotice(problem, words.problem, meaning(problem, quote, speech))}
      ${
        'renewal' in state
          ? supportLink(
              quote.seller.support,
              state.renewal.reference,
              words.problem,
              problem.next === 'contact-support' ? 'button' : 'help',
            )
          : nothing
      }
    </div>`;
  }

  #consent({ words }: Speech): TemplateResult {
    return html`<label class="consent quiet">
      <input
        type="checkbox"
        .checked=${this.consented}
        @change=${({ target }: Event) => (this.consented = (target as HTMLInputElement).checked)}
      />
      <span>${words.consent}</span>
    </label>`;
  }

  #agree({ words }: Speech): TemplateResult {
    return html`<button
      class="button primary"
      aria-disabled=${!this.consented}
      @click=${() => this.consented && this.dispatchEvent(new AgreeEvent(words.consent))}
    >
      ${words.agree}
    </button>`;
  }

  #pay(state: Reviewing, quote: Quote, { words, locale }: Speech): TemplateResult {
    const ready = state.status === 'paying' && state.form === 'ready';
    return html`<button
      class="button primary"
      part="pay"
      aria-disabled=${!ready}
      @click=${() => ready && this.dispatchEvent(new PayEvent())}
    >
      ${words.pay(formatMoney(quote.total, locale))}
    </button>`;
  }

  #checking(state: Waiting, speech: Speech): TemplateResult {
    const { words } = speech;
    return html`<div class="notice" role="status">
        ${icon('clock')}
        <h3>${words.checking}</h3>
        <p>${words.checkingSafe}</p>
      </div>
      ${this.#waiting(state, speech)}
      <div class="form" hidden><slot name="payment"></slot></div>`;
  }

  #extending(state: Waiting & { status: 'extending' }, speech: Speech): TemplateResult {
    const { words, locale } = speech;
    const { renewal } = state;
    return html`<div class="notice warn" role="status">
        ${icon('clock')}
        <h3>${words.received}</h3>
        <p>${words.receivedSafe(formatMoney(renewal.quote.total, locale), renewal.receiptNumber)}</p>
      </div>
      ${progress(renewal.quote, speech)} ${this.#waiting(state, speech)}`;
  }

  #waiting({ problem, renewal }: Waiting, speech: Speech): TemplateResult {
    const { words } = speech;
    return html`${problem === null ? nothing : problemNotice(problem, words.problem)} ${this.#look(speech)}
    ${supportLink(renewal.quote.seller.support, renewal.reference, words.problem, 'help')}`;
  }

  #held({ renewal }: Extract<RenewalState, { status: 'held' }>, { words, locale }: Speech): TemplateResult {
    const { status, quote, receiptNumber, reference } = renewal;
    return html`<div class="notice ${status === 'refunded' ? '' : 'warn'}" role="status">
        ${icon('info')}
        <p>${words.held[status](formatMoney(quote.total, locale), receiptNumber)}</p>
      </div>
      <div class="stack">
        ${supportLink(quote.seller.support, reference, words.problem, 'button')}
        <button class="button" @click=${() => this.dispatchEvent(new DoneEvent())}>${words.done}</button>
      </div>`;
  }

  #busy(text: string | typeof nothing): TemplateResult {
    return html`<p class="status quiet" role="status">${text}</p>`;
  }

  #look({ words }: Speech): TemplateResult {
    return html`<button class="button" @click=${() => this.dispatchEvent(new RetryEvent())}>
      ${words.look}
    </button>`;
  }

  #retry(label: string): TemplateResult {
    return html`<button class="button primary" @click=${() => this.dispatchEvent(new RetryEvent())}>
      ${label}
    </button>`;
  }
}

const quoteOf = (state: Reviewing): Quote => ('quote' in state ? state.quote : state.renewal.quote);

/** What is going on, in words. */
function said({ status }: Reviewing, loading: boolean, words: CheckoutWords): string | typeof nothing {
  if (status === 'opening') return words.opening;
  if (status === 'confirming') return words.confirming;
  if (status === 'cancelling') return words.cancelling;
  return loading ? words.formLoading : nothing;
}
