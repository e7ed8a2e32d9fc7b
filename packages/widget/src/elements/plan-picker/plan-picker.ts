import { formatMoney, type Money, type Plan } from '@leb-renew/core';
import {
  html,
  LitElement,
  nothing,
  type CSSResultGroup,
  type PropertyDeclarations,
  type TemplateResult,
} from 'lit';
import { live } from 'lit/directives/live.js';
import { TextController } from '../../controllers/text-controller.ts';
import { CurrencyPickEvent, PlanContinueEvent, PlanPickEvent } from '../../events.ts';
import { dataText, percentText } from '../../text/amounts.ts';
import { dateText, lastMoment } from '../../text/dates.ts';
import { plans } from '../../text/en/plans.ts';
import type { PlanWords } from '../../text/messages.ts';
import { button } from '../button.styles.ts';
import { foundation } from '../foundation.styles.ts';
import { icon } from '../icons.ts';
import { notice } from '../notice.styles.ts';
import { panel } from '../panel.styles.ts';
import styles from './plan-picker.styles.ts';

/**
 * Offers plans and reports which one was picked. Keeps no choice of its own: the parent hears `leb-plan-pick`
 * and sets `selected`.
 *
 * @element leb-plan-picker
 * @slot - Between the plans and the button, e.g. help to choose.
 * @fires {PlanPickEvent} leb-plan-pick - The person picked a plan.
 * @fires {PlanContinueEvent} leb-plan-continue - The person goes on with the selected plan.
 * @fires {CurrencyPickEvent} leb-currency-pick - The person wants prices in another currency.
 * @csspart panel - The frame.
 * @csspart plan - One row, a `<label>`.
 * @csspart price - The price in a row.
 * @csspart continue - The button below.
 */
export class PlanPicker extends LitElement {
  static override properties: PropertyDeclarations = {
    plans: { attribute: false },
    selected: {},
    currency: {},
    currencies: { attribute: false },
    zone: {},
    disabled: { type: Boolean, reflect: true },
    busy: { type: Boolean, reflect: true },
    lang: { reflect: true },
  };
  static override styles: CSSResultGroup = [foundation, panel, button, notice, styles];

  /** Plans on offer, in the order to show them; null while they are looked up. */
  declare plans: readonly Plan[] | null;
  /** Id of the picked plan; empty when none is. */
  declare selected: string;
  /** Currency of the prices, ISO 4217. */
  declare currency: string;
  /** Every currency to choose from. */
  declare currencies: readonly string[];
  /** IANA zone of the card: the one its dates are in. */
  declare zone: string;
  /** Freezes the choice, e.g. while a payment is in flight. */
  declare disabled: boolean;
  /** The choice was taken and its price is being made. */
  declare busy: boolean;
  /** BCP 47. Without it, the language of the page around. */
  declare lang: string;

  readonly #text = new TextController(this, 'plans', plans);

  constructor() {
    super();
    this.plans = null;
    this.selected = '';
    this.currency = '';
    this.currencies = [];
    this.zone = 'UTC';
    this.disabled = false;
    this.busy = false;
  }

  /** Moves the focus to the heading. */
  override focus(options?: FocusOptions): void {
    this.renderRoot.querySelector('h2')?.focus(options);
  }

