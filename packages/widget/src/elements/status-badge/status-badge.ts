import { expiryOf, noticeFor, type Card, type Clock, type Expiry } from '@leb-renew/core';
import {
  html,
  LitElement,
  nothing,
  type CSSResultGroup,
  type PropertyDeclarations,
  type TemplateResult,
} from 'lit';
import { ClockController } from '../../controllers/clock-controller.ts';
import { deviceClock } from '../../controllers/device-clock.ts';
import { TextController } from '../../controllers/text-controller.ts';
import { ReminderEvent, RenewEvent } from '../../events.ts';
import { dataText, lastFour } from '../../text/amounts.ts';
import { dateText } from '../../text/dates.ts';
import { status } from '../../text/en/status.ts';
import type { StatusWords } from '../../text/messages.ts';
import { button } from '../button.styles.ts';
import { foundation } from '../foundation.styles.ts';
import { icon } from '../icons.ts';
import { panel } from '../panel.styles.ts';
import { pill } from '../pill.styles.ts';
import { validityBar as barStyles } from '../validity-bar.styles.ts';
import { validityBar } from '../validity-bar.ts';
import { factsOf } from './facts.ts';
import { closed, look, urgent } from './look.ts';
import styles from './status-badge.styles.ts';

/**
 * Shows when a card ends. Wakes by itself when the wording changes.
 *
 * @element leb-status-badge
 * @fires {RenewEvent} leb-renew - The person wants to renew this card.
 * @fires {ReminderEvent} leb-reminder - The person wants the end of this card in the calendar.
 * @csspart panel - The frame of the full form.
 * @csspart badge - The state in two words with its icon.
 * @csspart bar - The validity bar.
 * @csspart renew - The renew button.
 */
export class StatusBadge extends LitElement {
  static override properties: PropertyDeclarations = {
    card: { attribute: false },
    clock: { attribute: false },
    variant: { reflect: true },
    lang: { reflect: true },
  };
  static override styles: CSSResultGroup = [foundation, panel, pill, button, barStyles, styles];

  /** The card to show; null holds the place. */
  declare card: Card | null;
  /** The server's time. Null for the device's clock. */
  declare clock: Clock | null;
  /** `compact` is the badge alone; `full` adds the card, its dates and what to do. */
  declare variant: 'compact' | 'full';
  /** BCP 47. Without it, the language of the page around. */
  declare lang: string;

  readonly #text = new TextController(this, 'status', status);
  #expiry: Expiry | null = null;

  constructor() {
    super();
    this.card = null;
    this.clock = null;
    this.variant = 'full';
    new ClockController(
      this,
      () => this.#clock,
      () => this.#expiry?.nextChangeAt ?? null,
    );
  }

