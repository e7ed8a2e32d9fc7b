import type { Receipt, ReceiptSummary, RenewalIn } from '@leb-renew/core';
import { byLanguage, count, instant, list, looksAt, orNull, text, thing, zone, type Rule } from '../given.ts';
import { fromRenewal, type PaidFacts } from './facts.ts';

type Must = (path: string, rule: Rule) => void;

const whole: Rule = [Number.isSafeInteger, 'whole minor units'];

/**
 * The facts of a receipt, or of a renewal while there is none.
 *
 * @throws Misuse naming the first member that cannot be shown
 */
export function readFacts(receipt: Receipt | null, renewal: RenewalIn<'renewed'> | null): PaidFacts | null {
  if (receipt !== null) {
    looksAt('receipt', receipt)('links', thing);
    return checked('receipt', receipt);
  }
  if (renewal === null) return null;
  const must = looksAt('renewal', renewal);
  for (const member of ['', 'quote', 'quote.card', 'quote.effect']) must(member, thing);
  return checked('renewal', fromRenewal(renewal));
}

function checked(name: string, facts: PaidFacts): PaidFacts {
  const must = looksAt(name, facts);
  for (const member of ['', 'card', 'plan', 'seller']) must(member, thing);
  for (const member of ['number', 'reference', 'card.label', 'card.iccidMasked', 'plan.name', 'seller.name'])
    must(member, text);
  must('plan.nameIn', byLanguage(text));
  for (const member of ['paidWith', 'sentTo', 'corrects']) must(member, orNull(text));
  must('seller.support', text);
  must('zone', zone);
  must('paidAt', instant);
  must('previousExpiry', orNull(instant));
  periodIn(facts, must);
  must('correctedBy', list);
  must('lines', list);
  for (const place of facts.lines.keys()) {
    must(`lines.${place}.label`, text);
    must(`lines.${place}.labelIn`, byLanguage(text));
    must(`lines.${place}.rateBasisPoints`, orNull(count));
    amountIn(`lines.${place}.amount`, must);
  }
  amountIn('total', must);
  return facts;
}

/**
 * One row of a card's receipts.
 *
 * @throws Misuse naming the first member that cannot be shown
 */
export function readRow(paper: ReceiptSummary, place: number): ReceiptSummary {
  const must = looksAt(`past.${place}`, paper);
  for (const member of ['', 'plan', 'links']) must(member, thing);
  for (const member of ['number', 'renewalId', 'plan.name']) must(member, text);
  must('plan.nameIn', byLanguage(text));
  must('corrects', orNull(text));
  must('links.page', orNull(text));
  must('zone', zone);
  must('issuedAt', instant);
  amountIn('total', must);
  return paper;
}

function periodIn({ period }: PaidFacts, must: Must): void {
  must('period', orNull(thing));
  if (period !== null) for (const end of ['from', 'to']) must(`period.${end}`, instant);
}

function amountIn(path: string, must: Must): void {
  must(path, thing);
  must(`${path}.minor`, whole);
  must(`${path}.currency`, [(code) => /^[A-Z]{3}$/.test(String(code)), 'an ISO 4217 code']);
  must(`${path}.exponent`, [(value) => [0, 2, 3, 4].includes(value as number), '0, 2, 3 or 4']);
}
