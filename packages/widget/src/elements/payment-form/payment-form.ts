import { problem, type Handoff, type PaymentOutcome, type PaymentPort, type Problem } from '@leb-renew/core';
import { openPaymentDesk, type PaymentDesk } from '@leb-renew/core/journey';
import {
  html,
  LitElement,
  nothing,
  type CSSResultGroup,
  type PropertyDeclarations,
  type PropertyValues,
  type TemplateResult,
} from 'lit';
import { deviceClock } from '../../controllers/device-clock.ts';
import { TextController } from '../../controllers/text-controller.ts';
import { PaymentChangeEvent, PaymentReadyEvent, ProblemEvent } from '../../events.ts';
import { adapters } from '../../page/adapters.ts';
import { PaymentPlace, returnUrl, warnOfTrouble } from '../../page/payment-place.ts';
import { warnOnce } from '../../page/warn-once.ts';
import { checkout } from '../../text/en/checkout.ts';
import type { CheckoutWords } from '../../text/messages.ts';
import { button } from '../button.styles.ts';
import { formArea } from '../form-area.ts';
import { formAreaStyles } from '../form-area.styles.ts';
import { foundation } from '../foundation.styles.ts';
import { given, mistake, orNull, readable } from '../given.ts';
import { host } from '../host.styles.ts';
import { notice } from '../notice.styles.ts';
import { panel } from '../panel.styles.ts';
import { problemNotice } from '../problem-notice.ts';
import { saidAtField } from '../said-at-field.ts';
import { address, checkHandoff, ports as portList } from './check-given.ts';
import styles from './payment-form.styles.ts';

/** Milliseconds that a form may take to be ready. */
const longestLoad = 30_000;

/**
 * The payment form alone, for a page that has its own everything else, its pay button too. It says that the form is ready,
 * complete or blocked, and never that something is paid: after `confirm()` the page asks its server.
 *
 * The form of a provider is put into this element's own light DOM.
 *
 * @element leb-payment-form
 * @attr {string} return-url - Where a provider's own site leads back to. Without it, this page.
 * @fires {PaymentReadyEvent} leb-payment-ready - The form can be filled in.
 * @fires {PaymentChangeEvent} leb-payment-change - The form is complete, or no longer.
 * @fires {ProblemEvent} leb-problem - The form did not load, or a payment did not go through.
 * @slot payment - Filled by the element itself.
 */
export class PaymentFormElement extends LitElement {
  static override properties: PropertyDeclarations = {
    handoff: { attribute: false },
    payments: { attribute: false },
    returnUrl: { attribute: 'return-url' },
    lang: { reflect: true },
    view: { state: true },
  };
  static override styles: CSSResultGroup = [foundation, host, panel, button, notice, formAreaStyles, styles];

  /** What the server gave for this payment. Null until it has: the place of the form is kept meanwhile. */
  declare handoff: Handoff | null;
  /** Adapters of payment providers. Null for those that come with the elements, each loaded when it is needed. */
  declare payments: readonly PaymentPort<HTMLElement>[] | null;
  /** Where a provider's own site leads back to; relative to the page. Empty for the page as it is. */
  declare returnUrl: string;
  /** BCP 47. Without it, the language of the page around. */
  declare lang: string;
  declare private view: {
    readonly form: 'loading' | 'ready' | 'blocked';
    readonly problem: Problem | null;
    /** The problem is said beside the field at fault. */
    readonly isSaid: boolean;
    readonly methods: readonly string[];
    readonly isSending: boolean;
  };

  readonly #text = new TextController(this, 'checkout', checkout);
  #isClosed = true;
  #returnUrl = '';
  #place: PaymentPlace | null = null;
  #desk: PaymentDesk | null = null;
  #stopLoading = (): void => {};
  /** The payment that the form is for. */
  #opened: string | null = null;
  #underWay: Promise<PaymentOutcome> | null = null;
  /** Settles what is under way, for its form is closed and can no longer tell. */
  #letGo = (): void => {};
  /** The payments that were sent and of which only the server knows what became. */
  readonly #doubted = new Set<string | null>();
  /** The form was lost, or is for another payment, while one was being sent. */
  #isStale = false;

