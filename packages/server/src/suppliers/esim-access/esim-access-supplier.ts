import { trouble } from '@leb-renew/core/contract';
import { instantOf } from '../../store/instant.ts';
import { withDeadline } from '../deadline.ts';
import { instantOfMoment } from '../moment.ts';
import type { CardReading, ExtensionOrder, Refusal, Supplier, Unknown } from '../port.ts';
import { unsure, type Told } from '../told.ts';
import { Balance, Packages, Profiles, ToppedUp, Usage, type Profile } from './answers.ts';
import { expiryOf, isRevoked, isSuspended, profileOf, whyNot } from './card.ts';
import { createCall } from './client.ts';
import { appliedOf, foundIn, markOf } from './found.ts';
import { readNotice } from './notices.ts';
import { checkOptions, type EsimAccessOptions, type TopUpPackage } from './options.ts';

/** Usage is two to three hours old, and eight requests a second are for all cards together. */
const readsEveryMs = 15 * 60_000;

/**
 * eSIM Access, Partner API v1, as https://docs.esimaccess.com describes it.
 *
 * A renewal is a top-up, which adds days and data. Its `transactionId` is our order's key: the supplier takes the same
 * one for the same request, and it is looked for in the card before anything is repeated. See `esimAccessPolicy` for
 * what plans have to promise.
 *
 * There is no sandbox: try it with a card that can be cancelled.
 */
