import type { Card, PlanList, Problem, RenewalState, SignInEvent, TicketKey } from '@leb-renew/core';
import {
  html,
  LitElement,
  nothing,
  type CSSResultGroup,
  type PropertyDeclarations,
  type PropertyValues,
  type TemplateResult,
} from 'lit';
import { MailLinkController } from '../../controllers/mail-link-controller.ts';
import { ReturnController } from '../../controllers/return-controller.ts';
import { TextController } from '../../controllers/text-controller.ts';
import {
  ProblemEvent,
  RenewedEvent,
  TokenWantedEvent,
  type AgreeEvent,
  type CurrencyPickEvent,
  type PlanContinueEvent,
  type PlanPickEvent,
  type ReminderEvent,
  type RenewEvent,
} from '../../events.ts';
import { browserPorts } from '../../page/browser-ports.ts';
import type { Ports } from '../../ports.ts';
import { journey } from '../../text/en/journey.ts';
import { languageOf } from '../../text/language.ts';
import type { JourneyWords } from '../../text/messages.ts';
import { button } from '../button.styles.ts';
import { foundation } from '../foundation.styles.ts';
import { notice } from '../notice.styles.ts';
import { panel } from '../panel.styles.ts';
import { problemNotice } from '../problem-notice.ts';
import { CardList } from './card-list.ts';
import { cardLine, planPicker } from './plan-step.ts';
import { Reads } from './reads.ts';
import styles from './renewal.styles.ts';
import { saveReminder } from './save-reminder.ts';
import { signInPart } from './sign-in-part.ts';
import { problemOf } from './trouble.ts';
import { unlessStopped } from './unless-stopped.ts';
import { World } from './world.ts';

type Step = 'sign-in' | 'cards' | 'plans' | 'checkout' | 'receipt';

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
 * @fires {TokenWantedEvent} leb-token-wanted - For `token`: there is none, or it has ended.
 * @slot sign-in - Filled by the element itself.
 * @slot payment - Filled by the element itself.
 */
export class RenewalJourney extends LitElement {
  static override properties: PropertyDeclarations = {
    endpoint: {},
    ports: { attribute: false },
    token: { attribute: false },
    lang: { reflect: true },
    cardRef: { state: true },
    planId: { state: true },
    currency: { state: true },
    visit: { state: true },
  };
  static override styles: CSSResultGroup = [foundation, panel, button, notice, styles];

  /** Where the renewal server is mounted; a relative address is relative to the page. */
  declare endpoint: string;
  /** Another world than the one behind `endpoint`: an own client, own payments, the in-memory sandbox. */
  declare ports: Ports | null;
  /**
   * For a page that signs people in itself: what its requests carry as `Authorization: Bearer …`, and what the server's
   * `authenticate` gets to see. Empty while nobody is signed in, also between two people. With null, people sign in here.
   */
  declare token: string | null;
  /** BCP 47. Without it, the language of the page around. */
  declare lang: string;

  declare private cardRef: string | null;
  declare private planId: string | null;
  declare private currency: string | undefined;
  /** Raised to read the cards again. */
  declare private visit: number;

