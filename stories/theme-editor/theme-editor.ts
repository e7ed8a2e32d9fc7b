import { themeNames, themes, tokens, type ThemeName, type Token, type TokenName } from '@leb-renew/themes';
import {
  html,
  LitElement,
  nothing,
  type CSSResult,
  type PropertyDeclarations,
  type PropertyValues,
  type TemplateResult,
} from 'lit';
import { readContrast, resolved, type Reading } from './contrast.ts';
import { styles } from './theme-editor.styles.ts';
import { isValue, valueOf, writtenCss, type Changes, type Scheme } from './written-css.ts';

/** What most brands change, first. */
const inOrder = tokens.toSorted(
  (one, other) => Number(other.name === 'accent') - Number(one.name === 'accent'),
);

/**
 * Changes tokens over what is put into it, warns of what cannot be read, and writes the CSS. A tool of this Storybook; no
 * package has it, and it keeps nothing.
 *
 * @element theme-editor
 * @slot - The elements to look at; the first one in it is measured.
 */
export class ThemeEditor extends LitElement {
  static override properties: PropertyDeclarations = {
    theme: {},
    scheme: {},
    changes: { state: true },
    wrong: { state: true },
    readings: { state: true },
    outcome: { state: true },
  };
  static override styles: CSSResult = styles;

  declare theme: ThemeName;
  declare scheme: Scheme;
  declare private changes: Changes;
  /** What was typed and is no value, by token. */
  declare private wrong: ReadonlyMap<TokenName, string>;
  declare private readings: readonly Reading[];
  /** Of copying. */
  declare private outcome: string;

  constructor() {
    super();
    this.theme = 'default';
    this.scheme = 'light';
    this.changes = new Map();
    this.wrong = new Map();
    this.readings = [];
    this.outcome = '';
  }

