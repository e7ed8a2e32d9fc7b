import type { PlanRef } from '@leb-renew/core/contract';
import type { Schema } from '@leb-renew/core/schema';
import { isWebAddress } from '../../addresses.ts';
import { instantOf } from '../../store/instant.ts';
import { withDeadline } from '../deadline.ts';
import { readMark } from '../mark.ts';
import { must } from '../must.ts';
import type { Applied, ExtensionOrder, Refusal, Supplier, Unknown } from '../port.ts';
import { createSent } from '../sent.ts';
import { told, unsure, type Told } from '../told.ts';
import { accessTo } from './access.ts';
import { applied, endOf, isServed } from './days.ts';
import { Marked } from './mark.ts';
import { readNotice } from './notice.ts';
import { isTooOften, noSuchCard, notServed, otherwise } from './refusals.ts';
import { History, Ordered, Orders, TopUps, Usage } from './wire.ts';

export interface AiraloSupplierOptions {
  /** From Airalo's partner platform. */
  readonly clientId: string;
  /** Also what Airalo signs its notices with. */
  readonly clientSecret: string;
  /** The id of a top-up package, e.g. `bonbon-mobile-30days-3gb-topup`, by `planId`. A plan that is not in it is refused. */
  readonly packages: Readonly<Record<string, string>>;
  /** @default `https://partners-api.airalo.com`, for sandbox and production: which of them it is, Airalo keeps with the account */
  readonly baseUrl?: string;
  /**
   * How long after a try an order may still turn up in Airalo's lists, ms. No page of Airalo's tells. Until then a lost
   * order is `unknown`, and is not tried again. At most an hour. @default 30 minutes, more than the 20 for which Airalo
   * keeps answers
   */
  readonly settlesAfterMs?: number;
  /**
   * For one answer to the server, ms, however many requests it takes. Shorter than the 15 s that the server waits for,
   * so that it hears when to ask again. @default 12 000
   */
  readonly deadlineMs?: number;
  /** The clock, epoch ms. For tests. @default Date.now */
  readonly now?: () => number;
}

const mb = 2 ** 20;
/** https://developers.partners.airalo.com/get-usage-data-text-voice-11883030e0 */
const keptMs = 20 * 60_000;

/**
 * Airalo, by its Partner API v2 (https://developers.partners.airalo.com). Publish plans with {@link airaloPolicy}.
 *
 * It has no idempotency key. The key of an order goes into its description, and two witnesses are asked before it is
 * sent again: the list of orders, and the packages of the card. That is not before `settlesAfterMs` is over, not even by
 * another process if it waits as `retryAfterSeconds` asks.
 *
 * @throws TypeError when an option is wrong; the secret is not repeated
 */
