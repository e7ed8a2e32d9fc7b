import type { Card, Clock } from '@leb-renew/core';
import {
  html,
  LitElement,
  nothing,
  type CSSResultGroup,
  type PropertyDeclarations,
  type PropertyValues,
  type TemplateResult,
} from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import { live } from 'lit/directives/live.js';
import { clockOf, deviceClock } from '../../controllers/device-clock.ts';
import { TextController } from '../../controllers/text-controller.ts';
import { journey } from '../../text/en/journey.ts';
import type { JourneyWords } from '../../text/messages.ts';
import { button } from '../button.styles.ts';
import { field } from '../field.styles.ts';
import { foundation } from '../foundation.styles.ts';
import { call, given, list, orNone, thing } from '../given.ts';
import { panel } from '../panel.styles.ts';
import styles from './card-list.styles.ts';
import { inOrder } from './card-order.ts';
import { matching } from './card-search.ts';

/** So many cards are seen at a glance; more can be searched. */
const glance = 6;
/** So many are drawn, and as many more on each wish. */
const page = 24;

/**
 * Every card with its state, those that need something on top. A part of `<leb-renewal>` and no element of its own.
 * None is ever chosen beforehand: nobody should pay for the card they did not mean.
 */
export class CardList extends LitElement {
  static override properties: PropertyDeclarations = {
    cards: { attribute: false },
    clock: { attribute: false },
    receipts: { attribute: false },
    lang: { reflect: true },
    query: { state: true },
    most: { state: true },
  };
  static override styles: CSSResultGroup = [foundation, panel, button, field, styles];

  /** Null holds the place. */
  declare cards: readonly Card[] | null;
  /** The server's time. Null for the device's clock. */
  declare clock: Clock | null;
  /** Shows what was paid for a card; null where it may not be seen. */
  declare receipts: ((cardRef: string) => void) | null;
  /** BCP 47. Without it, the language of the page around. */
  declare lang: string;

  declare private query: string;
  declare private most: number;

  readonly #text = new TextController(this, 'journey', journey);
  #clock: Clock = deviceClock;
  #receipts: ((cardRef: string) => void) | null = null;
  #inOrder: readonly Card[] = [];

  constructor() {
    super();
    this.cards = null;
    this.clock = null;
    this.receipts = null;
    this.query = '';
    this.most = page;
  }

  /** The order stays while nothing new is known: no card jumps away under a finger. */
  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('clock')) this.#clock = clockOf(this, this.clock);
    if (changed.has('receipts'))
      this.#receipts = given(this, 'receipts', this.receipts, orNone(call), null) ?? null;
    if (!changed.has('cards')) return;
    // Whose cards come next is not known.
    if ((this.cards ?? null) === null) this.query = '';
    const cards = given(this, 'cards', this.cards, orNone(list), [this.cards as unknown as Card]);
    // What is no card at all is left to a badge, which says so.
    const shown = (cards ?? []).map((card, place) => given(this, `cards.${place}`, card, thing, {} as Card));
    this.#inOrder = inOrder(shown, this.#clock.now());
  }

  protected override render(): TemplateResult {
    const { words } = this.#text;
    if ((this.cards ?? null) === null || words === null)
      return html`<ul class="cards">
        ${this.#card(null)}
      </ul>`;
    const all = this.#inOrder;
    if (all.length === 0) return html`<p>${words.noCards}</p>`;
    if (all.length <= glance)
      return html`<ul class="cards">
        ${all.map((card) => this.#card(card))}
      </ul>`;
    const found = matching(all, this.query);
    return html`${this.#search(found.length, all.length, words)}
    ${
      found.length === 0
        ? html`<button class="button" @click=${this.#showAll}>${words.showAll}</button>`
        : html`<ul class="cards">
            ${found.slice(0, this.most).map((card) => this.#card(card))}
          </ul>`
    }
    ${
      found.length > this.most
        ? html`<button class="button" @click=${this.#showMore}>
            ${words.showMore(found.length - this.most)}
          </button>`
        : nothing
    }`;
  }

  #card(card: Card | null): TemplateResult {
    return html`<li tabindex="-1">
      ${keyed(
        card?.cardRef,
        html`<leb-status-badge
          lang=${this.lang || nothing}
          .card=${card}
          .clock=${this.clock}
        ></leb-status-badge>`,
      )}
      ${this.#receipts === null ? nothing : html`<div class="foot">${this.#receiptsOf(card)}</div>`}
    </li>`;
  }

  /** Its place is kept before the card is here. */
  #receiptsOf(card: Card | null): TemplateResult | typeof nothing {
    const { words } = this.#text;
    if (words === null || !card?.cardRef) return nothing;
    return html`<button
      class="link"
      aria-label=${words.receiptsOf(card.label)}
      @click=${() => this.#receipts?.(card.cardRef)}
    >
      ${words.receipts}
    </button>`;
  }

  #search(found: number, all: number, words: JourneyWords): TemplateResult {
    return html`<div class="field" role="search" lang=${words.tag} dir=${this.#text.dir}>
      <label for="query">${words.search}</label>
      <input
        id="query"
        type="search"
        autocomplete="off"
        spellcheck="false"
        aria-describedby="found"
        .value=${live(this.query)}
        @input=${this.#ask}
      />
      <p class="quiet" id="found" role="status">${words.found(found, all)}</p>
    </div>`;
  }

  readonly #ask = ({ target }: InputEvent): void => {
    this.query = target instanceof HTMLInputElement ? target.value : '';
    this.most = page;
  };

  readonly #showAll = (): void => {
    this.query = '';
    this.renderRoot.querySelector('input')?.focus();
  };

  readonly #showMore = async (): Promise<void> => {
    const next = this.most;
    this.most += page;
    await this.updateComplete;
    this.renderRoot.querySelectorAll('li')[next]?.focus();
  };
}
