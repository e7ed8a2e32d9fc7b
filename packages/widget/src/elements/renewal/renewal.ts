import { Task } from '@lit/task';
import type { Card, PlanList, Problem, RenewalState, SignInState, TicketKey } from '@leb-renew/core';
import {
  html,
  LitElement,
  nothing,
  type CSSResultGroup,
  type PropertyDeclarations,
  type PropertyValues,
  type TemplateResult,
} from 'lit';
import { compose, type Composition, type Ports } from '../../compose.ts';
import { ReturnController } from '../../controllers/return-controller.ts';
import { TextController } from '../../controllers/text-controller.ts';
import {
  ProblemEvent,
  RenewedEvent,
  type CodeSubmitEvent,
  type CurrencyPickEvent,
  type PlanContinueEvent,
  type PlanPickEvent,
  type ReminderEvent,
  type RenewEvent,
  type ResetSubmitEvent,
  type SignInSubmitEvent,
} from '../../events.ts';
import { browserPorts } from '../../page/browser-ports.ts';
import { journey } from '../../text/en/journey.ts';
import { languageOf } from '../../text/language.ts';
import type { JourneyWords } from '../../text/messages.ts';
import { button } from '../button.styles.ts';
import { foundation } from '../foundation.styles.ts';
import { icon } from '../icons.ts';
import { notice } from '../notice.styles.ts';
import { panel } from '../panel.styles.ts';
import { saveReminder } from './save-reminder.ts';
import { problemOf, valueOf } from './trouble.ts';
import styles from './renewal.styles.ts';

/**
 * The whole renewal in one tag: sign in, see the cards, pick a plan, review, pay, receipt. Owns the machines;
 * every part inside only shows state and says what the person wishes.
 *
 * The sign-in form and the payment form are put into this element's own light DOM and slotted down: password
 * managers and payment providers do not look into shadow roots.
 *
 * @element leb-renewal
 * @attr {string} endpoint - Where the renewal server is mounted, e.g. `https://shop.example/renewal`.
 * @fires {RenewedEvent} leb-renewed - A card has been paid for and extended, as the server said.
 * @fires {ProblemEvent} leb-problem - Something did not work: why, whether money moved, and what is next.
 * @slot sign-in - Filled by the element itself.
 * @slot payment - Filled by the element itself.
 */
export class RenewalJourney extends LitElement {
  static override properties: PropertyDeclarations = {
    endpoint: {},
    ports: { attribute: false },
    lang: { reflect: true },
    cardRef: { state: true },
    planId: { state: true },
    currency: { state: true },
  };
  static override styles: CSSResultGroup = [foundation, panel, button, notice, styles];

  /** Where the renewal server is mounted; relative addresses are of the page. */
  declare endpoint: string;
  /** Another world than the one behind `endpoint`: an own client, own payments, the in-memory sandbox. */
  declare ports: Ports | null;
  /** BCP 47. Without it, the language of the page around. */
  declare lang: string;

  /** The card whose plans are being looked at. */
  private declare cardRef: string | null;
  private declare planId: string | null;
  private declare currency: string | undefined;

  readonly #text = new TextController(this, 'journey', journey);
  readonly #payment: HTMLElement = lightPart('div', 'payment');
  readonly #signInForm = lightPart('leb-sign-in', 'sign-in');
  #world: Ports | null = null;
  #composition: Composition | null = null;
  #stopListening: (() => void) | null = null;
  /** Raised to read the cards again. */
  #visit = 0;
  #told: RenewalState['status'] | Problem | null = null;

