import type { Account } from './account.ts';
import { invalidRequest } from './fault.ts';
import { refundsOf } from './refunds.ts';
import { listOf } from './shelf.ts';

type Thing = Record<string, unknown>;

/**
 * Puts the objects in the place of their ids, e.g. `latest_charge.refunds`. Works on a copy: what was answered once
 * does not change.
 *
 * @see https://docs.stripe.com/api/expanding_objects
 */
export function expanded(account: Account, answer: object, paths: readonly string[] = []): object {
  const copy = structuredClone(answer) as Thing;
  for (const path of paths) {
    const steps = path.split('.');
    if (steps.length > 4)
      throw invalidRequest(`You cannot expand more than 4 levels of a property: ${path}`, {
        param: 'expand',
      });
    expand(account, copy, steps, path);
  }
  return copy;
}

function expand(account: Account, thing: Thing, [step, ...more]: readonly string[], path: string): void {
  if (step === undefined) return;
  if (step === 'data' && Array.isArray(thing['data'])) {
    for (const each of thing['data'] as Thing[]) expand(account, each, more, path);
    return;
  }
  const found = typeof thing[step] === 'object' ? thing[step] : lookUp(account, thing, step, path);
  thing[step] = found;
  if (found !== null) expand(account, found as Thing, more, path);
}

function lookUp(account: Account, thing: Thing, step: string, path: string): unknown {
  const field = `${String(thing['object'])}.${step}`;
  if (field === 'charge.refunds') {
    const id = String(thing['id']);
    return structuredClone(listOf(refundsOf(account, id), `/v1/charges/${id}/refunds`, {}));
  }
  const books = bookOf(account, field);
  if (books === null)
    throw invalidRequest(`This property cannot be expanded (${path}).`, {
      code: 'property_not_expandable',
      param: 'expand',
    });
  const id = thing[step];
  return typeof id === 'string' ? structuredClone(books.get(id) ?? null) : null;
}

function bookOf(account: Account, field: string): ReadonlyMap<string, object> | null {
  switch (field) {
    case 'payment_intent.latest_charge':
    case 'refund.charge':
      return account.charges;
    case 'payment_intent.payment_method':
      return account.methods;
    case 'charge.payment_intent':
    case 'refund.payment_intent':
      return account.intents;
    default:
      return null;
  }
}
