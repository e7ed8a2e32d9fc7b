import { expiryOf, noticeFor, type Card, type Clock, type Expiry, type ExpiryState } from '@leb-renew/core';
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
import { deviceClock, timeBy } from '../../controllers/device-clock.ts';
import { TextController } from '../../controllers/text-controller.ts';
import { ReminderEvent, RenewEvent } from '../../events.ts';
import { warnOnce } from '../../page/warn-once.ts';
import { dataText, lastFour } from '../../text/amounts.ts';
import { dateText } from '../../text/dates.ts';
import { status } from '../../text/en/status.ts';
import type { StatusWords } from '../../text/messages.ts';
import { button } from '../button.styles.ts';
import { foundation } from '../foundation.styles.ts';
import { given, oneOf, readable } from '../given.ts';
import { icon } from '../icons.ts';
import { panel } from '../panel.styles.ts';
import { pill } from '../pill.styles.ts';
import { validityBar as barStyles } from '../validity-bar.styles.ts';
import { validityBar } from '../validity-bar.ts';
import { checkCard } from './check-card.ts';
import { factsOf, oldAt } from './facts.ts';
import { closed, look, urgent } from './look.ts';
import { nextWords } from './moments.ts';
import { contradiction, paidTime } from './paid-time.ts';
import { compactPlaceholder, fullPlaceholder } from './placeholder.ts';
import { served } from '../served.styles.ts';
import styles from './status-badge.styles.ts';

