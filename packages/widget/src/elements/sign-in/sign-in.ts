import type { Problem, SignInState } from '@leb-renew/core';
import {
  html,
  LitElement,
  nothing,
  type PropertyDeclarations,
  type PropertyValues,
  type TemplateResult,
} from 'lit';
import { SheetController } from '../../controllers/sheet-controller.ts';
import { TextController } from '../../controllers/text-controller.ts';
import {
  BackEvent,
  CodeSubmitEvent,
  ResetSubmitEvent,
  SignInForgotEvent,
  SignInSubmitEvent,
} from '../../events.ts';
import { signIn } from '../../text/en/sign-in.ts';
import type { SignInWords } from '../../text/messages.ts';
import { icon } from '../icons.ts';
import { problemNotice } from '../problem-notice.ts';
import styles from './sign-in.styles.ts';

type Field = 'email' | 'password' | 'code';

/** Tells the forms of one page apart: ids in the light DOM are shared with everybody. */
let forms = 0;

/**
 * Signs in with e-mail and password, a one-time code, or asks for a new password. Renders into the light DOM,
 * because password managers do not fill fields inside a shadow root. What is typed stays in the fields: it is
 * handed over once, in an event that does not bubble.
 *
 * @element leb-sign-in
 * @fires {SignInSubmitEvent} leb-sign-in-submit - The person signs in.
 * @fires {CodeSubmitEvent} leb-code-submit - The person has entered the one-time code.
 * @fires {ResetSubmitEvent} leb-reset-submit - The person wants a link for a new password.
 * @fires {SignInForgotEvent} leb-sign-in-forgot - The person has forgotten the password.
 * @fires {BackEvent} leb-back - The person wants to return to the first form.
 */
export class SignIn extends LitElement {
  static override properties: PropertyDeclarations = {
    state: { attribute: false },
    lang: { reflect: true },
    reset: { type: Boolean },
    shown: { state: true },
    lacking: { state: true },
  };

  /** Where signing in is. */
  declare state: SignInState | null;
  /** BCP 47. Without it, the language of the page around. */
  declare lang: string;
  /** Offers a link for a new password. Only for servers that send one. */
  declare reset: boolean;
  declare private shown: boolean;
  declare private lacking: ReadonlySet<Field>;

  readonly #text = new TextController(this, 'signIn', signIn);
  readonly #id = `leb-sign-in-${(forms += 1)}`;
  #email = '';

  constructor() {
    super();
    this.state = null;
    this.reset = false;
    this.shown = false;
    this.lacking = new Set();
    new SheetController(this, styles);
  }

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  /** Moves the focus to the notice, if there is one, else to the heading. */
  override focus(options?: FocusOptions): void {
    (this.querySelector<HTMLElement>('[role=alert]') ?? this.querySelector('h2'))?.focus(options);
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (!changed.has('state')) return;
    const before = changed.get('state') as SignInState | null | undefined;
    if (form(before) !== form(this.state)) {
      this.lacking = new Set();
      this.shown = false;
    }
  }

  protected override updated(changed: PropertyValues): void {
    const before = changed.get('state') as SignInState | null | undefined;
    if (!before || !this.state) return;
    if (form(before) !== form(this.state))
      (this.querySelector<HTMLElement>('input') ?? this.querySelector('h2'))?.focus();
    else if ('problem' in this.state && this.state.problem !== null && this.state !== before) this.focus();
  }

  protected override render(): TemplateResult | typeof nothing {
    const { state } = this;
    const { words } = this.#text;
    if (state === null || words === null) return nothing;
    return html`<section
      class="panel"
      lang=${words.tag}
      dir=${this.#text.dir}
      aria-labelledby="${this.#id}-title"
    >
      ${this.#form(state, words)}
    </section>`;
  }

