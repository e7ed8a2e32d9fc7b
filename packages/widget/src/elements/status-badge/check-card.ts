import { noticeFor, type Card, type Term } from '@leb-renew/core';
import {
  count,
  flag,
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

/**
 * Looks at what a badge shows of a card.
 *
 * @throws Misuse naming the first member that cannot be shown
 */
export function checkCard(card: Card): void {
  const must = looksAt('card', card);
  must('', thing);
  for (const name of ['cardRef', 'label', 'iccidMasked', 'region']) must(name, text);
  must('devices', list);
  must('openRenewal', orNull(text));
  must('entitlement.asOf', instant);
  must('entitlement.zone', zone);
  for (const end of ['expiresAt', 'graceEndsAt', 'recoverableUntil'])
    must(`entitlement.${end}`, orNull(instant));
  for (const word of ['suspended', 'revoked']) must(`entitlement.${word}`, flag);
  must('entitlement.startsOn', oneOf('purchase', 'install', 'first-use'));
  must('entitlement.periods', list);
  for (const place of card.entitlement.periods.keys())
    for (const end of ['start', 'end']) must(`entitlement.periods.${place}.${end}`, instant);
  must('data', orNull(thing));
  if (card.data !== null) {
    must('data.asOf', instant);
    for (const name of ['remainingBytes', 'totalBytes']) must(`data.${name}`, count);
  }
  must('currentPlan.term', term);
}

const term: Rule = [(value) => works(() => noticeFor(value as Term)), 'a count of months or days'];
