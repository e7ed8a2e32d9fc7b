import '@leb-renew/widget/renewal/define';
import {
  css,
  html,
  LitElement,
  type CSSResult,
  type PropertyDeclarations,
  type PropertyValues,
  type TemplateResult,
} from 'lit';
import { lead } from '../at-step.ts';
import { ownControls } from '../own-controls.styles.ts';
import { scenarioNames, scenarios, type ScenarioName } from './scenarios.ts';

/**
 * The whole journey with a button for each way it can go. A press begins anew, and goes on by itself to the state that is to
 * be seen. The buttons are the story's own: no page that embeds the journey has them.
 *
 * @element journey-scenarios
 */
export class JourneyScenarios extends LitElement {
  static override properties: PropertyDeclarations = { scenario: {} };
  static override styles: CSSResult[] = [
    ownControls,
    css`
      :host {
        display: grid;
        gap: 20px;
      }
    `,
  ];

  declare scenario: ScenarioName;
  /** Resolves when what is to be seen is there. */
  arrival: Promise<void> = Promise.resolve();

  constructor() {
    super();
    this.scenario = 'approve';
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (changed.has('scenario')) this.#begin();
  }

  protected override render(): TemplateResult {
    return html`<section class="own" lang="en" dir="ltr" aria-labelledby="title">
        <p class="mark" id="title">This story’s own buttons. Not part of the widget.</p>
        <div class="buttons">
          ${scenarioNames.map(
            (name) =>
              html`<button
                type="button"
                aria-pressed=${name === this.scenario}
                @click=${() => {
                  if (name === this.scenario) this.#begin();
                  else this.scenario = name;
                }}
              >
                ${scenarios[name].label}
              </button>`,
          )}
        </div>
        <p role="status">${scenarios[this.scenario].told}</p>
      </section>
      <slot></slot>`;
  }

  #begin(): void {
    const { world, isThere } = scenarios[this.scenario];
    const el = document.createElement('leb-renewal');
    el.ports = world();
    this.replaceChildren(el);
    this.arrival = lead(el, isThere);
  }
}

customElements.define('journey-scenarios', JourneyScenarios);

declare global {
  interface HTMLElementTagNameMap {
    'journey-scenarios': JourneyScenarios;
  }
}
