import { instantOf } from '../../store/instant.ts';
import { withDeadline } from '../deadline.ts';
import { readMark } from '../mark.ts';
import type { ExtensionOrder, Refusal, Supplier, Unknown } from '../port.ts';
import { createSent } from '../sent.ts';
import { unsure } from '../told.ts';
import { Bundles, Catalogued, Compatible, Details, Ordered, Validated } from './answers.ts';
import { dataOf, expiryOf, mostQueued, profileOf, queuedIn } from './card.ts';
import { createCall } from './client.ts';
import { Before, foundIn, markOf } from './found.ts';
import { readNotice } from './notices.ts';
import { checkOptions, type EsimGoOptions } from './options.ts';

/** Ten requests a second are for all cards together. */
const readsEveryMs = 5 * 60_000;

/**
 * eSIM Go, API v2.4 and v2.5, as https://docs.esim-go.com describes it.
 *
 * A renewal is one more bundle, which waits behind those of the card. Orders carry no key of ours: what the card has
 * got since `preview` tells whether an order arrived, and it is not repeated before `settlesAfterMs` is over, not even by
 * another process if it waits as `retryAfterSeconds` asks. See `esimGoPolicy` for what plans have to promise.
 *
 * Whether a card is suspended, and when a number is lost, is not read: how the API answers that is not published.
 */
export function esimGoSupplier(options: EsimGoOptions): Supplier {
  const settings = { ...defaults, ...options };
  checkOptions(settings);
  const { apiKey, bundles: names, deadlineMs, settlesAfterMs, now } = settings;
  const call = createCall(settings);
  const sent = createSent(settlesAfterMs, now);

  return withDeadline(deadlineMs, {
    name: 'esim-go',
    readsEveryMs,
    async readCard(iccid, signal) {
      const bundles = await bundlesOf(iccid, signal);
      if (bundles.outcome !== 'told') return bundles;
      const details = await call(cardPath(iccid), Details, signal);
      const asOf = instantOf(now());
      return {
        outcome: 'read',
        expiresAt: expiryOf(bundles.value),
        profile: details.outcome === 'told' ? profileOf(details.value.profileStatus ?? '') : 'unknown',
        data: dataOf(bundles.value, asOf),
        suspended: null,
        revoked: null,
        asOf,
      };
    },
    async listPlans(iccid, plans, signal) {
      const known = plans.map(({ planId }) => planId).filter((planId) => nameOf(planId) !== null);
      const said = await Promise.all(
        known.map((planId) => whyNotFitting(iccid, nameOf(planId) ?? '', signal)),
      );
      const planIds = known.filter((_, index) => said[index] === null);
      const unheard = said.find((each) => each?.outcome === 'unknown');
      // One name that is wrong does not keep the others from being sold; a wrong key keeps all.
      const no =
        planIds.length > 0 ? null : said.find((each) => each?.outcome === 'refused' && !each.isFinal);
      return unheard ?? no ?? { outcome: 'listed', planIds };
    },
    async preview(order, signal) {
      const name = nameOf(order.plan.planId);
      if (name === null) return noBundle(order);
      const bundles = await bundlesOf(order.iccid, signal);
      if (bundles.outcome !== 'told') return bundles;
      const no = whyFull(bundles.value) ?? (await whyNotFitting(order.iccid, name, signal));
      if (no !== null) return no;
      const bundle = await call(`/catalogue/bundle/${encodeURIComponent(name)}`, Catalogued, signal);
      if (bundle.outcome !== 'told') return bundle;
      const { duration, autostart } = bundle.value;
      if (autostart === false) return { ...refused, detail: 'the bundle does not start by itself' };
      const valid = await call('/orders', Validated, signal, orderOf('validate', order, name));
      if (valid.outcome !== 'told') return valid;
      if (valid.value.valid === false) return { ...refused, detail: 'the order is not valid' };
      return { outcome: 'possible', mark: markOf(now(), duration, bundles.value, name) };
    },
    async apply(order, mark, signal) {
      const name = nameOf(order.plan.planId);
      if (name === null) return noBundle(order);
      const before = readMark(Before, mark);
      if (before === null)
        return { ...refused, detail: 'not ordered without a mark: it could not be found again' };
      const bundles = await bundlesOf(order.iccid, signal);
      if (bundles.outcome !== 'told') return bundles;
      const no = foundIn(bundles.value, name, order, before) ?? whyFull(bundles.value);
      if (no !== null) return no;

      if (sent.isOut(order.key)) return notBefore(settlesAfterMs, mayArrive);
      if (signal.aborted) return { outcome: 'unknown', detail: 'stopped before it was sent' };
      sent.sends(order);
      const done = await call('/orders', Ordered, signal, orderOf('transaction', order, name));
      if (done.outcome === 'refused') sent.refused(order.key);
      if (done.outcome === 'unknown') return notBefore(settlesAfterMs, done);
      if (done.outcome !== 'told') return done;
      sent.taken(order.key);
      const after = await bundlesOf(order.iccid, signal);
      if (after.outcome !== 'told') return notBefore(settlesAfterMs, unsure(after));
      return foundIn(after.value, name, order, before) ?? notBefore(settlesAfterMs, notYetThere);
    },
    async find(order, mark, signal) {
      const name = nameOf(order.plan.planId);
      const before = readMark(Before, mark);
      if (name === null || before === null)
        return { outcome: 'unknown', detail: 'without a bundle and a mark it cannot be found' };
      // Taken before the look: what arrives in between is found by the next.
      const mayArriveFor = sent.mayArriveFor(order, before.at);
      const seen = await look(order, name, before, signal);
      if (seen !== null) return seen;
      if (mayArriveFor === 0) return { outcome: 'absent' };
      return mayArriveFor === Infinity ? notYetThere : notBefore(mayArriveFor, mayArrive);
    },
    // oxlint-disable-next-line typescript/require-await
    parseNotice: async (raw, headers) => readNotice(raw, headers, apiKey),
  });

  /** The latest come first; 200 is the most that is given. */
  async function bundlesOf(iccid: string, signal: AbortSignal) {
    const answer = await call(`${cardPath(iccid)}/bundles?includeUsed=true&limit=200`, Bundles, signal);
    return answer.outcome === 'told' ? { ...answer, value: answer.value.bundles } : answer;
  }

  async function look(order: ExtensionOrder, name: string, before: Before, signal: AbortSignal) {
    const bundles = await bundlesOf(order.iccid, signal);
    return bundles.outcome === 'told' ? foundIn(bundles.value, name, order, before) : unsure(bundles);
  }

  /** Cards and bundles of different networks do not go together. */
  async function whyNotFitting(
    iccid: string,
    name: string,
    signal: AbortSignal,
  ): Promise<Refusal | Unknown | null> {
    const path = `${cardPath(iccid)}/compatible/${encodeURIComponent(name)}`;
    const answer = await call(path, Compatible, signal);
    if (answer.outcome !== 'told') return answer;
    return answer.value.compatible
      ? null
      : { ...refused, reason: 'other-family', isFinal: true, detail: 'the bundle does not fit the card' };
  }

  function nameOf(planId: string): string | null {
    return Object.hasOwn(names, planId) ? (names[planId] ?? null) : null;
  }
}

