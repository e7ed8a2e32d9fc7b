import type { Card, PlanList, RenewalState } from '@leb-renew/core';
import { html, nothing, type TemplateResult } from 'lit';
import type { CurrencyPickEvent, PlanContinueEvent, PlanPickEvent } from '../../events.ts';
import { lastFour } from '../../text/amounts.ts';
import { problemNotice } from '../problem-notice.ts';
import type { Chosen } from './place.ts';
import { readTrouble } from './read-trouble.ts';
import type { Scene } from './scene.ts';

interface PlanWishes {
  readonly pick: (event: PlanPickEvent) => void;
  readonly price: (event: CurrencyPickEvent) => void;
  readonly next: (event: PlanContinueEvent) => void;
  readonly again: () => void;
  readonly toCards: () => void;
  /** From the one card of a link to the whole account. */
  readonly signOut: () => void;
}

/** The plans of the chosen card, and why the last choice came to nothing, if it did. */
export function planStep(
  scene: Scene,
  renewal: RenewalState,
  chosen: Chosen,
  onlyOne: boolean,
  on: PlanWishes,
): TemplateResult {
  const { words, reads } = scene;
  const trouble = renewal.status === 'choosing' ? renewal.problem : null;
  const busy = renewal.status === 'quoting';
  const card = reads.card(chosen.cardRef);
  const picker = (list: PlanList | null) => planPicker(scene, list, card, chosen, busy, on);
  const unread = (error: unknown) => readTrouble(error, words, on.again);
  return html`${
    onlyOne
      ? html`<div class="bar">
          <p>${words.linkOpened}</p>
          <button class="link" ?disabled=${busy} @click=${on.signOut}>${words.everything}</button>
        </div>`
      : html`<button class="link" ?disabled=${busy} @click=${on.toCards}>${words.allCards}</button>`
  }
  ${trouble === null ? nothing : problemNotice(trouble, words.problem, words.charged[trouble.charged])}
  ${card === null ? nothing : cardLine(scene, card)}
  ${
    scene.instead ??
    (card === null
      ? reads.cards.render({ pending: () => picker(null), error: unread, complete: () => picker(null) })
      : reads.plans.render({ pending: () => picker(reads.offered), error: unread, complete: picker }))
  }`;
}

/** Which card it is about, so that nobody renews the wrong one. */
const cardLine = ({ clock, lang }: Scene, card: Card): TemplateResult =>
  html`<div class="bar">
    <h2 class="step" tabindex="-1">
      ${card.label} <bdi dir="ltr" class="quiet">${lastFour(card.iccidMasked)}</bdi>
    </h2>
    <leb-status-badge
      lang=${lang || nothing}
      variant="compact"
      .card=${card}
      .clock=${clock}
    ></leb-status-badge>
  </div>`;

/** The plans of a card, or the place where they will be: dates are the card's own. The plan it runs on is picked to begin with. */
const planPicker = (
  { lang, clock }: Scene,
  list: PlanList | null,
  card: Card | null,
  { planId, currency }: Chosen,
  busy: boolean,
  on: PlanWishes,
): TemplateResult =>
  html`<leb-plan-picker
    lang=${lang || nothing}
    .plans=${list?.plans ?? null}
    .selected=${planId ?? currentPlan(list) ?? ''}
    .currency=${currency ?? list?.currency ?? ''}
    .currencies=${list?.currencies ?? []}
    .zone=${card?.entitlement.zone ?? 'UTC'}
    .clock=${clock}
    .busy=${busy}
    @leb-plan-pick=${on.pick}
    @leb-currency-pick=${on.price}
    @leb-plan-continue=${on.next}
  ></leb-plan-picker>`;

const currentPlan = (list: PlanList | null): string | undefined =>
  list?.plans.find(({ current, offer }) => current && offer.ok)?.planId;