  readonly #text = new TextController(this, 'journey', journey);
  readonly #payment: HTMLElement = Object.assign(document.createElement('div'), { slot: 'payment' });
  readonly #world = new World(
    this,
    {
      container: () => this.#payment,
      view: () => ({ locale: languageOf(this), tokens: new Map(), returnUrl: location.href }),
    },
    () => {
      this.#tell();
    },
  );
  readonly #signIn = signInPart((event) => {
    this.#world.sendSignIn(event);
  });
  /** Kept from visit to visit, so that a search is still there on the way back. */
  readonly #cards = new CardList();
  readonly #links = new MailLinkController(this);
  /** The card of a renewal link, until it is known whether a renewal of it is open. */
  #linked: string | null = null;
  /** The session that was noticed last. */
  #session: string | null = null;
  #told: 'renewed' | Problem | null = null;
  #shown: Step | null = null;

  readonly #reads = new Reads(
    this,
    () => ({
      ports: this.#world.ports,
      token: this.#world.token,
      cardRef: this.cardRef,
      currency: this.currency,
      visit: this.visit,
      renewed: this.#renewed,
    }),
    (trouble) => {
      this.#failed(trouble);
    },
  );

  constructor() {
    super();
    this.endpoint = '';
    this.ports = null;
    this.token = null;
    this.cardRef = null;
    this.planId = null;
    this.visit = 0;
    this.#cards.addEventListener('leb-renew', unlessStopped<RenewEvent>(this.#choose));
    this.#cards.addEventListener('leb-reminder', this.#remind);
    new ReturnController(this, () => {
      this.#world.send({ type: 'look' });
      const { signIn } = this.#world;
      const trouble = signIn && 'problem' in signIn ? signIn.problem : null;
      if (trouble?.next === 'wait' && !trouble.retryAfterSeconds && navigator.onLine)
        this.#world.sendSignIn({ type: 'dismiss' });
    });
  }

  override connectedCallback(): void {
    super.connectedCallback();
    if (this.#payment.parentNode !== this) this.append(this.#signIn, this.#payment);
    this.requestUpdate();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!this.isConnected) return;
    if (this.#world.ports === null || changed.has('endpoint') || changed.has('ports')) {
      const ports =
        this.ports ?? (this.endpoint === '' ? null : browserPorts(this.endpoint, () => languageOf(this)));
      this.#world.enter(ports, ports && (handedOver(this.token) ?? this.#links.take()));
    } else if (changed.has('token')) this.#world.sendSignIn(handedOver(this.token) ?? { type: 'sign-out' });
    const link = this.#world.ports === null ? null : this.#links.take();
    if (link !== null) this.#world.sendSignIn(link);
    const linked = this.#reads.cards.value?.find(({ cardRef }) => cardRef === this.#linked);
    if (linked === undefined) return;
    this.#linked = null;
    this.#choose(linked);
  }

  get #renewed(): TicketKey | null {
    const state = this.#world.renewal;
    return state?.status === 'renewed' ? state.renewal : null;
  }

  /** Says outside what happened, once each. */
  #tell(): void {
    this.#noticeSession();
    const state = this.#world.renewal;
    if (state === null) return;
    if (state.status === 'renewed' && this.#told !== 'renewed') {
      this.#told = 'renewed';
      this.visit += 1;
      const { renewalId, quote, period } = state.renewal;
      this.dispatchEvent(new RenewedEvent(renewalId, quote.cardRef, period.to));
      return;
    }
    const trouble = 'problem' in state ? state.problem : null;
    if (trouble !== null && trouble !== this.#told) this.dispatchEvent(new ProblemEvent(trouble));
    if (state.status !== 'renewed') this.#told = trouble;
  }

  /** A renewal link leads to its card at once; for a token that has ended the page is asked for another. */
  #noticeSession(): void {
    const { signIn, token, onlyCard } = this.#world;
    if (token === this.#session) return;
    this.#session = token;
    if (onlyCard !== null) this.#linked = this.cardRef = onlyCard;
    if (this.token && signIn?.status === 'signed-out' && signIn.problem !== null)
      this.dispatchEvent(new TokenWantedEvent());
  }

  #failed(trouble: Problem): void {
    this.dispatchEvent(new ProblemEvent(trouble));
    if (trouble.code === 'not-signed-in') this.#world.sendSignIn({ type: 'expired', problem: trouble });
  }

  get #step(): Step {
    switch (this.#world.renewal?.status) {
      case undefined:
      case 'choosing':
      case 'quoting':
        if (this.#world.token === null) return 'sign-in';
        return this.cardRef === null ? 'cards' : 'plans';
      case 'renewed':
        return 'receipt';
      default:
        return 'checkout';
    }
  }

  protected override render(): TemplateResult | typeof nothing {
    const { words } = this.#text;
    const { renewal } = this.#world;
    if (words === null || renewal === null) return nothing;
    return html`<section class="journey" lang=${words.tag} aria-label=${words.label}>
      ${this.#content(this.#step, renewal, words)}
    </section>`;
  }

  #content(step: Step, renewal: RenewalState, words: JourneyWords): TemplateResult {
    switch (step) {
      case 'sign-in':
        return html`<slot name="sign-in"></slot>`;
      case 'cards':
        return this.#cardList(words);
      case 'plans':
        return this.#planList(renewal, words);
      case 'checkout':
        return html`<leb-checkout-panel
          class="step"
          lang=${this.lang || nothing}
          .state=${renewal}
          @leb-agree=${this.#agree}
          @leb-pay=${this.#onPay}
          @leb-retry=${this.#send('retry', 'look')}
          @leb-back=${this.#send('back')}
          @leb-done=${this.#done}
          ><slot name="payment" slot="payment"></slot
        ></leb-checkout-panel>`;
      case 'receipt':
        return html`<leb-receipt
          class="step"
          lang=${this.lang || nothing}
          .receipt=${this.#reads.receipt.value ?? null}
          .renewal=${renewal.status === 'renewed' ? renewal.renewal : null}
          @leb-done=${this.#done}
          @leb-reminder=${this.#remind}
        ></leb-receipt>`;
    }
  }

  #cardList(words: JourneyWords): TemplateResult {
    const list = (cards: readonly Card[] | null) =>
      cards?.length === 0
        ? html`<p>${words.noCards}</p>`
        : Object.assign(this.#cards, { cards, clock: this.#world.ports?.clock ?? null, lang: this.lang });
    return html`<div class="bar">
        <h2 class="step" tabindex="-1">${words.cards}</h2>
        ${
          (this.token ?? null) === null
            ? html`<button class="link" @click=${this.#signOut}>
                ${this.#world.onlyCard === null ? words.signOut : words.everything}
              </button>`
            : nothing
        }
      </div>
      ${this.#reads.cards.render({
        pending: () => list(this.#reads.cards.value ?? null),
        error: (error) => this.#trouble(problemOf(error), words),
        complete: list,
      })}`;
  }

  #planList(renewal: RenewalState, words: JourneyWords): TemplateResult {
    const trouble = renewal.status === 'choosing' ? renewal.problem : null;
    const busy = renewal.status === 'quoting';
    const card = this.#reads.cards.value?.find(({ cardRef }) => cardRef === this.cardRef) ?? null;
    const picker = (list: PlanList | null) =>
      planPicker(list, card, this.planId, busy, this.lang, {
        pick: this.#pick,
        currency: this.#price,
        next: this.#continue,
      });
    return html`${
      this.#world.onlyCard === null
        ? html`<button class="link" ?disabled=${busy} @click=${this.#toCards}>${words.allCards}</button>`
        : html`<div class="bar">
            <p>${words.linkOpened}</p>
            <button class="link" ?disabled=${busy} @click=${this.#signOut}>${words.everything}</button>
          </div>`
    }
    ${trouble === null ? nothing : problemNotice(trouble, words.problem, words.charged[trouble.charged])}
    ${card === null ? nothing : cardLine(card, this.#world.ports?.clock ?? null, this.lang)}
    ${this.#reads.plans.render({
      pending: () => picker(null),
      error: (error) => this.#trouble(problemOf(error), words),
      complete: picker,
    })}`;
  }

  #trouble(trouble: Problem, words: JourneyWords): TemplateResult {
    return html`${problemNotice(trouble, words.problem)}
      <button class="button" @click=${this.#readAgain}>${words.retry}</button>`;
  }

  readonly #choose = ({ cardRef }: Pick<RenewEvent, 'cardRef'>): void => {
    const renewalId = this.#reads.cards.value?.find((card) => card.cardRef === cardRef)?.openRenewal ?? null;
    this.cardRef = cardRef;
    this.planId = null;
    this.#world.send({ type: 'dismiss' });
    // This browser may have lost the ticket of a payment that is on its way: the server is asked as if one were.
    if (renewalId !== null)
      this.#world.send({ type: 'resume', ticket: { renewalId, renewalToken: null, confirming: true } });
  };

  readonly #pick = unlessStopped(({ planId }: PlanPickEvent) => {
    this.planId = planId;
  });

  readonly #price = ({ currency }: CurrencyPickEvent): void => {
    this.currency = currency;
  };

  readonly #continue = unlessStopped(({ planId }: PlanContinueEvent) => {
    const { cardRef } = this;
    const currency = this.#reads.plans.value?.currency;
    if (cardRef === null || currency === undefined) return;
    this.planId = planId;
    this.#world.send({ type: 'choose', choice: { cardRef, planId, currency } });
  });

  readonly #onPay = unlessStopped(() => {
    this.#world.send({ type: 'pay' });
  });

  readonly #remind = ({ cardRef }: ReminderEvent): void => {
    const { words, locale } = this.#text;
    const { ports } = this.#world;
    const card = this.#reads.cards.value?.find((each) => each.cardRef === cardRef);
    if (card !== undefined && words !== null && ports !== null)
      void saveReminder(card, words, locale, ports.clock.now()).catch((error: unknown) => {
        this.#failed(problemOf(error));
      });
  };

  #send(...types: ('back' | 'retry' | 'look')[]): () => void {
    return () => {
      for (const type of types) this.#world.send({ type });
    };
  }

  readonly #agree = unlessStopped(({ text }: AgreeEvent) => {
    this.#world.send({ type: 'agree', text });
  });

  readonly #signOut = (): void => {
    this.#toCards();
    this.#world.sendSignIn({ type: 'sign-out' });
  };

  readonly #readAgain = (): void => {
    this.visit += 1;
  };

  readonly #toCards = (): void => {
    this.#world.send({ type: 'dismiss' });
    this.cardRef = null;
    this.planId = null;
  };

  readonly #done = (): void => {
    this.#toCards();
    this.#world.send({ type: 'done' });
    this.#readAgain();
  };

  protected override updated(): void {
    const { signIn } = this.#world;
    if (signIn !== null) this.#signIn.state = signIn;
    this.#signIn.clock = this.#world.ports?.clock ?? null;
    this.#signIn.elsewhere = (this.token ?? null) !== null;
    if (this.lang) this.#signIn.lang = this.lang;
    void this.#follow(this.#step);
  }

  /** Takes the focus along to a new step, unless the person is somewhere else on the page. */
  async #follow(step: Step): Promise<void> {
    const before = this.#shown;
    this.#shown = step;
    if (before === null || before === step) return;
    const { activeElement, body } = document;
    if (activeElement !== body && !this.contains(activeElement)) return;
    const next = step === 'sign-in' ? this.#signIn : this.renderRoot.querySelector<HTMLElement>('.step');
    if (next instanceof LitElement) await next.updateComplete;
    next?.focus();
  }
}

/** The session of a token that the page has handed over. Whose it is, and for how long, only the server knows. */
const handedOver = (token: string | null): SignInEvent | null =>
  typeof token === 'string' && token !== ''
    ? {
        type: 'adopt',
        session: {
          token,
          expiresAt: '9999-12-31T23:59:59Z',
          account: { emailMasked: '', name: null },
        },
      }
    : null;
