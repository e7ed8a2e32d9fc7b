import { formatMoney, type Money, type Quote, type RenewalState } from '@leb-renew/core';
import { checkProblem } from '../check-problem.ts';
import {
  byLanguage,
  count,
  instant,
  list,
  looksAt,
  oneOf,
  orNull,
  text,
  thing,
  works,
  zone,
  type Rule,
} from '../given.ts';

/** Where the price of each state is; null where none has been asked for, or it is not known. */
const prices: { readonly [status in RenewalState['status']]: 'quote' | 'before' | 'renewal.quote' | null } = {
  choosing: null,
  quoting: 'before',
  agreeing: 'quote',
  opening: 'quote',
  reviewing: 'quote',
  paying: 'renewal.quote',
  confirming: 'renewal.quote',
  checking: 'renewal.quote',
  cancelling: 'renewal.quote',
  resuming: null,
  extending: 'renewal.quote',
  renewed: null,
  held: 'renewal.quote',
};

/**
 * Where the renewal is, once what a panel shows of it has been looked at.
 *
 * @throws Misuse naming the first member that cannot be shown
 */
export function checkState(state: RenewalState): RenewalState {
  const must = looksAt('state', state);
  must('', thing);
  must('status', oneOf(...Object.keys(prices)));
  if ('problem' in state && state.problem !== null) checkProblem('state.problem', state.problem);
  const price = prices[state.status];
  if (price === 'renewal.quote') {
    must('renewal', thing);
    must('renewal.reference', text);
    checkQuote(
      'state.renewal.quote',
      (state as { readonly renewal: { readonly quote: Quote } }).renewal.quote,
    );
  } else if (price !== null) {
    const quote = (state as { readonly quote?: Quote; readonly before?: Quote })[price];
    if (price === 'quote' || quote !== undefined) checkQuote(`state.${price}`, quote as Quote);
  }
  return state;
}

/**
 * A price, once what a panel shows of it has been looked at.
 *
 * @throws Misuse naming the first member that cannot be shown
 */
export function checkQuote(name: string, quote: Quote): Quote {
  const must = looksAt(name, quote);
  must('', thing);
  for (const path of ['card.label', 'card.iccidMasked', 'plan.name', 'seller.name', 'seller.support'])
    must(path, text);
  must('plan.nameIn', byLanguage(text));
  must('card.zone', zone);
  for (const path of ['issuedAt', 'validUntil', 'effect.from', 'effect.to']) must(path, instant);
  must('effect.previousExpiry', orNull(instant));
  must('effect.losesDays', count);
  must('total', money);
  must('lines', list);
  for (const place of quote.lines.keys()) {
    must(`lines.${place}.label`, text);
    must(`lines.${place}.labelIn`, byLanguage(text));
    must(`lines.${place}.amount`, money);
    must(`lines.${place}.rateBasisPoints`, orNull(count));
  }
  return quote;
}

/** Below zero it is a credit. */
const money: Rule = [(value) => works(() => formatMoney(value as Money, 'en')), 'an amount of money'];
