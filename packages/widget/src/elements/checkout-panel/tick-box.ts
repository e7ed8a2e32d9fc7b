import { html, nothing, type TemplateResult } from 'lit';
import type { Tick, View } from './view.ts';

/** To be ticked by the person, never beforehand. */
export const tickBox = (
  tick: Tick,
  said: string,
  { mayTick, ticked, tick: set }: View,
): TemplateResult | typeof nothing =>
  !mayTick
    ? nothing
    : html`<label class="tick">
        <input
          type="checkbox"
          name=${tick}
          .checked=${ticked.has(tick)}
          @change=${({ currentTarget }: Event) => {
            set(tick, (currentTarget as HTMLInputElement).checked);
          }}
        />
        <span>${said}</span>
      </label>`;
