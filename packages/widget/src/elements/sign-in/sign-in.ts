import type { Clock, CodeChallenge, Problem, SignInState } from '@leb-renew/core';
import {
  html,
  LitElement,
  nothing,
  type PropertyDeclarations,
  type PropertyValues,
  type TemplateResult,
} from 'lit';
import { ClockController } from '../../controllers/clock-controller.ts';
import { clockOf, deviceClock } from '../../controllers/device-clock.ts';
import { SheetController } from '../../controllers/sheet-controller.ts';
import { TextController } from '../../controllers/text-controller.ts';
import {
  BackEvent,
  CodeSubmitEvent,
  PasswordSubmitEvent,
  ResetSubmitEvent,
  RetryEvent,
  SignInForgotEvent,
  SignInSubmitEvent,
  TokenWantedEvent,
} from '../../events.ts';
import { isServer } from '../../is-server.ts';
import { dateText } from '../../text/dates.ts';
import { signIn } from '../../text/en/sign-in.ts';
import type { SignInWords } from '../../text/messages.ts';
import { readable } from '../given.ts';
import { icon } from '../icons.ts';
import { problemNotice } from '../problem-notice.ts';
import { unreadable } from '../unreadable.ts';
import { checkState } from './check-state.ts';
import { codeField, emailField, passwordField, type FieldView } from './fields.ts';
import { placeholder } from './placeholder.ts';
import styles from './sign-in.styles.ts';
import { viewOf, type View } from './view.ts';

type Field = 'email' | 'password' | 'code';

/** Characters of the shortest new password that the contract takes. */
const shortest = 8;

/** Tells the forms of one page apart: ids in the light DOM are shared with everybody. */
let forms = 0;

/**
 * Signs in with e-mail and password, a one-time code, or sets a new password. Renders into the light DOM, because
 * password managers do not fill fields inside a shadow root. What is typed stays in the fields: it is handed over
 * once, in an event that does not bubble.
 *
 * @element leb-sign-in
 * @fires {SignInSubmitEvent} leb-sign-in-submit - The person signs in.
 * @fires {CodeSubmitEvent} leb-code-submit - The person has entered the one-time code.
 * @fires {ResetSubmitEvent} leb-reset-submit - The person wants a link for a new password.
 * @fires {PasswordSubmitEvent} leb-password-submit - The person has chosen a new password.
 * @fires {SignInForgotEvent} leb-sign-in-forgot - The person has forgotten the password.
 * @fires {TokenWantedEvent} leb-token-wanted - The person wants to sign in where the page does it.
 * @fires {RetryEvent} leb-retry - The person wants a link opened that could not be.
 * @fires {BackEvent} leb-back - The person wants to return to the first form.
 */
export class SignIn extends LitElement {
  static override properties: PropertyDeclarations = {
    state: { attribute: false },
    clock: { attribute: false },
    lang: { reflect: true },
    reset: { type: Boolean },
    elsewhere: { type: Boolean },
    shown: { state: true },
    caps: { state: true },
    lacking: { state: true },
  };

  /** Where signing in is. Null holds the place. */
  declare state: SignInState | null;
  /** The server's time, by which a code runs out. Null for the device's, which is only trusted to count seconds. */
  declare clock: Clock | null;
  /** BCP 47. Without it, the language of the page around. */
  declare lang: string;
  /** Offers a link for a new password. Only for servers that send one. */
  declare reset: boolean;
  /** Asks for no password: the page signs people in itself. */
  declare elsewhere: boolean;
  declare private shown: boolean;
  declare private caps: boolean;
  declare private lacking: ReadonlySet<Field>;

  readonly #text = new TextController(this, 'signIn', signIn);
  readonly #id = `leb-sign-in-${(forms += 1)}`;
  /** `state`, once it has been looked at, and the one before it while one takes over from the other. */
  #state: SignInState | null = null;
  #isUnreadable = false;
  #before: SignInState | null = null;
  #clock: Clock = deviceClock;
  #email = '';
  /** Epoch ms of the clock; null while nobody has to wait. */
  #waitEndsAt: number | null = null;
  /** A time to wait is over, and nothing has been tried since. */
  #waited = false;
  /** The code that was handed over last: a person who changes nothing sends nothing again. */
  #sent = '';
  #hadFocus = false;