  #form(state: SignInState, words: SignInWords): TemplateResult {
    switch (state.status) {
      case 'signed-out':
        return this.#password(words, state.problem, false);
      case 'signing-in':
        return this.#password(words, null, true);
      case 'code':
        return this.#code(words, state.challenge, state.problem, false);
      case 'verifying':
        return this.#code(words, state.challenge, null, true);
      case 'waiting':
        return html`${this.#title(words.title)} ${this.#trouble(state.problem, words)}`;
      case 'locked':
      case 'opening-link':
        return html`${this.#title(words.title)}
        ${state.problem === null ? html`<p role="status">${words.submitting}</p>` : this.#trouble(state.problem, words)}
        ${this.#back(words)}`;
      case 'resetting':
        return this.#reset(words, state.problem, false);
      case 'sending-reset':
        return this.#reset(words, null, true);
      case 'reset-sent':
        return html`${this.#title(words.resetSentTitle)}
          <p>${words.resetSent(state.email)}</p>
          ${this.#back(words)}`;
      case 'signed-in':
        return html`<p role="status">${words.signedIn(state.session.account.emailMasked)}</p>`;
    }
  }

  #password(words: SignInWords, problem: Problem | null, busy: boolean): TemplateResult {
    return html`${this.#title(words.title)} ${this.#trouble(problem, words)}
      <form method="post" novalidate @submit=${(event: SubmitEvent) => this.#signIn(event, busy)}>
        ${this.#emailField(words)}
        <div class="field">
          <label for="${this.#id}-password">${words.password}</label>
          <div class="secret">
            <input
              id="${this.#id}-password"
              name="password"
              type=${this.shown ? 'text' : 'password'}
              autocomplete="current-password"
              autocapitalize="none"
              spellcheck="false"
              required
              maxlength="256"
              aria-invalid=${this.lacking.has('password')}
              aria-describedby="${this.#id}-password-complaint"
            />
            <button
              type="button"
              aria-pressed=${this.shown}
              aria-label=${words.show}
              @click=${() => (this.shown = !this.shown)}
            >
              ${icon(this.shown ? 'hidden' : 'eye')}
            </button>
          </div>
          ${this.#complaint('password', words.needPassword)}
        </div>
        ${submit(words.submit, words.submitting, busy)}
      </form>
      ${
        this.reset
          ? html`<button
              class="link"
              type="button"
              @click=${() => this.dispatchEvent(new SignInForgotEvent())}
            >
              ${words.forgot}
            </button>`
          : nothing
      }`;
  }

  #code(
    words: SignInWords,
    { sentTo, digits }: Extract<SignInState, { status: 'code' }>['challenge'],
    problem: Problem | null,
    busy: boolean,
  ): TemplateResult {
    return html`${this.#title(words.codeTitle)} ${this.#trouble(problem, words)}
      <p>${words.codeSent(sentTo, digits)}</p>
      <form method="post" novalidate @submit=${(event: SubmitEvent) => this.#verify(event, busy, digits)}>
        <div class="field code">
          <label for="${this.#id}-code">${words.code}</label>
          <input
            id="${this.#id}-code"
            name="code"
            dir="ltr"
            autocomplete="one-time-code"
            inputmode="numeric"
            required
            maxlength=${digits + 4}
            aria-invalid=${this.lacking.has('code')}
            aria-describedby="${this.#id}-code-complaint"
          />
          ${this.#complaint('code', words.needCode(digits))}
        </div>
        ${submit(words.verify, words.verifying, busy)}
      </form>
      ${this.#back(words)}`;
  }

  #reset(words: SignInWords, problem: Problem | null, busy: boolean): TemplateResult {
    return html`${this.#title(words.resetTitle)} ${this.#trouble(problem, words)}
      <p>${words.resetIntro}</p>
      <form method="post" novalidate @submit=${(event: SubmitEvent) => this.#sendReset(event, busy)}>
        ${this.#emailField(words)} ${submit(words.resetSubmit, words.resetSending, busy)}
      </form>
      ${this.#back(words)}`;
  }

  #emailField(words: SignInWords): TemplateResult {
    return html`<div class="field">
      <label for="${this.#id}-email">${words.email}</label>
      <input
        id="${this.#id}-email"
        name="email"
        type="email"
        dir="ltr"
        autocomplete="username"
        autocapitalize="none"
        spellcheck="false"
        required
        maxlength="254"
        aria-invalid=${this.lacking.has('email')}
        aria-describedby="${this.#id}-email-complaint"
        .value=${this.#email}
      />
      ${this.#complaint('email', words.needEmail)}
    </div>`;
  }

  #title(text: string): TemplateResult {
    return html`<h2 id="${this.#id}-title" tabindex="-1">${text}</h2>`;
  }

  #trouble(problem: Problem | null, words: SignInWords): TemplateResult | typeof nothing {
    return problem === null ? nothing : problemNotice(problem, words.problem);
  }

  #complaint(field: Field, text: string): TemplateResult {
    return html`<div id="${this.#id}-${field}-complaint" role="alert" ?hidden=${!this.lacking.has(field)}>
      ${this.lacking.has(field) ? html`<span class="complaint">${icon('alert')}${text}</span>` : nothing}
    </div>`;
  }

  #back(words: SignInWords): TemplateResult {
    return html`<button class="link" type="button" @click=${() => this.dispatchEvent(new BackEvent())}>
      ${words.back}
    </button>`;
  }

  #signIn(event: SubmitEvent, busy: boolean): void {
    const [email, password] = this.#typed(event, 'email', 'password');
    if (!busy && this.#complete(email, password))
      this.dispatchEvent(new SignInSubmitEvent(email.value.trim(), password.value));
  }

  #verify(event: SubmitEvent, busy: boolean, digits: number): void {
    const [code] = this.#typed(event, 'code');
    const typed = code.value.replace(/\D/g, '');
    code.setCustomValidity(typed.length === digits ? '' : 'length');
    if (!busy && this.#complete(code)) this.dispatchEvent(new CodeSubmitEvent(typed));
  }

  #sendReset(event: SubmitEvent, busy: boolean): void {
    const [email] = this.#typed(event, 'email');
    if (!busy && this.#complete(email)) this.dispatchEvent(new ResetSubmitEvent(email.value.trim()));
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
    return wrong.length === 0;
  }
}

/** Which of the forms a state shows. */
const form = (state: SignInState | null | undefined): string => {
  switch (state?.status) {
    case 'signing-in':
      return 'signed-out';
    case 'verifying':
      return 'code';
    case 'sending-reset':
      return 'resetting';
    default:
      return state?.status ?? '';
  }
};

const submit = (label: string, busyLabel: string, busy: boolean): TemplateResult =>
  html`<button class="button primary" type="submit" aria-disabled=${busy}>
    ${busy ? busyLabel : label}
  </button>`;
