import { formatMoney, type Money, type Plan } from '@leb-renew/core';
import { plans as english } from '../../text/en/plans.ts';
import {
  byLanguage,
  count,
  flag,
  instant,
  list,
  looksAt,
  mistake,
  oneOf,
  orNull,
  text,
  thing,
  works,
  type Rule,
} from '../given.ts';

/**
 * Plans, once what a picker shows of them has been looked at. One that cannot be shown takes the others with it: a
 * person who saw the rest alone would take it for all there is.
 *
 * @throws Misuse naming the first member that cannot be shown
 */
export function checkPlans(plans: readonly Plan[]): readonly Plan[] {
  looksAt('plans', plans)('', list);
  const seen = new Set<string>();
  plans.forEach((plan, place) => {
    checkPlan(plan, `plans.${place}`);
    if (seen.has(plan.planId)) throw mistake(`plans.${place}.planId`, plan.planId, 'an id of its own');
    seen.add(plan.planId);
  });
  return plans;
}

/** Also a part of ids in the markup, in lists of which a space would be two. */
const id: Rule = [(value) => typeof value === 'string' && /^[\w-]{1,64}$/.test(value), 'an id'];

const price: Rule = [
  (value) => works(() => formatMoney(value as Money, 'en')) && (value as Money).minor >= 0,
  'an amount of money, not below zero',
];

function checkPlan(plan: Plan, name: string): void {
  const must = looksAt(name, plan);
  must('planId', id);
  must('name', text);
  must('nameIn', byLanguage(text));
  must('current', flag);
  must('includes', list);
  must('includesIn', byLanguage(list));
  must('price.total', price);
  must('price.perMonth', orNull(price));
  if (plan.price.saving !== null) {
    for (const path of ['percent', 'comparedWith.times']) must(`price.saving.${path}`, count);
    must('price.saving.comparedWith.name', text);
    must('price.saving.comparedWith.nameIn', byLanguage(text));
  }
  must('allowance', thing);
  if (plan.allowance.bytes !== 'unlimited') must('allowance.bytes', count);
  must('allowance.per', oneOf('term', 'month', 'day'));
  must('offer.ok', flag);
  if (plan.offer.ok) {
    must('offer.effect.to', instant);
    must('offer.effect.losesDays', count);
  } else {
    must('offer.reason', oneOf(...Object.keys(english.refused)));
    must('offer.opensAt', orNull(instant));
  }
}
