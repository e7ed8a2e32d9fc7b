import { formatMoney, inLanguage, type Money, type Plan } from '@leb-renew/core';
import { dataText, percentText } from '../../text/amounts.ts';
import { dateText, lastMoment } from '../../text/dates.ts';
import { planName, planNameWithin } from '../../text/plan-name.ts';
import type { PlanWords } from '../../text/messages.ts';

/** A plan in words, the same for every layout. Null where there is nothing to say. */
export interface PlanFacts {
  readonly planId: string;
  readonly name: string;
  readonly isOpen: boolean;
  readonly isCurrent: boolean;
  readonly price: string;
  readonly month: string | null;
  readonly saving: string | null;
  readonly comparedWith: string | null;
  readonly allowance: string;
  readonly includes: readonly string[];
  /** The new end, or why the plan cannot be chosen. */
  readonly until: string;
}

export interface PlanSpeech {
  readonly words: PlanWords;
  readonly locale: string;
  readonly zone: string;
  /** Whether prices need their currency's code. */
  readonly money: 'code' | 'symbol';
}

export function factsOf(plan: Plan, { words, locale, zone, money }: PlanSpeech): PlanFacts {
  const { planId, price, offer, allowance } = plan;
  const amount = (of: Money) => formatMoney(of, locale, money);
  const day = (moment: number) => dateText(moment, 'short', locale, zone);
  const { total, perMonth, saving } = price;
  const saves = offer.ok ? saving : null;
  return {
    planId,
    name: planName(plan, locale),
    isOpen: offer.ok,
    isCurrent: plan.current,
    price: amount(total),
    month:
      !offer.ok || perMonth === null || perMonth.minor === total.minor
        ? null
        : words.perMonth(amount(perMonth)),
    saving: saves === null ? null : words.save(percentText(saves.percent / 100, locale)),
    comparedWith:
      saves === null
        ? null
        : words.comparedWith(planNameWithin(saves.comparedWith, locale), saves.comparedWith.times),
    allowance:
      allowance.bytes === 'unlimited'
        ? words.unlimited
        : words.allowance(dataText(allowance.bytes, locale), allowance.per),
    includes: inLanguage(locale, plan.includesIn, plan.includes),
    until: offer.ok
      ? words.newEnd(day(lastMoment(offer.effect.to)))
      : words.refused[offer.reason](offer.opensAt === null ? null : day(Date.parse(offer.opensAt))),
  };
}
