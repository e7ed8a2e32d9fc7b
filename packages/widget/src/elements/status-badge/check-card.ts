import { Misuse, noticeFor, type Card } from '@leb-renew/core';

type Rule = (value: unknown) => boolean;
type Members = Readonly<Record<string, unknown>> | null | undefined;

const text: Rule = (value) => typeof value === 'string';
const count: Rule = (value) => Number.isFinite(value);
const instant: Rule = (value) => text(value) && !Number.isNaN(Date.parse(String(value)));
const list: Rule = (value) => Array.isArray(value);
const thing: Rule = (value) => typeof value === 'object' && value !== null;
const orNull =
  (rule: Rule): Rule =>
  (value) =>
    value === null || rule(value);

/**
 * Looks at what a badge shows of a card; `expiryOf` looks at its dates.
 *
 * @throws Misuse naming the first member that cannot be shown, without repeating what it is
 */
export function checkCard(card: Card): void {
  const must = (rule: Rule, expected: string, owner: unknown, ...path: string[]) => {
    const value = path.reduce<unknown>((at, name) => (at as Members)?.[name], owner);
    if (!rule(value)) throw new Misuse(`${['card', ...path].join('.')} must be ${expected}`);
  };
  must(thing, 'a card as the server sends it', card);
  for (const name of ['cardRef', 'label', 'iccidMasked', 'region']) must(text, 'text', card, name);
  must(list, 'a list', card, 'devices');
  must(orNull(text), 'text or null', card, 'openRenewal');
  must(instant, 'an ISO 8601 instant', card, 'entitlement', 'asOf');
  must(list, 'a list', card, 'entitlement', 'periods');
  for (const place of card.entitlement.periods.keys())
    for (const end of ['start', 'end'])
      must(instant, 'an ISO 8601 instant', card, 'entitlement', 'periods', String(place), end);
  must(orNull(thing), 'an object or null', card, 'data');
  if (card.data !== null) {
    must(instant, 'an ISO 8601 instant', card, 'data', 'asOf');
    for (const name of ['remainingBytes', 'totalBytes']) must(count, 'a number', card, 'data', name);
  }
  must(thing, 'a plan', card, 'currentPlan');
  noticeFor(card.currentPlan.term);
}