  readonly #cards = new Task(this, {
    args: () => [this.#world, this.#token, this.#visit] as const,
    task: async ([world, token]) => {
      if (world === null || token === null) return [];
      const { cards } = await valueOf(world.api.cards());
      return cards;
    },
    onError: (error) => {
      this.#failed(problemOf(error));
    },
  });

  readonly #plans = new Task(this, {
    args: () => [this.#world, this.#token, this.cardRef, this.currency, this.#visit] as const,
    task: async ([world, token, cardRef, currency]): Promise<PlanList | null> =>
      world === null || token === null || cardRef === null
        ? null
        : valueOf(world.api.plans({ cardRef, currency })),
    onError: (error) => {
      this.#failed(problemOf(error));
    },
  });

  readonly #receipt = new Task(this, {
    args: () => [this.#world, this.#renewedTicket?.renewalId ?? null] as const,
    task: async ([world]) => {
      const ticket = this.#renewedTicket;
      return world === null || ticket === null ? null : valueOf(world.api.receipt(ticket));
    },
    onError: (error) => {
      this.#failed(problemOf(error));
    },
  });

  constructor() {
    super();
    this.endpoint = '';
    this.ports = null;
    this.cardRef = null;
    this.planId = null;
    new ReturnController(this, () => this.#composition?.renewal.send({ type: 'look' }));
    this.#signInForm.addEventListener('leb-sign-in-submit', ({ email, password }: SignInSubmitEvent) =>
      this.#composition?.signIn.send({ type: 'sign-in', email, password }),
    );
    this.#signInForm.addEventListener('leb-code-submit', ({ code }: CodeSubmitEvent) =>
      this.#composition?.signIn.send({ type: 'verify', code }),
    );
    this.#signInForm.addEventListener('leb-reset-submit', ({ email }: ResetSubmitEvent) =>
      this.#composition?.signIn.send({ type: 'reset', email }),
    );
    this.#signInForm.addEventListener('leb-sign-in-forgot', () =>
      this.#composition?.signIn.send({ type: 'forgot' }),
    );
    this.#signInForm.addEventListener('leb-back', () => this.#composition?.signIn.send({ type: 'back' }));
  }

  override connectedCallback(): void {
    super.connectedCallback();
    if (!this.#payment.isConnected) this.append(this.#signInForm, this.#payment);
    this.requestUpdate();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    // A move takes the element out and puts it back at once: nothing is lost then.
    queueMicrotask(() => {
      if (!this.isConnected) this.#leave();
    });
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('endpoint') || changed.has('ports')) this.#leave();
    if (this.#composition === null && this.isConnected) this.#enter();
  }

  #enter(): void {
    this.#world = this.ports ?? (this.endpoint === '' ? null : browserPorts(this.endpoint, () => languageOf(this)));
    if (this.#world === null) return;
    const composition = compose(this.#world, {
      container: () => this.#payment,
      view: () => ({ locale: languageOf(this), tokens: new Map() }),
    });
    const stops = [composition.signIn, composition.renewal].map((store) =>
      store.subscribe(() => {
        this.#tell();
        this.requestUpdate();
      }),
    );
    this.#stopListening = () => {
      for (const stop of stops) stop();
    };
    this.#composition = composition;
    composition.resume();
  }

  #leave(): void {
    this.#stopListening?.();
    this.#composition?.dispose();
    this.#composition = null;
    this.#world = null;
    this.#told = null;
  }

  get #signInState(): SignInState | null {
    return this.#composition?.signIn.state ?? null;
  }

  get #renewal(): RenewalState | null {
    return this.#composition?.renewal.state ?? null;
  }

  get #token(): string | null {
    const state = this.#signInState;
    return state?.status === 'signed-in' ? state.session.token : null;
  }

  get #renewedTicket(): TicketKey | null {
    const state = this.#renewal;
    return state?.status === 'renewed' ? state.renewal : null;
  }

  get #card(): Card | undefined {
    return this.#cards.value?.find(({ cardRef }) => cardRef === this.cardRef);
  }

  /** Says outside what happened, once each. */
  #tell(): void {
    const state = this.#renewal;
    if (state === null) return;
    if (state.status === 'renewed' && this.#told !== 'renewed') {
      const { renewalId, quote, period } = state.renewal;
      this.#visit += 1;
      this.dispatchEvent(new RenewedEvent(renewalId, quote.cardRef, period.to));
    }
    const trouble = 'problem' in state ? state.problem : null;
    if (trouble !== null && trouble !== this.#told) this.dispatchEvent(new ProblemEvent(trouble));
    this.#told = trouble ?? state.status;
  }

  #failed(trouble: Problem): void {
    this.dispatchEvent(new ProblemEvent(trouble));
    if (trouble.code === 'not-signed-in') this.#composition?.signIn.send({ type: 'expired', problem: trouble });
  }

  protected override render(): TemplateResult | typeof nothing {
    const { words } = this.#text;
    const renewal = this.#renewal;
    if (words === null || renewal === null) return nothing;
    return html`<section class="journey" lang=${words.tag} aria-label=${words.label}>
      ${this.#step(renewal, words)}
    </section>`;
  }

  #step(renewal: RenewalState, words: JourneyWords): TemplateResult {
    switch (renewal.status) {
      case 'choosing':
      case 'quoting':
        if (this.#token === null) return html`<slot name="sign-in"></slot>`;
        return this.cardRef === null ? this.#cardList(words) : this.#planList(renewal, words);
      case 'renewed':
        return html`<leb-receipt
          .receipt=${this.#receipt.value ?? null}
          @leb-done=${this.#done}
          @leb-reminder=${this.#remind}
        ></leb-receipt>`;
      default:
        return html`<leb-checkout-panel
          .state=${renewal}
          @leb-pay=${() => this.#composition?.renewal.send({ type: 'pay' })}
          @leb-retry=${() => {
            this.#composition?.renewal.send({ type: 'retry' });
            this.#composition?.renewal.send({ type: 'look' });
          }}
          @leb-back=${() => this.#composition?.renewal.send({ type: 'back' })}
          @leb-done=${this.#done}
          ><slot name="payment" slot="payment"></slot
        ></leb-checkout-panel>`;
    }
  }

  #cardList(words: JourneyWords): TemplateResult {
    return html`<div class="bar">
        <h2 tabindex="-1">${words.cards}</h2>
        <button class="link" @click=${() => this.#composition?.signIn.send({ type: 'sign-out' })}>
          ${words.signOut}
        </button>
      </div>
      ${this.#cards.render({
        pending: () => html`<leb-status-badge .card=${null}></leb-status-badge>`,
        error: (error) => this.#trouble(problemOf(error), words),
        complete: (cards) =>
          cards.length === 0
            ? html`<p>${words.noCards}</p>`
            : html`<ul class="cards">
                ${cards.map(
                  (card) => html`<li>
                    <leb-status-badge
                      .card=${card}
                      .clock=${this.#world?.clock ?? null}
                      @leb-renew=${this.#choose}
                      @leb-reminder=${this.#remind}
                    ></leb-status-badge>
                  </li>`,
                )}
              </ul>`,
      })}`;
  }

  #planList(renewal: RenewalState, words: JourneyWords): TemplateResult {
    const trouble = renewal.status === 'choosing' ? renewal.problem : null;
    const busy = renewal.status === 'quoting';
    const card = this.#card;
    return html`<div class="bar">
        <button class="link" ?disabled=${busy} @click=${this.#toCards}>${words.allCards}</button>
      </div>
      ${trouble === null ? nothing : this.#notice(trouble, words)}
      ${card === undefined
        ? nothing
        : html`<div class="bar">
            <span class="strong">${card.label} <bdi dir="ltr" class="quiet">${card.iccidMasked}</bdi></span>
            <leb-status-badge
              variant="compact"
              .card=${card}
              .clock=${this.#world?.clock ?? null}
            ></leb-status-badge>
          </div>`}
      ${this.#plans.render({
        pending: () => this.#picker(null, card, busy),
        error: (error) => this.#trouble(problemOf(error), words),
        complete: (list) => this.#picker(list, card, busy),
      })}`;
  }

  #picker(list: PlanList | null, card: Card | undefined, busy: boolean): TemplateResult {
    return html`<leb-plan-picker
      .plans=${list?.plans ?? null}
      .selected=${this.planId ?? defaultPlan(list) ?? ''}
      .currency=${list?.currency ?? ''}
      .currencies=${list?.currencies ?? []}
      .zone=${card?.entitlement.zone ?? 'UTC'}
      .busy=${busy}
      @leb-plan-pick=${({ planId }: PlanPickEvent) => {
        this.planId = planId;
      }}
      @leb-currency-pick=${({ currency }: CurrencyPickEvent) => {
        this.currency = currency;
      }}
      @leb-plan-continue=${this.#continue}
    ></leb-plan-picker>`;
  }

  #trouble(trouble: Problem, words: JourneyWords): TemplateResult {
    return html`${this.#notice(trouble, words)}
      <button class="button" @click=${this.#again}>${words.retry}</button>`;
  }

  #notice({ code, next }: Problem, words: JourneyWords): TemplateResult {
    return html`<div class="notice bad" role="alert">
      ${icon('alert')}
      <h3>${words.problem.what[code]}</h3>
      <p>${words.untouched} ${words.problem.next[next]}</p>
    </div>`;
  }

  readonly #choose = ({ cardRef }: RenewEvent): void => {
    const open = this.#cards.value?.find((card) => card.cardRef === cardRef)?.openRenewal ?? null;
    this.cardRef = cardRef;
    this.planId = null;
    if (open !== null)
      this.#composition?.renewal.send({
        type: 'resume',
        ticket: { renewalId: open, renewalToken: null, confirming: false },
      });
  };

  readonly #continue = ({ planId }: PlanContinueEvent): void => {
    const { cardRef } = this;
    const currency = this.#plans.value?.currency;
    if (cardRef === null || currency === undefined) return;
    this.planId = planId;
    this.#composition?.renewal.send({ type: 'choose', choice: { cardRef, planId, currency } });
  };

  readonly #remind = ({ cardRef }: ReminderEvent): void => {
    const { words } = this.#text;
    const card = this.#cards.value?.find((each) => each.cardRef === cardRef);
    if (card === undefined || words === null || this.#world === null) return;
    saveReminder(card, words, this.#text.locale, this.#world.clock.now());
  };

  readonly #toCards = (): void => {
    this.cardRef = null;
    this.planId = null;
  };

  readonly #done = (): void => {
    this.#toCards();
    this.#composition?.renewal.send({ type: 'done' });
    this.#again();
  };

  readonly #again = (): void => {
    this.#visit += 1;
    this.requestUpdate();
  };

  protected override updated(): void {
    const state = this.#signInState;
    if (state !== null) this.#signInForm.state = state;
    if (this.lang) this.#signInForm.lang = this.lang;
  }
}

/** The plan the card runs on, if it can be kept. */
const defaultPlan = (list: PlanList | null): string | undefined =>
  list?.plans.find(({ current, offer }) => current && offer.ok)?.planId;

function lightPart<Tag extends keyof HTMLElementTagNameMap>(tag: Tag, slot: string): HTMLElementTagNameMap[Tag] {
  const part = document.createElement(tag);
  part.slot = slot;
  return part;
}