  protected override render(): TemplateResult {
    const { words } = this.#text;
    const offers = this.plans;
    if (offers === null || words === null) return placeholder(words);
    const chosen = offers.find(({ planId, offer }) => planId === this.selected && offer.ok);
    return html`<section
      class="panel"
      part="panel"
      lang=${words.tag}
      dir=${this.#text.dir}
      aria-labelledby="title"
    >
      <div class="head">
        <h2 id="title" tabindex="-1">${words.title}</h2>
        ${this.currencies.length > 1 ? this.#currency(words) : nothing}
      </div>
      ${
        offers.length === 0
          ? html`<p>${words.none}</p>`
          : html`<fieldset
              ?disabled=${this.disabled || this.busy}
              aria-labelledby="title"
              @change=${this.#onChange}
            >
              ${offers.map((plan) => this.#row(plan, words))}
            </fieldset>`
      }
      <div role="status">${chosen === undefined ? nothing : loss(chosen, words)}</div>
      <slot></slot>
      ${
        offers.length === 0
          ? nothing
          : html`<button
              class="button primary"
              part="continue"
              aria-disabled=${chosen === undefined || this.disabled || this.busy}
              @click=${() => this.#continue(chosen)}
            >
              ${this.busy ? words.busy : chosen === undefined ? words.choose : words.next(chosen.name)}
            </button>`
      }
    </section>`;
  }

  #row(plan: Plan, words: PlanWords): TemplateResult {
    const { planId, price, offer } = plan;
    const id = `plan-${planId}`;
    return html`<label class="plan ${offer.ok ? '' : 'closed'}" part="plan">
      <input
        type="radio"
        name="plan"
        value=${planId}
        .checked=${live(planId === this.selected)}
        ?disabled=${!offer.ok}
        aria-labelledby="${id}-name ${id}-price"
        aria-describedby="${id}-facts ${id}-month"
      />
      <span class="name">
        <bdi class="strong" id="${id}-name">${plan.name}</bdi>
        ${this.#saving(plan, words)}
        ${plan.current ? html`<span class="chip">${words.current}</span>` : nothing}
      </span>
      <span class="price strong" part="price" id="${id}-price"><bdi>${this.#money(price.total)}</bdi></span>
      <span class="facts quiet" id="${id}-facts">
        <span>
          <bdi>${this.#allowance(plan, words)}</bdi
          >${plan.includes.map((fact) => html` · <bdi>${fact}</bdi>`)}
        </span>
        <span class="until">
          ${
            offer.ok
              ? words.newEnd(this.#day(lastMoment(offer.effect.to)))
              : words.refused[offer.reason](
                  offer.opensAt === null ? null : this.#day(Date.parse(offer.opensAt)),
                )
          }
        </span>
        ${offer.ok ? compared(plan, words) : nothing}
      </span>
      <span class="month quiet" id="${id}-month">${offer.ok ? this.#month(plan, words) : nothing}</span>
    </label>`;
  }

  #month({ price: { total, perMonth } }: Plan, words: PlanWords): TemplateResult | typeof nothing {
    return perMonth === null || perMonth.minor === total.minor
      ? nothing
      : html`<bdi>${words.perMonth(this.#money(perMonth))}</bdi>`;
  }

  #saving({ price: { saving }, offer }: Plan, words: PlanWords): TemplateResult | typeof nothing {
    return saving === null || !offer.ok
      ? nothing
      : html`<span class="chip ok"
          >${words.save(percentText(saving.percent / 100, this.#text.locale))}</span
        >`;
  }

  #currency(words: PlanWords): TemplateResult {
    return html`<label class="currency quiet">
      <span class="unseen">${words.currency}</span>
      <select ?disabled=${this.disabled || this.busy} @change=${this.#onCurrency}>
        ${this.currencies.map(
          (code) => html`<option value=${code} .selected=${live(code === this.currency)}>${code}</option>`,
        )}
      </select>
    </label>`;
  }

  #allowance({ allowance }: Plan, words: PlanWords): string {
    return allowance.bytes === 'unlimited'
      ? words.unlimited
      : words.allowance(dataText(allowance.bytes, this.#text.locale), allowance.per);
  }

  #money(amount: Money): string {
    return formatMoney(amount, this.#text.locale, this.currencies.length > 1 ? 'code' : 'symbol');
  }

  #day(moment: number): string {
    return dateText(moment, 'short', this.#text.locale, this.zone);
  }

  #onChange({ target }: Event): void {
    if (target instanceof HTMLInputElement) this.dispatchEvent(new PlanPickEvent(target.value));
    this.requestUpdate(); // The browser has moved the dot; show `selected` again.
  }

  #onCurrency({ target }: Event): void {
    if (target instanceof HTMLSelectElement) this.dispatchEvent(new CurrencyPickEvent(target.value));
    this.requestUpdate();
  }

  #continue(chosen: Plan | undefined): void {
    if (chosen !== undefined && !this.disabled && !this.busy)
      this.dispatchEvent(new PlanContinueEvent(chosen.planId));
  }
}

const loss = ({ offer }: Plan, words: PlanWords): TemplateResult | typeof nothing =>
  offer.ok && offer.effect.losesDays > 0
    ? html`<div class="notice warn">
        ${icon('alert')}
        <h3>${words.startsNow}</h3>
        <p>${words.losesDays(Math.ceil(offer.effect.losesDays))}</p>
      </div>`
    : nothing;

const placeholder = (words: PlanWords | null): TemplateResult =>
  html`<div class="panel" aria-busy="true">
    <p class="unseen" role="status">${words?.loading}</p>
    <div class="bone title-bone"></div>
    <div class="bones">${[1, 2, 3].map(() => html`<div class="bone plan-bone"></div>`)}</div>
    <div class="bone button-bone"></div>
  </div>`;

/** With what the saving is compared. */
const compared = ({ price: { saving } }: Plan, words: PlanWords): TemplateResult | typeof nothing =>
  saving === null
    ? nothing
    : html`<span>${words.comparedWith(saving.comparedWith.name, saving.comparedWith.times)}</span>`;
