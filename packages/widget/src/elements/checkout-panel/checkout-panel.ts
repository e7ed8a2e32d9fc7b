import type { Clock, Quote, RenewalState } from '@leb-renew/core';
import {
  html,
  LitElement,
  nothing,
  type CSSResultGroup,
  type PropertyDeclarations,
  type PropertyValues,
  type TemplateResult,
} from 'lit';
import { ClockController } from '../../controllers/clock-controller.ts';
import { ConnectionController } from '../../controllers/connection-controller.ts';
import { clockOf } from '../../controllers/device-clock.ts';
import { TextController } from '../../controllers/text-controller.ts';
import { checkout } from '../../text/en/checkout.ts';
import { button } from '../button.styles.ts';
import { formAreaStyles } from '../form-area.styles.ts';
import { foundation } from '../foundation.styles.ts';
import { given, orNull, readable } from '../given.ts';
import { host } from '../host.styles.ts';
import { icon } from '../icons.ts';
import { links } from '../links.styles.ts';
import { notice } from '../notice.styles.ts';
import { panel } from '../panel.styles.ts';
import { rows } from '../rows.styles.ts';
import { methodNames } from '../ways.ts';
import { validityBar } from '../validity-bar.styles.ts';
import { whole } from '../whole.styles.ts';
import { cardLine, expiryLine } from './card-line.ts';
import { checkQuote, checkState } from './check-state.ts';
import styles from './checkout-panel.styles.ts';
import { held } from './held.ts';
import { moved } from './moved.ts';
import { offline } from './offline.ts';
import { nextWordsAt, open } from './open.ts';
import { skeleton } from './skeleton.ts';
import type { Open, Speech, Tick, View } from './view.ts';
import { waiting } from './waiting.ts';

