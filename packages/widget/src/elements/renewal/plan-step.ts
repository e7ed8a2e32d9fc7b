import type { Card, Clock, PlanList } from '@leb-renew/core';
import { html, nothing, type TemplateResult } from 'lit';
import type { CurrencyPickEvent, PlanContinueEvent, PlanPickEvent } from '../../events.ts';
import { lastFour } from '../../text/amounts.ts';

interface PlanWishes {
  pick(event: PlanPickEvent): void;
  currency(event: CurrencyPickEvent): void;
  next(event: PlanContinueEvent): void;
}

/** Which card it is about, so that nobody renews the wrong one. */
export const cardLine = (card: Card, clock: Clock | null, lang: string | undefined): TemplateResult =>
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

/** The plans of a card, or the place where they will be. The plan it runs on is picked to begin with. */
export const planPicker = (
  list: PlanList | null,
  card: Card | null,
  picked: string | null,
  busy: boolean,
  lang: string | undefined,
  on: PlanWishes,
): TemplateResult =>
  html`<leb-plan-picker
    lang=${lang || nothing}
    .plans=${list?.plans ?? null}
    .selected=${picked ?? currentPlan(list) ?? ''}
    .currency=${list?.currency ?? ''}
    .currencies=${list?.currencies ?? []}
    .zone=${card?.entitlement.zone ?? 'UTC'}
    .busy=${busy}
    @leb-plan-pick=${on.pick}
    @leb-currency-pick=${on.currency}
    @leb-plan-continue=${on.next}
  ></leb-plan-picker>`;

const currentPlan = (list: PlanList | null): string | undefined =>
  list?.plans.find(({ current, offer }) => current && offer.ok)?.planId;