  constructor() {
    super();
    this.handoff = null;
    this.payments = null;
    this.returnUrl = '';
    this.view = { form: 'loading', problem: null, isSaid: false, methods: [], isSending: false };
  }

  /**
   * Sends what was filled in, once however often it is called meanwhile. Settles in every case, also when the element is
   * taken off the page, and never says that it is paid: with `ask-server`, `unknown` and `leaving` only the server knows.
   * With `invalid` and `declined` the form stays. Before `leb-payment-ready` there is nothing to send.
   */
  confirm(): Promise<PaymentOutcome> {
    // There is no form yet for what the page has given meanwhile.
    const desk = this.#opened === this.#payment ? this.#desk : null;
    if (desk === null || (this.#underWay === null && this.view.form !== 'ready'))
      return Promise.resolve({ kind: 'invalid', problem: this.#whyNoForm() });
    return (this.#underWay ??= this.#send(desk));
  }

  /** Takes the focus to the form. */
  override focus(): void {
    this.#desk?.focus();
  }

  override connectedCallback(): void {
    super.connectedCallback();
    // A clone has a copy of another element's form.
    if (this.#place === null)
      for (const copy of this.querySelectorAll(':scope>[slot=payment]')) copy.remove();
    if (this.#place?.hasFrames) this.#reopen();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    queueMicrotask(() => {
      if (!this.isConnected) this.#close();
    });
  }

  /** Called in place of the other two by `moveBefore`, which moves the form with all that was typed into it. */
  connectedMoveCallback(): void {
    super.disconnectedCallback();
    super.connectedCallback();
    this.#place?.moved();
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (!this.isConnected) return;
    const to = given(this, 'returnUrl', (this.returnUrl as string | null | undefined) ?? '', address, '');
    this.#returnUrl = returnUrl('', to === '' ? location.href : new URL(to, document.baseURI).href);
    if (changed.has('handoff') || changed.has('payments') || this.#isClosed) this.#reopen();
  }

  #open(): void {
    this.#close();
    this.#isClosed = false;
    const handoff = (this.handoff as Handoff | null | undefined) ?? null;
    this.#opened = this.#payment;
    if (handoff === null) return this.#show({ form: 'loading', problem: null });
    const ports = given(this, 'payments', this.payments ?? null, orNull(portList), null) ?? adapters;
    try {
      checkHandoff(handoff, ports);
    } catch (error) {
      return this.#block(problem('payment-setup', { detail: (error as Error).message }));
    }
    this.#place ??= new PaymentPlace(this, {
      changed: () => void this.#desk?.restyle(),
      lost: () => this.#reopen(),
    });
    const place = this.#place;
    const desk = openPaymentDesk(ports, {
      container: () => place.container(),
      view: () => ({ ...place.view(), returnUrl: this.#returnUrl }),
      offers: (methods) => this.#show({ methods: methods ?? [] }),
    });
    this.#desk = desk;
    this.#show({ form: 'loading', problem: null });
    this.#stopLoading = deviceClock.after(longestLoad, () => {
      desk.close();
      this.#block(problem('payment-form-blocked', { detail: 'the form is not ready after 30 s' }));
    });
    void desk.open({ renewalId: '', handoff }, (event) => {
      if (desk !== this.#desk) return;
      if (event.type === 'complete') this.dispatchEvent(new PaymentChangeEvent(event.complete));
      else this.#stopLoading();
      if (event.type === 'blocked') this.#block(event.problem);
      if (event.type === 'ready') {
        this.#show({ form: 'ready', problem: null });
        this.dispatchEvent(new PaymentReadyEvent());
      }
    });
  }

  /** The form is to be another, or was moved. Never while what became of a payment is not known. */
  #reopen(): void {
    this.#isStale = this.#underWay !== null;
    if (!this.#isStale && this.isConnected) this.#open();
  }

  /** What tells one payment from another; the same for a handoff that a page gives anew, e.g. with each rendering. */
  get #payment(): string | null {
    return readable(this, () => JSON.stringify((this.handoff as Handoff | null | undefined)?.data));
  }

  #close(): void {
    this.#isClosed = true;
    this.#stopLoading();
    this.#letGo();
    const desk = this.#desk;
    this.#desk = null;
    desk?.close();
    this.#place?.leave();
  }

  async #send(desk: PaymentDesk): Promise<PaymentOutcome> {
    this.#show({ problem: null, isSending: true });
    const sent = this.#opened;
    const gone = new Promise<PaymentOutcome>((settle) => {
      const trouble = problem('offline', { charged: 'unknown', detail: 'the form was taken off the page' });
      this.#letGo = () => settle({ kind: 'unknown', problem: trouble });
    });
    const outcome = await Promise.race([gone, desk.confirm()]);
    this.#underWay = null;
    const { kind } = outcome;
    if (kind !== 'invalid' && kind !== 'declined') this.#doubted.add(sent);
    this.#show({ isSending: false, isSaid: kind === 'invalid' });
    if (this.#isStale) this.#reopen();
    return 'problem' in outcome ? { ...outcome, problem: this.#tell(outcome.problem, sent) } : outcome;
  }

  #block(trouble: Problem): void {
    this.#show({ form: 'blocked' });
    this.#tell(trouble, this.#opened);
  }

  /** Returns what it has told. */
  #tell(trouble: Problem, payment: string | null): Problem {
    const told = this.#inDoubt(trouble, payment);
    this.#show({ problem: told });
    warnOfTrouble(this, told);
    this.dispatchEvent(new ProblemEvent(told));
    return told;
  }

  /** Nobody may say that nothing was charged where a payment may be on its way. */
  #inDoubt(trouble: Problem, payment: string | null): Problem {
    const isInDoubt = trouble.charged === 'no' && this.#doubted.has(payment);
    return isInDoubt ? { ...trouble, charged: 'unknown' } : trouble;
  }

