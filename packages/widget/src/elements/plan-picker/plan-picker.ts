import type { Clock, Plan } from '@leb-renew/core';
import {
  html,
  LitElement,
  nothing,
  type CSSResultGroup,
  type PropertyDeclarations,
  type PropertyValues,
  type TemplateResult,
} from 'lit';
import { live } from 'lit/directives/live.js';
import { clockOf } from '../../controllers/device-clock.ts';
import { TextController } from '../../controllers/text-controller.ts';
import { CurrencyPickEvent, PlanContinueEvent, PlanPickEvent } from '../../events.ts';
import { plans } from '../../text/en/plans.ts';
import type { PlanWords } from '../../text/messages.ts';
import { planNameWithin } from '../../text/plan-name.ts';
import { button } from '../button.styles.ts';
import { foundation } from '../foundation.styles.ts';
import { given, looksAt, oneOf, orNone, readable, text, zone, type Rule } from '../given.ts';
import { host } from '../host.styles.ts';
import { icon } from '../icons.ts';
import { notice } from '../notice.styles.ts';
import { panel } from '../panel.styles.ts';
import { unreadable } from '../unreadable.ts';
import { checkPlans } from './check-plans.ts';
import { factsOf, type PlanSpeech } from './facts.ts';
import { needForm, recommended, type NeededDays } from './need.ts';
import { placeholder } from './placeholder.ts';
import { planList } from './plan-list.ts';
import { planTable } from './plan-table.ts';
import type { PlanRow } from './radio.ts';
import { served } from '../served.styles.ts';
import styles from './plan-picker.styles.ts';

/**
 * Offers plans as a radio group. Inside a `<form>` it is a form control: `name`, `required`, reset, and the button
 * below submits. Whoever cancels `leb-plan-pick` keeps the choice to themselves and sets `selected`.
 *
 * @element leb-plan-picker
 * @slot - Between the plans and the button, e.g. help to choose.
 * @fires {PlanPickEvent} leb-plan-pick - The person picked a plan. Cancelable: then it is not selected.
 * @fires {PlanContinueEvent} leb-plan-continue - The person goes on with the selected plan. Cancelable: then no form is submitted.
 * @fires {CurrencyPickEvent} leb-currency-pick - The person wants prices in another currency.
 * @csspart panel - The frame.
 * @csspart plan - One row.
 * @csspart price - The price in a row.
 * @csspart need - How long the card is needed.
 * @csspart continue - The button below.
 */
export class PlanPicker extends LitElement {
  static readonly formAssociated = true;
  static override properties: PropertyDeclarations = {
    plans: { attribute: false },
    selected: {},
    currency: {},
    currencies: { attribute: false },
    zone: {},
    clock: { attribute: false },
    layout: { reflect: true },
    name: { reflect: true },
    required: { type: Boolean, reflect: true },
    disabled: { type: Boolean, reflect: true },
    busy: { type: Boolean, reflect: true },
    lang: { reflect: true },
    need: { state: true },
    formDisabled: { state: true },
    isMissed: { state: true },
  };
  static override styles: CSSResultGroup = [foundation, host, panel, button, notice, styles, served];

  /** Plans on offer, in the order to show them; null while they are looked up. */
  declare plans: readonly Plan[] | null;
  /** Id of the picked plan; empty when none is. As an attribute, what a form's reset goes back to. */
  declare selected: string;
  /** Currency of the prices, ISO 4217. */
  declare currency: string;
  /** Every currency to choose from. */
  declare currencies: readonly string[];
  /** IANA zone of the card: the one its dates are in. */
  declare zone: string;
  /** The server's time, to count days from. Null for the device's clock. */
  declare clock: Clock | null;
  /** `table` compares the plans column by column, where there is room. */
  declare layout: 'list' | 'table';
  /** Under which the id of the picked plan is sent with a form. */
  declare name: string;
  /** Whether a form may be sent without a plan. */
  declare required: boolean;
  /** Freezes the choice, e.g. while a payment is in flight. */
  declare disabled: boolean;
  /** The choice was taken and its price is being made. */
  declare busy: boolean;
  /** BCP 47. Without it, the language of the page around. */
  declare lang: string;