export function airaloSupplier({
  clientId,
  clientSecret,
  packages: names,
  baseUrl = 'https://partners-api.airalo.com',
  settlesAfterMs = 30 * 60_000,
  deadlineMs = 12_000,
  now = Date.now,
}: AiraloSupplierOptions): Supplier {
  must('airaloSupplier', typeof clientId === 'string' && clientId !== '', 'clientId', 'must not be empty');
  must(
    'airaloSupplier',
    typeof clientSecret === 'string' && clientSecret !== '',
    'clientSecret',
    'must not be empty',
  );
  must(
    'airaloSupplier',
    isWebAddress(baseUrl),
    'baseUrl',
    'must be a web address without query, fragment or password',
  );
  must(
    'airaloSupplier',
    settlesAfterMs >= 0 && settlesAfterMs <= 3_600_000,
    'settlesAfterMs',
    'must be from 0 to 3600000, as long as the server has others wait',
  );
  must('airaloSupplier', deadlineMs > 0, 'deadlineMs', 'must be above 0');
  const call = accessTo({ baseUrl: baseUrl.replace(/\/$/, ''), clientId, clientSecret, deadlineMs, now });
  const sent = createSent(settlesAfterMs, now);

  return withDeadline(deadlineMs, {
    name: 'airalo',
    // Two questions a reading: each once in 15 minutes for a card by the page of 2025, ten times a minute by that of
    // 2026 (https://developers.partners.airalo.com/rate-limits-752590m0); and nothing new before the answer is new.
    readsEveryMs: keptMs,

    async readCard(iccid, signal) {
      const usage = await question(Usage, `/v2/sims/${iccid}/usage`, signal);
      if (usage.outcome !== 'told') return usage;
      const { status, remaining, total, is_unlimited } = usage.value.data;
      const asOf = instantOf(now() - keptMs);
      const isRecycled = status === 'RECYCLED';
      const history = isRecycled ? null : await question(History, `/v2/sims/${iccid}/packages`, signal);
      if (history !== null && history.outcome !== 'told') return history;
      return {
        outcome: 'read',
        expiresAt: history === null ? null : endOf(history.value),
        profile: 'unknown',
        data:
          is_unlimited === false && total > 0
            ? { remainingBytes: remaining * mb, totalBytes: total * mb, asOf }
            : null,
        suspended: null,
        revoked: isRecycled,
        asOf,
      };
    },

    async listPlans(iccid, plans, signal) {
      const topUps = await question(TopUps, `/v2/sims/${iccid}/topups`, signal);
      if (topUps.outcome !== 'told') return topUps;
      const served = plans.filter((plan) => isServed(plan, nameOf(plan), topUps.value));
      return { outcome: 'listed', planIds: served.map(({ planId }) => planId) };
    },

    async preview({ iccid, plan }, signal) {
      const topUps = await question(TopUps, `/v2/sims/${iccid}/topups`, signal);
      if (topUps.outcome !== 'told') return topUps;
      if (!isServed(plan, nameOf(plan), topUps.value)) return notServed;
      const at = now();
      const history = await question(History, `/v2/sims/${iccid}/packages`, signal);
      if (history.outcome !== 'told' && !isTooOften(history)) return history;
      const packages = history.outcome === 'told' ? history.value.data.map(({ id }) => id) : null;
      return { outcome: 'possible', mark: JSON.stringify({ at, packages } satisfies Marked) };
    },

    async apply(order, mark, signal) {
      const then = readMark(Marked, mark);
      if (then === null) return noMark;
      const name = nameOf(order.plan);
      if (name === null) return notServed;
      const before = await listed(order, then, signal);
      if (before !== null) return before;
      if (sent.isOut(order.key)) return notBefore(settlesAfterMs, 'an earlier try may still turn up');

      sent.sends(order);
      const outcome = await submit(order, name, then, signal);
      if (outcome.outcome === 'refused') sent.refused(order.key);
      return outcome.outcome === 'unknown' ? notBefore(settlesAfterMs, outcome.detail) : outcome;
    },

    async find(order, mark, signal) {
      const then = readMark(Marked, mark);
      if (then === null) return noMark;
      // Taken before the look: what is listed in between is found by the next.
      const mayArriveFor = sent.mayArriveFor(order, then.at);
      const known = await listed(order, then, signal);
      if (known !== null) return known;
      if (mayArriveFor > 0) return notBefore(mayArriveFor, 'not listed, and may still turn up');
      const { packages } = then;
      if (packages === null) return { outcome: 'unknown', detail: 'not listed, and no second witness' };
      const history = await question(History, `/v2/sims/${order.iccid}/packages`, signal);
      if (history.outcome !== 'told') return unsure(history);
      // Where the description was not kept, a new package is the only trace.
      const name = nameOf(order.plan);
      return history.value.data.some((made) => made.package.id === name && !packages.includes(made.id))
        ? { outcome: 'unknown', detail: 'the card has a new package that no listed order explains' }
        : { outcome: 'absent' };
    },

    parseNotice: (raw, headers) => Promise.resolve(readNotice(raw, headers, clientSecret)),
  });

  /** Asks about one card. */
  async function question<T>(
    shape: Schema<T>,
    path: string,
    signal: AbortSignal,
  ): Promise<Told<T> | Refusal | Unknown> {
    const heard = await call(path, {}, signal);
    if (heard.outcome !== 'heard') return heard;
    if (heard.status === 404) return noSuchCard;
    return heard.status === 200 ? told(shape, heard.body) : otherwise(heard);
  }

  /** `POST /v2/orders/topups`, https://developers.partners.airalo.com/submit-top-up-order-11883026e0 */
  async function submit(
    order: ExtensionOrder,
    name: string,
    then: Marked,
    signal: AbortSignal,
  ): Promise<Applied | Refusal | Unknown> {
    const form = { package_id: name, iccid: order.iccid, description: order.key };
    const heard = await call('/v2/orders/topups', { form }, signal);
    if (heard.outcome !== 'heard') return heard;
    if (heard.status !== 200) return otherwise(heard);
    const ordered = told(Ordered, heard.body);
    if (ordered.outcome !== 'told') return ordered;
    return ordered.value.data.package_id === name
      ? applied(ordered.value.data, order, then)
      : { outcome: 'unknown', detail: 'another package was ordered' };
  }

  /**
   * What the list of orders says of this one; null when it is not there. `GET /v2/orders`,
   * https://developers.partners.airalo.com/get-order-list-11883022e0
   */
  async function listed(
    order: ExtensionOrder,
    then: Marked,
    signal: AbortSignal,
  ): Promise<Applied | Unknown | null> {
    const query = { include: 'status', 'filter[description]': order.key };
    const heard = await call('/v2/orders', { query }, signal);
    if (heard.outcome !== 'heard') return heard;
    if (heard.status !== 200) return unsure(otherwise(heard));
    const orders = told(Orders, heard.body);
    if (orders.outcome !== 'told') return orders;
    const { data, meta } = orders.value;
    // The filter asks for descriptions that contain the key.
    const ours = data.filter(({ description }) => description === order.key);
    const done = ours.find(({ status }) => status.slug === 'completed');
    if (done !== undefined) return applied(done, order, then);
    if (ours.length > 0) return { outcome: 'unknown', detail: 'listed, but not as completed' };
    return meta.last_page > 1 ? { outcome: 'unknown', detail: 'more orders than one page' } : null;
  }

  function nameOf({ planId }: PlanRef): string | null {
    return Object.hasOwn(names, planId) ? (names[planId] ?? null) : null;
  }
}

const notBefore = (ms: number, detail: string): Unknown => ({
  outcome: 'unknown',
  detail,
  retryAfterSeconds: Math.ceil(ms / 1000),
});
const noMark: Unknown = { outcome: 'unknown', detail: 'no mark from before the first try' };