/**
 * Shows when a card ends. Wakes by itself when the wording changes. A card that cannot be read is shown as not
 * confirmed, and the page's developer is told why once.
 *
 * @element leb-status-badge
 * @fires {RenewEvent} leb-renew - The person wants to renew this card.
 * @fires {ReminderEvent} leb-reminder - The person wants the end of this card in the calendar.
 * @csspart panel - The frame of the full form.
 * @csspart badge - The state in two words with its icon.
 * @csspart more - What the compact form says when it is pressed.
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
  static override styles: CSSResultGroup = [foundation, panel, pill, button, barStyles, styles, served];

  /** The card to show; null holds the place. */
  declare card: Card | null;
  /** The server's time. Null for the device's clock. */
  declare clock: Clock | null;
  /** `compact` is the badge alone, with more when it is pressed; `full` adds the card, its dates and what to do. */
  declare variant: 'compact' | 'full';
  /** BCP 47. Without it, the language of the page around. */
  declare lang: string;

  readonly #text = new TextController(this, 'status', status);
  #nextWords: number | null = null;

  constructor() {
    super();
    this.card = null;
    this.clock = null;
    this.variant = 'full';
    new ClockController(
      this,
      () => this.#clock,
      () => this.#nextWords,
    );
  }

  get #clock(): Clock {
    return this.clock ?? deviceClock;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('variant')) given(this, 'variant', this.variant, oneOf('full', 'compact'), 'full');
  }

  protected override render(): TemplateResult {
    const { words } = this.#text;
    const card = this.card as Card | null | undefined;
    this.#nextWords = null;
    if (card === null || card === undefined || words === null)
      return this.#isCompact ? compactPlaceholder(words) : fullPlaceholder(words);
    return (
      readable(this, () => this.#shown(card, words)) ??
      (this.#isCompact ? this.#pill('unknown', words.unreadable.short, words) : this.#unreadable(card, words))
    );
  }

  get #isCompact(): boolean {
    return this.variant === 'compact';
  }

  #shown(card: Card, words: StatusWords): TemplateResult {
    checkCard(card);
    const now = timeBy(this.#clock);
    const expiry = expiryOf(card, noticeFor(card.currentPlan.term), now);
    const shown = this.#isCompact
      ? this.#compact(card, expiry, words, now)
      : this.#full(card, expiry, words, now);
    this.#nextWords = nextWords(card, expiry, now);
    return shown;
  }

  #compact(card: Card, expiry: Expiry, words: StatusWords, now: number): TemplateResult {
    const facts = factsOf(card, expiry, this.#text.locale);
    const { state, lastUsableMoment: last } = expiry;
    const said = state === 'active' ? words.activeUntil(this.#short(card, last)) : words.short[state](facts);
    const [tone, mark] = look[state];
    return html`<button
        class="pill ${tone}"
        part="badge"
        lang=${words.tag}
        dir=${this.#text.dir}
        popovertarget="more"
      >
        ${icon(mark)}<bdi>${this.#aged(said, card, words, now)}</bdi>
      </button>
      <div class="more" part="more" id="more" popover lang=${words.tag} dir=${this.#text.dir}>
        ${words.long[state](facts)}
        ${last === null ? nothing : html`<p>${this.#exact(card, last, words)}</p>`}
      </div>`;
  }

  #full(card: Card, expiry: Expiry, words: StatusWords, now: number): TemplateResult {
    const facts = factsOf(card, expiry, this.#text.locale);
    const { state, lastUsableMoment: last } = expiry;
    const said = words.short[state](facts);
    return html`<div
      class="panel"
      part="panel"
      role="group"
      lang=${words.tag}
      dir=${this.#text.dir}
      aria-labelledby="label"
      aria-describedby="which"
    >
      <div>
        <div class="head">
          <h2 id="label"><bdi>${card.label}</bdi></h2>
          ${this.#pill(state, this.#aged(said, card, words, now), words)}
        </div>
        <p class="which quiet" id="which">
          <bdi dir="ltr">${lastFour(card.iccidMasked)}</bdi> · <bdi>${card.region}</bdi><br />${card.devices
            .map((device) => (words.devices[device] as string | undefined) ?? words.devices.other)
            .join(' · ')}
        </p>
      </div>
      ${last === null ? nothing : this.#dates(card, expiry, last, said, words, now)}
      <p class="long quiet">${words.long[state](facts)}${this.#data(card, words, now)}</p>
      ${card.openRenewal === null ? nothing : html`<p class="quiet">${words.underWay}</p>`}
      ${closed.has(state) ? nothing : this.#actions(card, expiry, words)}
    </div>`;
  }

  #unreadable({ label }: Partial<Card>, words: StatusWords): TemplateResult {
    return html`<div class="panel" part="panel" lang=${words.tag} dir=${this.#text.dir}>
      <div class="head">
        ${typeof label === 'string' ? html`<h2><bdi>${label}</bdi></h2>` : nothing}
        ${this.#pill('unknown', words.unreadable.short, words)}
      </div>
      <p class="long quiet">${words.unreadable.long}</p>
    </div>`;
  }

  #pill(state: ExpiryState, said: string, words: StatusWords): TemplateResult {
    const [tone, mark] = look[state];
    return html`<span class="pill ${tone}" part="badge" lang=${words.tag} dir=${this.#text.dir}
      >${icon(mark)}<bdi>${said}</bdi></span
    >`;
  }

  #dates(
    card: Card,
    { state }: Expiry,
    last: number,
    said: string,
    words: StatusWords,
    now: number,
  ): TemplateResult {
    const { zone, graceEndsAt } = card.entitlement;
    const short = (moment: number) => dateText(moment, 'short', this.#text.locale, zone);
    const wrong = contradiction(card);
    if (wrong !== null) warnOnce(this, wrong);
    const paid = wrong === null ? paidTime(card, now) : null;
    const graceEnd = state === 'grace' && graceEndsAt !== null ? Date.parse(graceEndsAt) : last + 1;
    return html`<div class=${now > last ? look[state][0] : ''}>
      ${
        paid === null
          ? nothing
          : validityBar(
              { ...paid, now, end: last + 1, graceEnd },
              words.bar(short(paid.start), short(last), said, paid.turns.map(short)),
            )
      }
      <div class="ends quiet">
        <span>${paid === null ? nothing : short(paid.start)}</span>
        <details>
          <summary>
            ${now > last ? words.ended : words.expires} <span class="strong">${short(last)}</span>
          </summary>
          <p>${this.#exact(card, last, words)}</p>
        </details>
      </div>
    </div>`;
  }

  #exact({ entitlement: { zone } }: Card, last: number, words: StatusWords): string {
    return words.exact(dateText(last, 'exact', this.#text.locale, zone), zone);
  }

  /** What is said of a card, with the age of the news once it is old. */
  #aged(said: string, { entitlement }: Card, words: StatusWords, now: number): string {
    const day = this.#dayOfOld(entitlement.asOf, entitlement.zone, now);
    return day === null ? said : words.asOf(said, day);
  }

  #data({ data, entitlement }: Card, words: StatusWords, now: number): string | typeof nothing {
    if (data === null) return nothing;
    const amount = (bytes: number) => dataText(bytes, this.#text.locale);
    const day = this.#dayOfOld(data.asOf, entitlement.zone, now);
    return ` ${words.dataLeft(amount(data.remainingBytes), amount(data.totalBytes), day)}`;
  }

  #dayOfOld(asOf: string, zone: string, now: number): string | null {
    return now < oldAt(asOf) ? null : dateText(Date.parse(asOf), 'short', this.#text.locale, zone);
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
        aria-describedby="label which"
        @click=${() => this.dispatchEvent(new RenewEvent(cardRef))}
      >
        ${openRenewal === null ? words.renew : words.resume}
      </button>
      ${
        lastUsableMoment === null || state === 'grace' || state === 'expired'
          ? nothing
          : html`<button class="button" @click=${() => this.dispatchEvent(new ReminderEvent(cardRef))}>
              ${words.reminder}
            </button>`
      }
    </div>`;
  }

  #short({ entitlement }: Card, last: number | null): string {
    return last === null ? '' : dateText(last, 'short', this.#text.locale, entitlement.zone);
  }
}