  declare private need: NeededDays;
  declare private formDisabled: boolean;
  /** A form was to be sent without a plan. */
  declare private isMissed: boolean;

  readonly #text = new TextController(this, 'plans', plans);
  readonly #internals = this.attachInternals();
  /** `plans`, once they have been looked at. */
  #offers: readonly Plan[] | null = null;
  #isUnreadable = false;
  /** What prices can be had in. */
  #currencies: readonly string[] = [];

  constructor() {
    super();
    this.plans = null;
    this.selected = '';
    this.currency = '';
    this.currencies = [];
    this.zone = 'UTC';
    this.clock = null;
    this.layout = 'list';
    this.name = '';
    this.required = false;
    this.disabled = false;
    this.busy = false;
    this.need = null;
    this.formDisabled = false;
    this.isMissed = false;
    this.addEventListener('invalid', (event) => {
      this.#missed(event);
    });
  }

  /** The form around, as with every form control. */
  get form(): HTMLFormElement | null {
    return this.#internals.form;
  }

  /** What a form thinks of the choice. */
  get validity(): ValidityState {
    return this.#internals.validity;
  }

  /** What is missing, in the language of the words. */
  get validationMessage(): string {
    return this.#internals.validationMessage;
  }

  /** Whether a form may be sent. */
  checkValidity(): boolean {
    return this.#internals.checkValidity();
  }

  /** The same, and says what is missing. */
  reportValidity(): boolean {
    return this.#internals.reportValidity();
  }

  /** Moves the focus to the heading. */
  override focus(options?: FocusOptions): void {
    this.renderRoot.querySelector('h2')?.focus(options);
  }

  formResetCallback(): void {
    this.selected = this.getAttribute('selected') ?? '';
    this.need = null;
    this.isMissed = false;
  }

  formDisabledCallback(disabled: boolean): void {
    this.formDisabled = disabled;
  }

  formStateRestoreCallback(state: unknown): void {
    if (typeof state === 'string') this.selected = state;
  }

