import type { Instant, PlanRef } from '@leb-renew/core/contract';
import type { Of } from '@leb-renew/core/schema';
import type { ExtensionPolicy } from '@leb-renew/core/term';
import { instantOf } from '../../store/instant.ts';
import type { Applied, ExtensionOrder } from '../port.ts';
import type { Marked } from './mark.ts';
import type { History, TopUps } from './wire.ts';

/**
 * What a plan that Airalo tops up has to promise, so that the promise and the supplier agree:
 *
 * - **term**: the days of the top-up package, never months;
 * - **zone** of the cards: `UTC`, or one without clock changes. The supplier counts days of 24 hours;
 * - **policy**: this one. That many days from now, whatever the card has left.
 *
 * Airalo tells how many days a package is good for and not from when: from the end of the one before it, or from its own
 * first use. It cannot begin before it is bought, so this is what can be promised whatever the operator does. Where the
 * card then lasts longer, its next reading shows it.
 */
export const airaloPolicy = { active: 'restart' } as const satisfies ExtensionPolicy;

const dayMs = 86_400_000;

/** Whether the package is for sale, and good for at least the days of the plan. */
export function isServed({ term }: PlanRef, name: string | null, { data }: Of<typeof TopUps>): boolean {
  return data.some(({ id, day }) => id === name && 'days' in term && term.days <= day);
}

/** An order as Airalo tells of it. */
export interface Order {
  readonly code: string;
  readonly validity: number | string;
}

/**
 * The promise, where the days that were bought cover it when they begin at the earliest moment; otherwise only they.
 * An order has no date but when it was made, and that without a zone.
 */
export function applied(order: Order, promise: ExtensionOrder, then: Marked): Applied {
  const end = then.at + Number(order.validity) * dayMs;
  const { from, to } =
    end >= Date.parse(promise.to) ? promise : { from: instantOf(then.at), to: instantOf(end) };
  return { outcome: 'applied', from, to, supplierRef: order.code };
}

/** The end of the last package; null while one waits, because nobody tells when it will begin. */
export function endOf({ data }: Of<typeof History>): Instant | null {
  const ends = data.map(({ expired_at }) => (expired_at === null ? Infinity : Date.parse(expired_at)));
  const last = Math.max(...ends);
  return Number.isFinite(last) ? instantOf(last) : null;
}