  constructor() {
    super();
    this.state = null;
    this.clock = null;
    this.reset = false;
    this.elsewhere = false;
    this.shown = false;
    this.caps = false;
    this.lacking = new Set();
    new SheetController(this, styles);
    new ClockController(
      this,
      () => this.#clock,
      () => this.#nextChangeAt,
    );
  }

  /** Else the time of the device, which is only trusted to count seconds. */
  get #isServerTime(): boolean {
    return this.#clock !== deviceClock;
  }

  get #focused(): Element | null {
    return (this.getRootNode() as Document | ShadowRoot).activeElement ?? document.activeElement;
  }

  /** Of the time to wait; a second that has begun is a whole one. */
  get #secondsLeft(): number {
    return Math.max(0, Math.ceil(((this.#waitEndsAt ?? 0) - this.#clock.now()) / 1000));
  }

  /** When the next second is over, or the code runs out. */
  get #nextChangeAt(): number | null {
    if (this.#waitEndsAt !== null && this.#secondsLeft > 0)
      return this.#waitEndsAt - (this.#secondsLeft - 1) * 1000;
    const state = this.#state;
    if (state?.status !== 'code') return null;
    const runsOutAt = Date.parse(state.challenge.expiresAt);
    return this.#isServerTime && runsOutAt > this.#clock.now() ? runsOutAt : null;
  }

  protected override createRenderRoot(): HTMLElement {
    this.replaceChildren(); // A clone has copies of another form's fields.
    return this;
  }

  /** Moves the focus to the notice, if there is one, else to the heading. */
  override focus(options?: FocusOptions): void {
    (this.querySelector<HTMLElement>('.notice') ?? this.querySelector('h2'))?.focus(options);
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (isServer) return;
    this.#hadFocus = this.contains(this.#focused);
    if (changed.has('clock')) this.#clock = clockOf(this, this.clock);
    const before = this.#state;
    this.#before = null;
    if (changed.has('state')) this.#read();
    const state = this.#state;
    if (state === null) return;
    if (changed.has('state')) {
      this.#before = before;
      const view = viewOf(state);
      // Whoever signs out takes the address along; whose session has ended finds it again.
      if (before?.status === 'signed-in' && view.problem === null) this.#email = '';
      if (before === null || viewOf(before).form !== view.form) {
        this.lacking = new Set();
        this.shown = false;
        this.caps = false;
      }
      this.#sent = '';
      this.#waited =
        before?.status === 'waiting' && viewOf(before).form === view.form && view.problem === null;
      const seconds = view.problem?.retryAfterSeconds;
      this.#waitEndsAt = seconds ? this.#clock.now() + seconds * 1000 : null;
    }
    // The machine itself ends the waiting that it has begun.
    if (this.#waitEndsAt !== null && state.status !== 'waiting' && this.#secondsLeft === 0)
      this.#waited = true;
  }

  protected override updated(): void {
    const before = this.#before;
    const state = this.#state;
    const isHere = this.#hadFocus || this.#focused === document.body;
    if (before !== null && state !== null && isHere) {
      const [was, is] = [viewOf(before), viewOf(state)];
      if (was.form !== is.form) this.#focusField();
      else if (is.problem !== null) this.#focusTrouble(is.problem);
    }
    // What had the focus may be gone, e.g. a notice that was true for a while.
    if (this.#hadFocus && !this.contains(this.#focused)) this.#focusField();
  }

  #read(): void {
    const state = (this.state as SignInState | null | undefined) ?? null;
    this.#state = state === null ? null : readable(this, () => checkState(state));
    this.#isUnreadable = state !== null && this.#state === null;
  }

  #focusField(): void {
    const field = this.querySelector<HTMLElement>('input:not([hidden])');
    if (field === null) this.focus();
    else field.focus();
  }

  /** A wrong code is typed again at once; everything else is read first. */
  #focusTrouble({ code }: Problem): void {
    if (code !== 'wrong-code') return this.focus();
    this.querySelector<HTMLInputElement>('[name=code]')?.select();
    this.#focusField();
  }

  /** A server leaves the place for the form: nobody may type a password before the script that keeps it from the page. */
  protected override render(): TemplateResult {
    if (isServer) return html`<slot></slot>`;
    const state = this.#state;
    const { words } = this.#text;
    if (words !== null && this.#isUnreadable) return unreadable(words, this.#text.dir);
    if (state === null || words === null) return placeholder(words, this.reset);
    return html`<section
      class="panel"
      lang=${words.tag}
      dir=${this.#text.dir}
      aria-labelledby="${this.#id}-title"
    >
      ${this.#content(state, viewOf(state), words)}
    </section>`;
  }

  #content(state: SignInState, view: View, words: SignInWords): TemplateResult {
    switch (view.form) {
      case 'password':
        if (this.elsewhere) return this.#elsewhere(view, words);
        return this.#password(view, words, state.status === 'password-set');
      case 'code':
        return this.#code(view, words);
      case 'locked':
        return html`${this.#title(words.title)} ${this.#trouble(view, words)}
        ${this.reset ? action(words.resetTitle, () => this.#say(new SignInForgotEvent())) : nothing}
        ${this.#back(words.back)}`;
      case 'link':
        return html`${this.#title(words.openingLink)} ${this.#trouble(view, words)}
        ${
          view.problem === null
            ? nothing
            : action(words.retry, () => this.#say(new RetryEvent()), this.#blocked(view))
        }
        ${this.#back(words.back)}`;
      case 'reset':
        return html`${this.#title(words.resetTitle)} ${this.#trouble(view, words)}
          <p>${words.resetIntro}</p>
          <form method="post" novalidate @submit=${(event: SubmitEvent) => this.#sendReset(event, view)}>
            ${this.#emailField(view, words)}
            ${submit(words.resetSubmit, words.resetSending, view.busy, this.#blocked(view))}
          </form>
          ${this.#back(words.back)}`;
      case 'reset-sent':
        return html`${this.#title(words.resetSentTitle)}
          <p>${words.resetSent('email' in state ? state.email : '')}</p>
          ${this.#back(words.back)}`;
      case 'new-password':
        return this.#newPassword(view, words);
      case 'signed-in':
        return html`<p role="status">
          ${words.signedIn(state.status === 'signed-in' ? state.session.account.emailMasked : '')}
        </p>`;
    }
  }

  #password(view: View, words: SignInWords, fresh: boolean): TemplateResult {
    return html`${this.#title(words.title)}
      ${this.#trouble(view, words, fresh ? freshNotice(words) : nothing)}
      <form method="post" novalidate @submit=${(event: SubmitEvent) => this.#signIn(event, view)}>
        ${this.#emailField(view, words, fresh || view.problem !== null)}
        ${this.#passwordField(view, words, null)}
        ${submit(words.submit, words.submitting, view.busy, this.#blocked(view))}
      </form>
      ${this.reset ? link(words.forgot, () => this.#say(new SignInForgotEvent())) : nothing}`;
  }

  #elsewhere(view: View, words: SignInWords): TemplateResult {
    return html`${this.#title(words.title)} ${this.#trouble(view, words)}
    ${view.problem === null ? html`<p>${words.elsewhere}</p>` : nothing}
    ${action(words.submit, () => this.#say(new TokenWantedEvent()))}`;
  }

  #code(view: View, words: SignInWords): TemplateResult {
    const { sentTo, digits, expiresAt } = view.challenge as CodeChallenge;
    const runsOutAt = Date.parse(expiresAt);
    if (this.#isServerTime && this.#clock.now() >= runsOutAt && !view.busy)
      return html`${this.#title(words.codeTitle)}
        <div class="notice warn" role="alert" tabindex="-1">
          ${icon('clock')}
          <h3>${words.codeOver}</h3>
          <p>${words.codeOverNext}</p>
        </div>
        ${action(words.back, () => this.#say(new BackEvent()))}`;
    return html`${this.#title(words.codeTitle)} ${this.#trouble(view, words)}
      <p>
        ${words.codeSent(sentTo, digits)}
        ${!this.#isServerTime ? nothing : words.codeUntil(dateText(runsOutAt, 'time', this.#text.locale, null))}
      </p>
      <form method="post" novalidate @submit=${(event: SubmitEvent) => this.#verify(event, view, digits)}>
        ${codeField(this.#field('code', words.code, words.needCode(digits), view.problem !== null), words.codeRule, (event) => this.#typeCode(event, digits))}
        ${submit(words.verify, words.verifying, view.busy, this.#blocked(view))}
      </form>
      ${this.#back(words.codeAgain)}`;
  }

  #newPassword(view: View, words: SignInWords): TemplateResult {
    return html`${this.#title(words.newTitle)} ${this.#trouble(view, words)}
      <form method="post" novalidate @submit=${(event: SubmitEvent) => this.#setPassword(event, view)}>
        <input
          name="username"
          autocomplete="username"
          aria-label=${words.email}
          hidden
          .value=${this.#email}
        />
        ${this.#passwordField(view, words, words.newRule)}
        ${submit(words.newSubmit, words.newSetting, view.busy, this.#blocked(view))}
      </form>
      ${this.#back(words.back)}`;
  }

  /** Read together with the notice above it. */
  #emailField(view: View, words: SignInWords, noticed: boolean = view.problem !== null): TemplateResult {
    return emailField(this.#field('email', words.email, words.needEmail, noticed), this.#email, (email) => {
      this.#email = email;
    });
  }

  #passwordField(view: View, words: SignInWords, rule: string | null): TemplateResult {
    const field =
      rule === null
        ? this.#field('password', words.password, words.needPassword, false)
        : this.#field('password', words.newPassword, words.needNew, view.problem !== null);
    return passwordField(field, { shown: this.shown, caps: this.caps, rule }, words, {
      show: () => {
        this.shown = !this.shown;
      },
      // Browsers that fill a field in send key events that are none.
      key: (event) => {
        if (event instanceof KeyboardEvent) this.caps = event.getModifierState('CapsLock');
      },
    });
  }

  #field(name: Field, label: string, complaint: string, noticed: boolean): FieldView {
    return {
      id: `${this.#id}-${name}`,
      label,
      complaint: this.lacking.has(name) ? complaint : null,
      describedBy: noticed ? `${this.#id}-notice` : '',
    };
  }

  #title(text: string): TemplateResult {
    return html`<h2 id="${this.#id}-title" tabindex="-1">${text}</h2>`;
  }

  /** What went wrong, with the seconds that are left where there is a time to wait; then that it is over. */
  #trouble(
    { form, problem }: View,
    words: SignInWords,
    otherwise: TemplateResult | typeof nothing = nothing,
  ): TemplateResult {
    const left = this.#waitEndsAt === null ? undefined : Math.max(1, this.#secondsLeft);
    const notice =
      problem === null || this.#waited
        ? otherwise
        : problemNotice(
            { ...problem, ...(left !== undefined && { retryAfterSeconds: left }) },
            {
              ...words.problem,
              instead: {
                ...words.problem.instead,
                'link-ended': form === 'reset' ? words.resetAgain : words.linkInstead,
                ...(this.reset && { 'account-locked': words.unlock }),
                ...(this.elsewhere && { 'not-signed-in': words.elsewhere }),
              },
            },
          );
    return html`<div id="${this.#id}-notice" class="trouble">${notice}</div>
      <p class="again" role="status">${this.#waited ? words.tryNow : nothing}</p>`;
  }

  #back(label: string): TemplateResult {
    return link(label, () => this.#say(new BackEvent()));
  }

  #say(event: Event): void {
    this.dispatchEvent(event);
  }

  /** Nothing can be sent: there is a time to wait. */
  #blocked(view: View): boolean {
    return view.problem !== null && this.#waitEndsAt !== null && !this.#waited;
  }

  #signIn(event: SubmitEvent, view: View): void {
    const [email, password] = this.#typed(event, 'email', 'password');
    if (this.#maySend(view) && this.#complete(email, password))
      this.#say(new SignInSubmitEvent(email.value.trim(), password.value));
  }

  #verify(event: SubmitEvent, view: View, digits: number): void {
    const [code] = this.#typed(event, 'code');
    const typed = digitsOf(code.value);
    code.setCustomValidity(typed.length === digits ? '' : 'length');
    if (!this.#maySend(view) || !this.#complete(code) || typed === this.#sent) return;
    this.#sent = typed;
    this.#say(new CodeSubmitEvent(typed));
  }

  #sendReset(event: SubmitEvent, view: View): void {
    const [email] = this.#typed(event, 'email');
    if (this.#maySend(view) && this.#complete(email)) this.#say(new ResetSubmitEvent(email.value.trim()));
  }

  #setPassword(event: SubmitEvent, view: View): void {
    const [password] = this.#typed(event, 'password');
    password.setCustomValidity(Array.from(password.value).length < shortest ? 'length' : '');
    if (this.#maySend(view) && this.#complete(password)) this.#say(new PasswordSubmitEvent(password.value));
  }

  /** Tidies what was pasted, and goes on by itself once the code is complete. */
  #typeCode({ target, isComposing }: InputEvent, digits: number): void {
    const input = target as HTMLInputElement;
    if (isComposing) return;
    const typed = digitsOf(input.value);
    if (typed !== input.value) input.value = typed;
    if (typed.length === digits && typed !== this.#sent) input.form?.requestSubmit();
  }

  /** Whoever may not send yet is told why. */
  #maySend(view: View): boolean {
    if (this.#blocked(view)) this.focus();
    return !view.busy && !this.#blocked(view);
  }

  /** The fields of the form that was submitted. The page itself goes nowhere. */
  #typed<const Names extends readonly Field[]>(
    event: SubmitEvent,
    ...names: Names
  ): { readonly [name in keyof Names]: HTMLInputElement } {
    event.preventDefault();
    const { elements } = event.target as HTMLFormElement;
    const fields = names.map((name) => elements.namedItem(name) as HTMLInputElement);
    this.#email = fields.find(({ name }) => name === 'email')?.value ?? this.#email;
    return fields as { readonly [name in keyof Names]: HTMLInputElement };
  }

  #complete(...inputs: readonly HTMLInputElement[]): boolean {
    const wrong = inputs.filter(({ validity }) => !validity.valid);
    this.lacking = new Set(wrong.map(({ name }) => name as Field));
    wrong[0]?.focus();
    if (wrong.length === 0) this.shown = false; // Password managers keep what was sent from a password field.
    return wrong.length === 0;
  }
}

const freshNotice = (words: SignInWords): TemplateResult =>
  html`<div class="notice ok" role="status" tabindex="-1">
    ${icon('check')}
    <h3>${words.newSet}</h3>
    <p>${words.newSetNext}</p>
  </div>`;

/** Also from keyboards that write wide digits. */
const digitsOf = (text: string): string => text.normalize('NFKC').replace(/\D/g, '');

const link = (label: string, go: () => void): TemplateResult =>
  html`<button class="link" type="button" @click=${go}>${label}</button>`;

const action = (label: string, go: () => void, blocked = false): TemplateResult =>
  html`<button
    class="button primary"
    type="button"
    aria-disabled=${blocked}
    @click=${() => {
      if (!blocked) go();
    }}
  >
    ${label}
  </button>`;

const submit = (label: string, busyLabel: string, busy: boolean, blocked: boolean): TemplateResult =>
  html`<button class="button primary" type="submit" aria-disabled=${busy || blocked}>
      ${busy ? busyLabel : label}
    </button>
    <p class="unseen" role="status">${busy ? busyLabel : nothing}</p>`;
