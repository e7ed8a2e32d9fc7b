import { html, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { SandboxMethod } from '@leb-renew/core/contract';
import { methodNames, playsWith, type SandboxPlay } from './scenarios.ts';

/** What a tester has chosen in the form. */
export interface SandboxChoice {
  readonly method: SandboxMethod;
  readonly play: SandboxPlay;
}

/** On everything that the sandbox shows. */
export const testMark: TemplateResult = html`<p class="leb-sandbox-mark">Test payment · no money moves</p>`;

/** The form of the sandbox: scenarios instead of card numbers. `name` is that of its radios, and no other form's. */
export const sandboxForm = (
  name: string,
  methods: readonly SandboxMethod[],
  { method, play }: SandboxChoice,
  change: (choice: SandboxChoice) => void,
): TemplateResult => html`
  <div class="leb-sandbox" role="group" aria-label="Test payment" lang="en" dir="ltr">
    ${testMark}
    <p class="leb-sandbox-hint">Nothing to type here: choose how to pay, and what happens.</p>
    <fieldset class="leb-sandbox-methods">
      <legend>Pay with</legend>
      ${methods.map(
        (each) => html`
          <label>
            <input
              type="radio"
              name=${name}
              value=${each}
              .checked=${live(each === method)}
              @change=${() => {
                const isPlayed = playsWith(each).some(([known]) => known === play);
                change({ method: each, play: isPlayed ? play : 'approve' });
              }}
            />
            <span>${methodNames[each]}</span>
          </label>
        `,
      )}
    </fieldset>
    <label class="leb-sandbox-scenario">
      <span>What should happen?</span>
      <select
        name="leb-sandbox-scenario"
        @change=${({ currentTarget }: Event) => {
          change({ method, play: (currentTarget as HTMLSelectElement).value as SandboxPlay });
        }}
      >
        ${playsWith(method).map(
          ([each, label]) => html`<option value=${each} .selected=${live(each === play)}>${label}</option>`,
        )}
      </select>
    </label>
  </div>
`;
