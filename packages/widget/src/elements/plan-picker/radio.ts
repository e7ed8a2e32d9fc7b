import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { PlanWords } from '../../text/messages.ts';
import type { PlanFacts } from './facts.ts';

/** A plan as one layout shows it. */
export interface PlanRow {
  readonly facts: PlanFacts;
  readonly isChosen: boolean;
  /** Fits what the person said they need. */
  readonly isBest: boolean;
}

export const radio = ({
  facts: { planId, isOpen, comparedWith, month },
  isChosen,
}: PlanRow): TemplateResult =>
  html`<input
    type="radio"
    name="plan"
    value=${planId}
    .checked=${live(isChosen)}
    ?disabled=${!isOpen}
    aria-labelledby="${planId}-name ${planId}-price"
    aria-describedby="${planId}-chips ${planId}-facts${month === null ? '' : ` ${planId}-month`}${
      comparedWith === null ? '' : ` ${planId}-compared`
    }"
  />`;

export const chips = (
  { facts: { planId, saving, isCurrent }, isBest }: PlanRow,
  words: PlanWords,
): TemplateResult =>
  html`<span class="chips" id="${planId}-chips">
    ${isBest ? html`<span class="chip best">${words.best}</span>` : nothing}
    ${saving === null ? nothing : html`<span class="chip ok">${saving}</span>`}
    ${isCurrent ? html`<span class="chip">${words.current}</span>` : nothing}
  </span>`;