const defaults = {
  baseUrl: 'https://api.esim-go.com/v2.5',
  requestsPerSecond: 10,
  deadlineMs: 12_000,
  settlesAfterMs: 600_000,
  now: Date.now,
};

const refused = { outcome: 'refused', reason: 'other', isFinal: false } as const;
const noBundle = ({ plan }: ExtensionOrder): Refusal => ({
  ...refused,
  detail: `no bundle is set for the plan ${plan.planId}`,
});
const whyFull = (bundles: Bundles): Refusal | null =>
  queuedIn(bundles) < mostQueued
    ? null
    : { ...refused, reason: 'max-stacked', detail: `${mostQueued} bundles are waiting` };
const mayArrive: Unknown = { outcome: 'unknown', detail: 'an earlier try may still be on its way' };
const notYetThere: Unknown = {
  outcome: 'unknown',
  detail: 'ordered, and not on the card yet',
  retryAfterSeconds: 30,
};
const notBefore = (ms: number, unknown: Unknown): Unknown => ({
  ...unknown,
  retryAfterSeconds: Math.max(Math.ceil(ms / 1000), unknown.retryAfterSeconds ?? 0),
});

const cardPath = (iccid: string): string => `/esims/${encodeURIComponent(iccid)}`;

/** One bundle for this card, and never for a new one. */
const orderOf = (type: 'validate' | 'transaction', { iccid }: ExtensionOrder, item: string) => ({
  type,
  assign: true,
  order: [{ type: 'bundle', quantity: 1, item, iccids: [iccid], allowReassign: false }],
});