  get #measured(): Element | null {
    return this.querySelector('leb-status-badge');
  }

  /** A theme may have a scheme of its own. */
  get #scheme(): Scheme {
    return themes[this.theme].scheme ?? this.scheme;
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (changed.has('changes') || changed.has('theme')) this.outcome = '';
    this.classList.remove(...themeNames.map((name) => `leb-theme-${name}`));
    this.classList.add(`leb-theme-${this.theme}`);
    this.style.cssText = [...this.changes.keys()]
      .map((name) => `--leb-${name}: ${valueOf(this.theme, name, this.changes)};`)
      .join('');
    this.style.colorScheme = this.#scheme;
  }

  protected override updated(): void {
    void this.#measure();
  }

  protected override render(): TemplateResult {
    return html`<div class="page">
      <section class="panel" lang="en" dir="ltr" aria-labelledby="title">
        <h2 id="title">Theme editor</h2>
        <p class="quiet">
          Change a token and see the whole journey. Nothing is kept when you leave: copy the CSS into your
          page.
        </p>
        <div class="choices">${this.#themes()} ${this.#schemes()}</div>
        ${this.#verdict()}
        <h3 id="tokens">Tokens</h3>
        <div class="tokens" role="group" aria-labelledby="tokens" tabindex="0">
          ${inOrder.map((token) => this.#field(token))}
        </div>
        ${this.#contrast()} ${this.#css()}
      </section>
      <div class="journey"><slot @slotchange=${() => this.#measure()}></slot></div>
    </div>`;
  }

  #themes(): TemplateResult {
    return html`<label
      >Start from
      <select
        @change=${({ target }: Event) => {
          this.theme = (target as HTMLSelectElement).value as ThemeName;
        }}
      >
        ${themeNames.map((name) => html`<option ?selected=${name === this.theme}>${name}</option>`)}
      </select></label
    >`;
  }

  #schemes(): TemplateResult {
    return html`<label
      >Colours of
      <select
        ?disabled=${themes[this.theme].scheme !== null}
        @change=${({ target }: Event) => {
          this.scheme = (target as HTMLSelectElement).value as Scheme;
        }}
      >
        ${(['light', 'dark'] as const).map(
          (scheme) => html`<option ?selected=${scheme === this.#scheme}>${scheme}</option>`,
        )}
      </select></label
    >`;
  }

  #field(token: Token): TemplateResult {
    const { name, description } = token;
    const isColour = token.syntax === '<color>';
    const wrong = this.wrong.get(name);
    const value = wrong ?? this.changes.get(name)?.[isColour ? this.#scheme : 'light'] ?? '';
    const now = this.#measured === null ? '' : resolved(this.#measured, name, isColour);
    const change = ({ target }: Event) => {
      this.#change(token, (target as HTMLInputElement).value.trim());
    };
    return html`<div class="token">
      <label for=${name}>${name}</label>
      ${
        isColour
          ? html`<input type="color" aria-label=${`${name}, picked`} .value=${now} @input=${change} />`
          : nothing
      }
      <input
        class="value"
        id=${name}
        spellcheck="false"
        autocomplete="off"
        placeholder=${now}
        aria-invalid=${wrong !== undefined}
        aria-describedby=${`about-${name}`}
        .value=${value}
        @change=${change}
      />
      ${
        value === ''
          ? nothing
          : html`<button
              type="button"
              aria-label=${`${name}: as the theme has it`}
              @click=${() => this.#change(token, '')}
            >
              Undo
            </button>`
      }
      <p class="quiet" id=${`about-${name}`} aria-live="polite">
        ${
          wrong === undefined
            ? description.replaceAll('`', '')
            : html`<span class="bad">No value for this token. It counts as not said.</span>`
        }
      </p>
    </div>`;
  }

  /** Beside the tokens: who changes one sees at once what it does. */
  #verdict(): TemplateResult {
    const poor = this.readings.filter(({ ratio, least }) => ratio < least).length;
    return html`<p role="status" class=${poor === 0 ? '' : 'bad'}>
      ${poor === 0 ? 'Everything can be read.' : `${poor} of ${this.readings.length} pairs cannot be told apart well enough.`}
    </p>`;
  }

  #contrast(): TemplateResult {
    const poorFirst = this.readings.toSorted(
      (one, other) => Number(one.ratio >= one.least) - Number(other.ratio >= other.least),
    );
    return html`<h3>Contrast</h3>
      <ul class="warnings">
        ${poorFirst.map(({ ratio, least, told }) => {
          const isPoor = ratio < least;
          // Rounded down: 4.49 is not 4.5.
          const said = `${(Math.floor(ratio * 10) / 10).toFixed(1)}:1`;
          return html`<li class=${isPoor ? 'bad' : ''}>
            <span>${told}${isPoor ? html`: needs ${least}:1` : nothing}</span> <span>${said}</span>
          </li>`;
        })}
      </ul>`;
  }

  #css(): TemplateResult {
    const css = writtenCss(this.theme, this.changes);
    const copy = async () => {
      try {
        await navigator.clipboard.writeText(css);
        this.outcome = 'Copied.';
      } catch {
        // The page may not, or is not served by https, and has no clipboard.
        const text = this.renderRoot.querySelector('pre');
        if (text !== null) getSelection()?.selectAllChildren(text);
        this.outcome = 'This page may not copy. It is selected: copy it with the keyboard.';
      }
    };
    return html`<h3>CSS for your page</h3>
      <pre tabindex="0" role="region" aria-label="CSS for your page">${css}</pre>
      <button type="button" @click=${copy}>Copy</button>
      <p role="status" class="quiet">${this.outcome}</p>`;
  }

  #change(token: Token, typed: string): void {
    const { name, syntax } = token;
    const value = isValue(token, typed) ? typed : '';
    const wrong = new Map(this.wrong);
    if (value === typed) wrong.delete(name);
    else wrong.set(name, typed);
    this.wrong = wrong;
    const schemes: readonly Scheme[] = syntax === '<color>' ? [this.#scheme] : ['light', 'dark'];
    const said = Object.fromEntries(schemes.map((scheme) => [scheme, value]));
    const values = Object.fromEntries(
      Object.entries({ ...this.changes.get(name), ...said }).filter(([, each]) => each !== ''),
    );
    const changes = new Map(this.changes);
    if (Object.keys(values).length === 0) changes.delete(name);
    else changes.set(name, values);
    this.changes = changes;
  }

  /** Once the elements have been styled anew. */
  async #measure(): Promise<void> {
    const element = this.#measured;
    if (element === null) return;
    await (element as LitElement).updateComplete;
    const readings = readContrast(element, this.#scheme === 'dark' ? '#0a0d12' : '#eceff3');
    if (JSON.stringify(readings) !== JSON.stringify(this.readings)) this.readings = readings;
  }
}

customElements.define('theme-editor', ThemeEditor);

declare global {
  interface HTMLElementTagNameMap {
    'theme-editor': ThemeEditor;
  }
}