  get #clock(): Clock {
    return this.clock ?? deviceClock;
  }

  protected override render(): TemplateResult {
    const { card } = this;
    const { words } = this.#text;
    if (card === null || words === null) {
      this.#expiry = null;
      return this.variant === 'full' ? fullPlaceholder(words) : compactPlaceholder(words);
    }
    const now = this.#clock.now();
    this.#expiry = expiryOf(card, noticeFor(card.currentPlan.term), now);
    return this.variant === 'full'
      ? this.#full(card, this.#expiry, words, now)
      : this.#compact(card, this.#expiry, words);
  }

  #compact(card: Card, expiry: Expiry, words: StatusWords): TemplateResult {
    const facts = factsOf(card, expiry, this.#text.locale);
    const said =
      expiry.state === 'active'
        ? words.activeUntil(this.#short(card, expiry))
        : words.short[expiry.state](facts);
    return badge(expiry, said, words, words.long[expiry.state](facts));
  }

  #full(card: Card, expiry: Expiry, words: StatusWords, now: number): TemplateResult {
    const facts = factsOf(card, expiry, this.#text.locale);
    const { state } = expiry;
    const devices = card.devices.map((device) => words.devices[device]);
    return html`<section
      class="panel"
      part="panel"
      lang=${words.tag}
      dir=${this.#text.dir}
      aria-labelledby="label"
    >
      <div>
        <div class="head">
          <h2 id="label"><bdi>${card.label}</bdi></h2>
          ${badge(expiry, words.short[state](facts), words)}
        </div>
        <p class="quiet">
          <bdi dir="ltr">${lastFour(card.iccidMasked)}</bdi>${devices.map((device) => html` · ${device}`)}
        </p>
      </div>
      ${expiry.lastUsableMoment === null ? nothing : this.#dates(card, expiry, expiry.lastUsableMoment, words, now)}
      <p class="long quiet">${words.long[state](facts)}${this.#data(card, words)}</p>
      ${card.openRenewal === null ? nothing : html`<p class="quiet">${words.underWay}</p>`}
      ${closed.has(state) ? nothing : this.#actions(card, expiry, words)}
    </section>`;
  }

  #dates(card: Card, expiry: Expiry, last: number, words: StatusWords, now: number): TemplateResult {
    const { zone, periods } = card.entitlement;
    const { locale } = this.#text;
    const running = periods.find(({ end }) => Date.parse(end) > now) ?? periods.at(-1);
    const start = running === undefined ? now : Date.parse(running.start);
    const first = dateText(start, 'short', locale, zone);
    const end = this.#short(card, expiry);
    return html`<div class=${look[expiry.state][0]}>
      ${validityBar({ start, now, end: last }, words.bar(first, end))}
      <div class="ends quiet">
        <span>${first}</span>
        <details>
          <summary>${now > last ? words.ended : words.expires} <span class="strong">${end}</span></summary>
          <p>${words.exact(dateText(last, 'exact', locale, zone), zone)}</p>
        </details>
      </div>
    </div>`;
  }

  #data({ data }: Card, words: StatusWords): string | typeof nothing {
    if (data === null) return nothing;
    const amount = (bytes: number) => dataText(bytes, this.#text.locale);
    return ` ${words.dataLeft(amount(data.remainingBytes), amount(data.totalBytes))}`;
  }

  #actions(
    { cardRef, openRenewal }: Card,
    { state, lastUsableMoment }: Expiry,
    words: StatusWords,
  ): TemplateResult {
    return html`<div class="actions">
      <button
        class="button ${urgent.has(state) || openRenewal !== null ? 'primary' : ''}"
        part="renew"
        @click=${() => this.dispatchEvent(new RenewEvent(cardRef))}
      >
        ${openRenewal === null ? words.renew : words.resume}
      </button>
      ${
        lastUsableMoment === null || state === 'expired'
          ? nothing
          : html`<button class="button" @click=${() => this.dispatchEvent(new ReminderEvent(cardRef))}>
              ${words.reminder}
            </button>`
      }
    </div>`;
  }

  #short({ entitlement }: Card, { lastUsableMoment }: Expiry): string {
    return lastUsableMoment === null
      ? ''
      : dateText(lastUsableMoment, 'short', this.#text.locale, entitlement.zone);
  }
}

const badge = ({ state }: Expiry, said: string, words: StatusWords, more?: string): TemplateResult => {
  const [tone, mark] = look[state];
  return html`<span class="pill ${tone}" part="badge" lang=${words.tag} title=${more ?? nothing}
    >${icon(mark)}${said}</span
  >`;
};

/** Built like the real thing, so that nothing moves when the card is here. */
const compactPlaceholder = (words: StatusWords | null): TemplateResult =>
  html`<span class="pill" role="status"
    ><span class="unseen">${words?.loading}</span><span class="bone word"> </span></span
  >`;

const fullPlaceholder = (words: StatusWords | null): TemplateResult =>
  html`<div class="panel" aria-busy="true">
    <div>
      <div class="head">
        <div class="title bone word"> </div>
        <span class="pill bone word"> </span>
      </div>
      <p class="quiet"><span class="unseen" role="status">${words?.loading}</span> </p>
    </div>
    <div>
      <div class="bone line"></div>
      <div class="ends quiet"> </div>
    </div>
    <p class="long bone quiet"></p>
    <div class="actions"><div class="button bone"></div></div>
  </div>`;
