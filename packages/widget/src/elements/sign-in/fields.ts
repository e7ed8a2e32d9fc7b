import { html, nothing, type TemplateResult } from 'lit';
import type { SignInWords } from '../../text/messages.ts';
import { icon } from '../icons.ts';

/** One labelled field, as its form sees it. */
export interface FieldView {
  /** Unique on the page. */
  readonly id: string;
  readonly label: string;
  /** What is missing; null while nothing is. */
  readonly complaint: string | null;
  /** Ids of what else is to be read with the field. */
  readonly describedBy: string;
}

/** The field itself comes from `input`, which is given what ties it to its words. */
const field = (
  { id, label, complaint }: FieldView,
  input: TemplateResult,
  hint: TemplateResult | typeof nothing = nothing,
): TemplateResult =>
  html`<div class="field">
    <label for=${id}>${label}</label>
    ${input}
    <div id="${id}-complaint" role="alert" ?hidden=${complaint === null}>
      ${complaint === null ? nothing : html`<span class="complaint">${icon('alert')}${complaint}</span>`}
    </div>
    ${hint}
  </div>`;

const described = ({ id, describedBy }: FieldView): string => `${describedBy} ${id}-complaint`.trim();

/** The name of an account. Called *username*, which is what password managers look for. */
export const emailField = (view: FieldView, value: string, typed: (value: string) => void): TemplateResult =>
  field(
    view,
    html`<input
      id=${view.id}
      name="email"
      type="email"
      dir="ltr"
      autocomplete="username"
      autocapitalize="none"
      spellcheck="false"
      required
      maxlength="254"
      aria-invalid=${view.complaint !== null}
      aria-describedby=${described(view)}
      .value=${value}
      @input=${({ target }: InputEvent) => typed((target as HTMLInputElement).value)}
    />`,
  );

/** A password that can be looked at. `rule` says beforehand what a new one has to be like. */
export const passwordField = (
  view: FieldView,
  { shown, caps, rule }: { readonly shown: boolean; readonly caps: boolean; readonly rule: string | null },
  words: SignInWords,
  on: { show(): void; key(event: KeyboardEvent): void },
): TemplateResult =>
  field(
    view,
    html`<div class="secret">
      <input
        id=${view.id}
        name="password"
        type=${shown ? 'text' : 'password'}
        autocomplete=${rule === null ? 'current-password' : 'new-password'}
        autocapitalize="none"
        spellcheck="false"
        required
        maxlength="256"
        aria-invalid=${view.complaint !== null}
        aria-describedby="${described(view)} ${view.id}-hint"
        @keydown=${on.key}
        @keyup=${on.key}
      />
      <button type="button" aria-pressed=${shown} aria-label=${words.show} @click=${on.show}>
        ${icon(shown ? 'hidden' : 'eye')}
      </button>
    </div>`,
    html`<div id="${view.id}-hint" class="hint">
      ${rule === null || view.complaint !== null ? nothing : html`<p>${rule}</p>`}
      <p role="status">${caps ? words.capsLock : nothing}</p>
    </div>`,
  );

/** A code comes in one piece, from a mail, a message or the phone itself. `rule` says beforehand what then becomes of it. */
export const codeField = (
  view: FieldView,
  rule: string,
  typed: (event: InputEvent) => void,
): TemplateResult =>
  field(
    view,
    html`<input
      id=${view.id}
      class="code"
      name="code"
      dir="ltr"
      autocomplete="one-time-code"
      inputmode="numeric"
      autocapitalize="none"
      spellcheck="false"
      required
      aria-invalid=${view.complaint !== null}
      aria-describedby="${described(view)} ${view.id}-hint"
      @input=${typed}
    />`,
    html`<div id="${view.id}-hint" class="hint"><p>${rule}</p></div>`,
  );