  get #chosen(): Plan | undefined {
    return this.#offers?.find(({ planId, offer }) => planId === this.selected && offer.ok);
  }

  get #isFrozen(): boolean {
    return this.disabled || this.formDisabled || this.busy;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('plans') || changed.has('zone')) this.#read();
    if (changed.has('currencies') || changed.has('currency')) this.#currencies = this.#priced();
    if (changed.has('layout')) given(this, 'layout', this.layout, oneOf('list', 'table'), 'list');
    if (changed.has('selected')) given(this, 'selected', this.selected, orNone(text), '');
    if (this.#chosen !== undefined) this.isMissed = false;
  }

  protected override updated(): void {
    const chosen = this.#chosen;
    this.#internals.setFormValue(chosen?.planId ?? null);
    const radio = this.renderRoot.querySelector<HTMLInputElement>('input:not(:disabled)');
    if (this.required && chosen === undefined)
      this.#internals.setValidity(
        { valueMissing: true },
        this.#text.words?.choose ?? ' ',
        radio ?? undefined,
      );
    else this.#internals.setValidity({});
  }

  protected override render(): TemplateResult {
    const { words, locale } = this.#text;
    const offers = this.#offers;
    if (words !== null && this.#isUnreadable) return unreadable(words, this.#text.dir);
    if (offers === null || words === null) return placeholder(words, this.layout);
    const chosen = this.#chosen;
    const money = this.#currencies.length > 1 ? 'code' : 'symbol';
    return html`<section
      class="panel"
      part="panel"
      lang=${words.tag}
      dir=${this.#text.dir}
      aria-labelledby="title"
    >
      <div class="head">
        <h2 id="title" tabindex="-1">${words.title}</h2>
        ${this.#currencies.length > 1 ? this.#currency(words) : nothing}
      </div>
      ${
        offers.length === 0
          ? html`<p>${words.none}</p>`
          : this.#choice(offers, chosen, { words, locale, zone: this.zone, money })
      }
      <div role="status">${chosen === undefined ? nothing : loss(chosen, words)}</div>
      <slot></slot>
      ${
        offers.length === 0
          ? nothing
          : html`<button
                class="button primary"
                part="continue"
                type="button"
                aria-disabled=${chosen === undefined || this.#isFrozen}
                @click=${() => {
                  this.#continue(chosen);
                }}
              >
                ${this.busy ? words.busy : chosen === undefined ? words.choose : words.next(planNameWithin(chosen, locale))}
              </button>
              <p class="unseen" role="status">${this.busy ? words.busy : nothing}</p>`
      }
    </section>`;
  }

  #read(): void {
    const plans = (this.plans as readonly Plan[] | null | undefined) ?? null;
    this.#offers =
      plans === null
        ? null
        : readable(this, () => {
            looksAt('zone', this.zone)('', zone);
            return checkPlans(plans);
          });
    this.#isUnreadable = plans !== null && this.#offers === null;
  }

  /** Without the one that prices are in, a choice of currencies would show another as taken. */
  #priced(): readonly string[] {
    const codes = given(this, 'currencies', this.currencies, listOfCodes, []);
    if (codes.length < 2) return codes;
    return given(this, 'currency', this.currency, oneOf(...codes), '') === '' ? [] : codes;
  }

  #choice(offers: readonly Plan[], chosen: Plan | undefined, speech: PlanSpeech): TemplateResult {
    const now = clockOf(this, this.clock).now();
    const answer = recommended(offers, this.need, now, this.zone);
    const rows = offers.map((plan): PlanRow => ({
      facts: factsOf(plan, speech),
      isChosen: plan === chosen,
      isBest: plan === answer?.plan && answer.why === 'cheapest-that-covers',
    }));
    const { words } = speech;
    return html`<fieldset
        role="radiogroup"
        ?disabled=${this.#isFrozen}
        aria-labelledby="title"
        aria-required=${this.required ? 'true' : nothing}
        aria-invalid=${this.isMissed ? 'true' : nothing}
        aria-describedby=${this.isMissed ? 'missed' : nothing}
        @change=${this.#onChange}
      >
        ${this.layout === 'table' ? planTable(rows, words) : planList(rows, words)}
      </fieldset>
      ${this.isMissed ? html`<p id="missed" class="missed" role="alert">${icon('alert')}${words.choose}</p>` : nothing}
      ${needForm(this.need, answer, now, speech, (days) => {
        this.need = days;
      })}`;
  }

  #currency(words: PlanWords): TemplateResult {
    return html`<label class="currency quiet">
      <span class="unseen">${words.currency}</span>
      <select ?disabled=${this.#isFrozen} @change=${this.#onCurrency}>
        ${this.#currencies.map(
          (code) => html`<option value=${code} .selected=${live(code === this.currency)}>${code}</option>`,
        )}
      </select>
    </label>`;
  }

  #onChange({ target }: Event): void {
    if (!(target instanceof HTMLInputElement)) return;
    if (this.dispatchEvent(new PlanPickEvent(target.value))) this.selected = target.value;
    this.requestUpdate(); // The browser has moved the dot; show `selected` again.
  }

  #onCurrency({ target }: Event): void {
    if (target instanceof HTMLSelectElement) this.dispatchEvent(new CurrencyPickEvent(target.value));
    this.requestUpdate();
  }

  #continue(chosen: Plan | undefined): void {
    if (this.#isFrozen) return;
    if (chosen === undefined) {
      if (this.form !== null) this.form.requestSubmit();
      return;
    }
    if (this.dispatchEvent(new PlanContinueEvent(chosen.planId))) this.form?.requestSubmit();
  }

  /** Said here, in the person's language, instead of in the browser's bubble. */
  #missed(event: Event): void {
    event.preventDefault();
    this.isMissed = true;
    const radio = this.renderRoot.querySelector<HTMLInputElement>('input:not(:disabled)');
    if (this.form === null || this.form.querySelector(':invalid') === this) radio?.focus();
  }
}

const listOfCodes: Rule = [
  (value) => Array.isArray(value) && value.every((each) => /^[A-Z]{3}$/.test(String(each))),
  'a list of ISO 4217 codes',
];

const loss = ({ offer }: Plan, words: PlanWords): TemplateResult | typeof nothing =>
  offer.ok && offer.effect.losesDays > 0
    ? html`<div class="notice warn">
        ${icon('alert')}
        <h3>${words.startsNow}</h3>
        <p>${words.losesDays(Math.ceil(offer.effect.losesDays))}</p>
      </div>`
    : nothing;