export function esimAccessSupplier(options: EsimAccessOptions): Supplier {
  const settings = { ...defaults, ...options };
  checkOptions(settings);
  const { packages, admitsNotice, deadlineMs, now } = settings;
  const call = createCall({ ...settings, secretKey: options.secretKey ?? null });

  return withDeadline(deadlineMs, {
    name: 'esim-access',
    readsEveryMs,
    async readCard(iccid, signal) {
      const card = await profileBy(iccid, signal);
      return card.outcome === 'told' ? readingOf(card.value, signal) : card;
    },
    async listPlans(iccid, plans, signal) {
      const [card, list] = await Promise.all([profileBy(iccid, signal), offered(iccid, signal)]);
      if (card.outcome !== 'told') return card;
      const no = whyNot(card.value, now());
      if (no !== null) return no;
      if (list.outcome !== 'told') return list;
      const planIds = plans
        .map(({ planId }) => planId)
        .filter(
          (planId) => Object.hasOwn(packages, planId) && pick(list.value, packages[planId]) !== undefined,
        );
      return { outcome: 'listed', planIds };
    },
    async preview(order, signal) {
      const card = await profileBy(order.iccid, signal);
      if (card.outcome !== 'told') return card;
      const no = whyNot(card.value, now()) ?? (await whyNotBought(order, signal));
      return no ?? { outcome: 'possible', mark: markOf(card.value) };
    },
    async apply(order, mark, signal) {
      const topUp = packageOf(order);
      if ('outcome' in topUp) return topUp;
      const card = await profileBy(order.iccid, signal);
      if (card.outcome !== 'told') return card;
      const found = foundIn(card.value, order, mark);
      if (typeof found !== 'string') return found;
      const no = whyNot(card.value, now());
      if (no !== null) return no;
      const done = await call('esim/topup', wishOf(order, topUp, card.value), ToppedUp, signal);
      if (done.outcome !== 'told') return done;
      const { transactionId, expiredTime } = done.value;
      if (transactionId !== order.key)
        return { outcome: 'unknown', detail: 'another transaction was answered' };
      return appliedOf(order, mark ?? markOf(card.value), { ...card.value, expiredTime });
    },
    async find(order, mark, signal) {
      const card = await profileBy(order.iccid, signal);
      if (card.outcome !== 'told') return unsure(card);
      const found = foundIn(card.value, order, mark);
      if (found === 'unclear')
        return {
          outcome: 'unknown',
          detail: 'the card names no transactions, and nothing is known of it before',
        };
      return found === 'absent' ? { outcome: 'absent' } : found;
    },
    // oxlint-disable-next-line typescript/require-await
    async parseNotice(raw, headers) {
      return admitsNotice(headers) ? readNotice(raw) : trouble('bad-notice');
    },
  });

  /** Numbers are used again for other cards; only one card can have it now. */
  async function profileBy(iccid: string, signal: AbortSignal): Promise<Told<Profile> | Refusal | Unknown> {
    const question = { iccid, pager: { pageNum: 1, pageSize: 50 } };
    const answer = await call('esim/query', question, Profiles, signal);
    if (answer.outcome !== 'told') return answer;
    const cards = answer.value.esimList.filter((each) => each.iccid === iccid);
    const [card, ...others] = cards.length > 1 ? cards.filter((each) => !isRevoked(each)) : cards;
    if (card === undefined)
      return { outcome: 'refused', reason: 'other', isFinal: true, detail: 'no such card' };
    return others.length === 0
      ? { outcome: 'told', value: card }
      : { outcome: 'unknown', detail: 'several cards have this number' };
  }

  async function readingOf(card: Profile, signal: AbortSignal): Promise<CardReading> {
    return {
      outcome: 'read',
      expiresAt: expiryOf(card),
      profile: profileOf(card),
      data: await dataOf(card, signal),
      suspended: isSuspended(card),
      revoked: isRevoked(card),
      asOf: instantOf(now()),
    };
  }

  /** Only where the volume is for the whole plan, and as old as the supplier says. */
  async function dataOf(
    { esimTranNo, dataType }: Profile,
    signal: AbortSignal,
  ): Promise<CardReading['data']> {
    if ((dataType ?? 1) !== 1) return null;
    const answer = await call('esim/usage/query', { esimTranNoList: [esimTranNo] }, Usage, signal);
    if (answer.outcome !== 'told') return null;
    const usage = answer.value.esimUsageList.find((each) => each.esimTranNo === esimTranNo);
    if (usage === undefined || usage.totalData === 0) return null;
    return {
      totalBytes: usage.totalData,
      remainingBytes: Math.max(0, usage.totalData - usage.dataUsage),
      asOf: instantOfMoment(usage.lastUpdateTime),
    };
  }

  /** The top-ups that the supplier has for a card. */
  async function offered(iccid: string, signal: AbortSignal) {
    const answer = await call('package/list', { type: 'TOPUP', iccid }, Packages, signal);
    return answer.outcome === 'told' ? { ...answer, value: answer.value.packageList } : answer;
  }

  /** The package is there, at the agreed price, and there is money for it. */
  async function whyNotBought(order: ExtensionOrder, signal: AbortSignal): Promise<Refusal | Unknown | null> {
    const topUp = packageOf(order);
    if ('outcome' in topUp) return topUp;
    const list = await offered(order.iccid, signal);
    if (list.outcome !== 'told') return list;
    const listed = pick(list.value, topUp);
    if (listed === undefined)
      return { ...refused, isFinal: true, detail: 'the package is not offered for the card' };
    const price = listed.price * (topUp.periodNum ?? 1);
    if (topUp.price !== undefined && topUp.price !== price)
      return { ...refused, detail: `the price of the package is ${price}, not ${topUp.price}` };
    const account = await call('balance/query', {}, Balance, signal);
    if (account.outcome !== 'told') return account;
    return account.value.balance < price
      ? { ...refused, detail: 'the balance of the account is too low' }
      : null;
  }

  function packageOf({ plan }: ExtensionOrder): TopUpPackage | Refusal {
    const topUp = Object.hasOwn(packages, plan.planId) ? packages[plan.planId] : undefined;
    return topUp ?? { ...refused, detail: `no package is set for the plan ${plan.planId}` };
  }
}

const defaults = {
  admitsNotice: () => true,
  baseUrl: 'https://api.esimaccess.com',
  requestsPerSecond: 8,
  deadlineMs: 12_000,
  now: Date.now,
};

const refused = { outcome: 'refused', reason: 'other', isFinal: false } as const;

const pick = <T extends { packageCode: string; slug?: string | null }>(
  list: readonly T[],
  wanted: TopUpPackage | undefined,
): T | undefined => list.find(({ packageCode, slug }) => [packageCode, slug].includes(wanted?.packageCode));

/** “Top Up”. Amounts and days are described as strings; the number of the card is deprecated. */
const wishOf = (order: ExtensionOrder, { packageCode, price, periodNum }: TopUpPackage, card: Profile) => ({
  esimTranNo: card.esimTranNo,
  packageCode,
  transactionId: order.key,
  ...(price === undefined ? {} : { amount: String(price) }),
  ...(periodNum === undefined ? {} : { periodNum: String(periodNum) }),
});