  /** Nothing that the person has to read: the page has asked too early, or for what is shown already. */
  #whyNoForm(): Problem {
    const { form, problem: shown } = this.view;
    if (form === 'blocked' && shown !== null) return shown;
    const detail = `confirm(): ${this.handoff ? 'must wait for leb-payment-ready' : mistake('handoff', this.handoff, 'what the server gave').message}`;
    warnOnce(this, detail);
    return this.#inDoubt(problem('payment-form-blocked', { detail }), this.#payment);
  }

  #show(part: Partial<typeof this.view>): void {
    this.view = { ...this.view, ...part };
  }

  protected override render(): TemplateResult | typeof nothing {
    const { words } = this.#text;
    if (words === null) return nothing;
    const { form, problem: trouble, methods, isSending } = this.view;
    const isBlocked = form === 'blocked';
    // What is wrong with the shop does not mend by trying again.
    const isMendable = isBlocked && trouble?.next !== 'contact-support';
    return html`<div class="area" lang=${this.#text.lang} dir=${this.#text.dir}>
      ${trouble === null ? nothing : this.#trouble(trouble, words)}
      ${formArea(
        {
          handoff: this.handoff,
          methods,
          isHidden: isBlocked,
          isSending,
          isLoading: form === 'loading',
        },
        words,
      )}
      ${isMendable ? this.#waysOut(words) : nothing}
    </div>`;
  }

  #trouble(trouble: Problem, words: CheckoutWords): TemplateResult {
    const why = trouble.code === 'payment-form-blocked' ? words.mayBeBlocked : '';
    const said = this.view.isSaid ? saidAtField(words.problem) : words.problem;
    return problemNotice(trouble, said, `${words.charged[trouble.charged]} ${why}`);
  }

  #waysOut(words: CheckoutWords): TemplateResult {
    return html`<div class="stack">
      <button class="button" @click=${() => this.#reopen()}>${words.retry}</button>
      <button class="button" @click=${() => location.reload()}>${words.reload}</button>
    </div>`;
  }
}