/**
 * Shows a renewal from its price to its payment, and what stands in between. Says *paid* and *extended* only
 * when the state does. Keeps nothing but ticks, and the price that a person was reading when it ran out.
 *
 * @element leb-checkout-panel
 * @slot payment - The payment form. It stays in place while the payment is open, so nothing typed is lost.
 * @fires {AgreeEvent} leb-agree - The person has ticked the consent that is asked for, and goes on.
 * @fires {PayEvent} leb-pay - The person pays what is shown.
 * @fires {RetryEvent} leb-retry - The person wants what failed tried again, what is open looked at again, or to see a
 *   price again that has run out.
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
    methods: { attribute: false },
    clock: { attribute: false },
    lang: { reflect: true },
    ticked: { state: true },
  };
  static override styles: CSSResultGroup = [
    foundation,
    host,
    panel,
    button,
    links,
    notice,
    rows,
    validityBar,
    whole,
    formAreaStyles,
    styles,
  ];

  /** Where the renewal is. Before a price and after the renewal the panel is empty. */
  declare state: RenewalState | null;
  /** The last price, shown while the state has none of its own. */
  declare quote: Quote | null;
  /**
   * The ways to pay that the payment form offers, as its provider names them. Null until it has told: then what the price
   * says is expected is shown.
   */
  declare methods: readonly string[] | null;
  /** The server's time. Null for the device's clock. */
  declare clock: Clock | null;
  /** BCP 47. Without it, the language of the page around. */
  declare lang: string;
  /** Each with the id of the quote it was ticked for: another price takes new ticks. */
  declare private ticked: ReadonlySet<string>;

  readonly #text = new TextController(this, 'checkout', checkout);
  readonly #connection = new ConnectionController(this);
  /** The price that was being read when it ran out. */
  #before: Quote | null = null;
  #nextWordsAt: number | null = null;
  /** `state`, once it has been looked at, and the one before it. */
  #state: RenewalState | null = null;
  #last: RenewalState | null = null;
  #isUnreadable = false;

  constructor() {
    super();
    this.state = null;
    this.quote = null;
    this.methods = null;
    this.clock = null;
    this.ticked = new Set();
    new ClockController(
      this,
      () => clockOf(this, this.clock),
      () => this.#nextWordsAt,
    );
  }

  /** Moves the focus to what is new: the notice, if there is one, else the heading. */
  override focus(options?: FocusOptions): void {
    const { renderRoot } = this;
    (renderRoot.querySelector<HTMLElement>('[role=alert]') ?? renderRoot.querySelector('h2'))?.focus(options);
  }

  protected override willUpdate(changed: PropertyValues): void {
    this.#last = this.#state;
    if (!changed.has('state')) return;
    this.#read();
    if (this.#state?.status === 'quoting') this.#before = this.#state.before ?? null;
    if (this.#state?.status === 'choosing') this.#before = null;
  }

  #read(): void {
    const state = (this.state as RenewalState | null | undefined) ?? null;
    this.#state = state === null ? null : readable(this, () => checkState(state));
    this.#isUnreadable = state !== null && this.#state === null;
  }

  protected override updated(): void {
    const [before, after] = [this.#last, this.#state];
    if (before !== null && after !== null && before !== after && moved(before, after)) this.focus();
  }

  protected override render(): TemplateResult | typeof nothing {
    const state = this.#state;
    const { words, locale } = this.#text;
    this.#nextWordsAt = null;
    if (words !== null && this.#isUnreadable) return this.#unreadable({ words, locale });
    if (state === null || state.status === 'choosing' || state.status === 'renewed') return nothing;
    if (words === null) return skeleton(checkout, locale, '', '');
    const speech = { words, locale };
    return readable(this, () => this.#shown(state, speech)) ?? this.#unreadable(speech);
  }

  #unreadable(speech: Speech): TemplateResult {
    const { words } = speech;
    return this.#frame(
      words.title,
      speech,
      null,
      html`<div class="notice warn" role="alert" tabindex="-1">
        ${icon('alert')}
        <p>${words.unreadable}</p>
      </div>`,
    );
  }

  #shown(state: Exclude<RenewalState, { status: 'choosing' | 'renewed' }>, speech: Speech): TemplateResult {
    const { words } = speech;
    switch (state.status) {
      case 'quoting': {
        const quote = state.before ?? (this.quote as Quote | null | undefined) ?? null;
        return quote === null
          ? skeleton(words, speech.locale, words.title, words.loading)
          : this.#open(state, checkQuote('quote', quote), speech);
      }
      case 'agreeing':
      case 'opening':
      case 'reviewing':
        return this.#open(state, state.quote, speech);
      case 'paying':
      case 'confirming':
      case 'cancelling':
        return this.#open(state, state.renewal.quote, speech);
      case 'checking':
      case 'extending':
        return this.#frame(
          state.status === 'checking' ? words.checkingTitle : words.receivedTitle,
          speech,
          state.renewal.quote,
          waiting(state, this.#view(speech, state.renewal.quote)),
        );
      case 'resuming':
        return this.#frame(words.resumingTitle, speech, null, waiting(state, this.#view(speech, null)));
      case 'held':
        return this.#frame(
          words.heldTitle[state.renewal.status],
          speech,
          state.renewal.quote,
          held(state, speech),
        );
    }
  }

  #open(state: Open, quote: Quote, speech: Speech): TemplateResult {
    const view = this.#view(speech, quote);
    this.#nextWordsAt = nextWordsAt(state, quote, view);
    return this.#frame(
      speech.words.title,
      speech,
      quote,
      open(state, quote, view),
      expiryLine(quote, speech),
      nothing,
    );
  }

  #view(speech: Speech, quote: Quote | null): View {
    const mark = (tick: Tick) => `${tick} ${quote?.quoteId ?? ''}`;
    return {
      ...speech,
      now: clockOf(this, this.clock).now(),
      isOnline: this.#connection.isOnline,
      methods: given(this, 'methods', this.methods ?? null, orNull(methodNames), null),
      mayTick: true,
      before: this.#before,
      ticked: new Set((['loss', 'withdrawal'] as const).filter((tick) => this.ticked.has(mark(tick)))),
      tick: (tick, isOn) => {
        const ticked = new Set(this.ticked);
        if (isOn) ticked.add(mark(tick));
        else ticked.delete(mark(tick));
        this.ticked = ticked;
      },
    };
  }

  #frame(
    title: string,
    { words }: Speech,
    quote: Quote | null,
    content: TemplateResult,
    expiry: TemplateResult | typeof nothing = nothing,
    after: TemplateResult | typeof nothing = this.#connection.isOnline ? nothing : offline(words, false),
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
        ${quote === null ? nothing : cardLine(quote)} ${expiry}
      </div>
      ${content} ${after}
    </section>`;
  }
}
