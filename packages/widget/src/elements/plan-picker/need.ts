import type { Plan } from '@leb-renew/core';
import { recommendPlan, type Recommendation } from '@leb-renew/core/plan';
import { html, nothing, type TemplateResult } from 'lit';
import { dateText, lastMoment } from '../../text/dates.ts';
import { planNameWithin } from '../../text/plan-name.ts';
import type { PlanSpeech } from './facts.ts';

const dayMs = 86_400_000;
const longestNeed = 3_660;

/** Local calendar days from today for which service is needed; null while nobody has said. */
export type NeededDays = number | null;

/** The plan for so many days; null where there is nothing to recommend. */
export function recommended(
  plans: readonly Plan[],
  days: NeededDays,
  now: number,
  zone: string,
): Recommendation | null {
  if (days === null) return null;
  return recommendPlan(plans, { days, from: new Date(now).toISOString(), zone });
}

/** Asks how long the card is needed, in days or until a date, whichever is easier to say, and answers in a sentence. */
export function needForm(
  days: NeededDays,
  answer: Recommendation | null,
  now: number,
  { words, locale, zone }: PlanSpeech,
  changed: (days: NeededDays) => void,
): TemplateResult {
  const today = dateIn(zone, now);
  const onDays = ({ target }: Event) => {
    changed(within((target as HTMLInputElement).valueAsNumber));
  };
  const onDate = ({ target }: Event) => {
    changed(within(((target as HTMLInputElement).valueAsNumber - Date.parse(today)) / dayMs));
  };
  const until = days === null ? '' : plusDays(today, days);
  return html`<details class="need" part="need">
    <summary class="quiet">${words.need}</summary>
    <div class="fields">
      <label
        >${words.needDays}
        <input
          type="number"
          inputmode="numeric"
          min="1"
          max=${longestNeed}
          .value=${days === null ? '' : String(days)}
          @input=${onDays}
      /></label>
      <label
        >${words.needUntil}
        <input
          type="date"
          min=${plusDays(today, 1)}
          max=${plusDays(today, longestNeed)}
          .value=${until}
          @change=${onDate}
      /></label>
    </div>
    <p role="status">${answer === null ? nothing : said()}</p>
  </details>`;

  function said(): string {
    if (answer === null || answer.why === 'none-on-offer') return '';
    const date = dateText(lastMoment(answer.coversUntil), 'short', locale, zone);
    switch (answer.why) {
      case 'already-covered':
        return words.needCovered(date);
      case 'cheapest-that-covers':
        return words.needMet(planNameWithin(answer.plan, locale), date);
      case 'none-covers':
        return words.needTooLong(planNameWithin(answer.plan, locale), date, answer.missingDays);
    }
  }
}

/** Whoever needs more than any plan gives is told so, however much more it is. */
const within = (days: number): NeededDays =>
  Number.isInteger(days) && days >= 1 ? Math.min(days, longestNeed) : null;

/** `2026-11-22`, as people in the zone write it down. */
const dateIn = (zone: string, moment: number): string =>
  new Intl.DateTimeFormat('en-CA', { timeZone: zone, calendar: 'iso8601' }).format(moment);

const plusDays = (date: string, days: number): string =>
  new Date(Date.parse(date) + days * dayMs).toISOString().slice(0, 10);
