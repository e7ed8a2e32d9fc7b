import {
  fine,
  problem,
  trouble,
  type Answer,
  type PaymentMethod,
  type Problem,
  type Quote,
  type Receipt,
  type Renewal,
  type SandboxConfirmAnswer,
  type SandboxConfirmRequest,
  type SandboxHandoffData,
} from '../contract/index.ts';
import type { Clock, RenewalApi, TicketKey } from '../ports.ts';
import { effectOf, offers, totalOf, wireEffect } from './offer.ts';
import { demoShop, type SandboxCard, type SandboxShop } from './shop.ts';

export interface SandboxOptions {
  readonly clock: Clock;
  /** Cards and plans; the demo shop when left out. */
  readonly shop?: SandboxShop;
  /** How long the supplier takes to extend a card after the payment, ms. */
  readonly supplierDelayMs?: number;
  /** How long every answer takes, ms. */
  readonly answerDelayMs?: number;
}

export interface Sandbox {
  readonly api: RenewalApi;
  /** Plays the payment provider: what the payment form of the sandbox calls. */
  confirm(paymentId: string, request: SandboxConfirmRequest): Promise<SandboxConfirmAnswer>;
}

/** The account of the sandbox. */
export const demoAccount = { email: 'mira@example.com', password: 'renew-me-please' } as const;

type RenewalFacts = {
  quote: Quote;
  renewalToken: string;
  status: Renewal['status'];
  lastProblem: Problem | null;
  paidWith: string;
  paidAt: string;
  renewedAt: string;
  seq: number;
};

const methods: PaymentMethod[] = ['card', 'paypal', 'alipay', 'wechat_pay'];
const names: Record<PaymentMethod, string> = {
  card: 'Visa •• 4242',
  paypal: 'PayPal',
  alipay: 'Alipay',
  wechat_pay: 'WeChat Pay',
};
const quoteMinutes = 15;

/**
 * The contract in memory, with a payment provider beside it: for demo pages, stories and tests. It keeps the
 * promises of the real server (one renewal per quote, one open renewal per card, extended once) and no data.
 */
export function createSandbox({
  clock,
  shop = demoShop(clock.now()),
  supplierDelayMs = 600,
  answerDelayMs = 0,
}: SandboxOptions): Sandbox {
  const cards = new Map<string, SandboxCard>(shop.cards.map((owned) => [owned.card.cardRef, owned]));
  const quotes = new Map<string, Quote>();
  const renewals = new Map<string, RenewalFacts>();
  let signedIn = false;
  let serial = 0;

  const iso = (at = clock.now()) => new Date(at).toISOString();
  const nextId = (kind: string) => `${kind}-${(serial += 1)}`;
  const later = (ms: number) => new Promise<void>((resume) => clock.after(ms, resume));
  const session = <T>(answer: () => Answer<T>): Answer<T> => (signedIn ? answer() : trouble('not-signed-in'));
  const soon = async <T>(answer: () => Answer<T>): Promise<Answer<T>> => {
    if (answerDelayMs > 0) await later(answerDelayMs);
    return answer();
  };
  const openOn = (cardRef: string): string | null =>
    [...renewals].find(([, { quote, status }]) => quote.cardRef === cardRef && open.has(status))?.[0] ?? null;

  function change(id: string, facts: Partial<RenewalFacts>): void {
    const before = renewals.get(id);
    if (before !== undefined) renewals.set(id, { ...before, ...facts, seq: before.seq + 1 });
  }

  function settle(id: string, paidWith: string): void {
    const facts = renewals.get(id);
    if (facts === undefined || !open.has(facts.status)) return;
    change(id, { status: 'paid', paidAt: iso(), paidWith });
    clock.after(supplierDelayMs / 2, () => change(id, { status: 'extending' }));
    clock.after(supplierDelayMs, () => extendCard(id));
  }

  function extendCard(id: string): void {
    const facts = renewals.get(id);
    const owned = facts && cards.get(facts.quote.cardRef);
    if (facts === undefined || owned === undefined || facts.status === 'renewed') return;
    const { plan, effect } = facts.quote;
    const { entitlement } = owned.card;
    cards.set(facts.quote.cardRef, {
      ...owned,
      card: {
        ...owned.card,
        currentPlan: plan,
        entitlement: {
          ...entitlement,
          periods: [
            ...entitlement.periods.filter(({ end }) => end <= effect.from),
            { periodId: nextId('period'), plan, start: effect.from, end: effect.to },
          ],
          expiresAt: effect.to,
          graceEndsAt: null,
          version: String(Number(entitlement.version) + 1),
        },
      },
    });
    change(id, { status: 'renewed', renewedAt: iso() });
  }

  function wire(id: string): Renewal {
    const { quote, renewalToken, status, lastProblem, seq, paidAt, renewedAt } = find(id);
    const base = { renewalId: id, reference: referenceOf(id), renewalToken, quote, seq, updatedAt: iso() };
    const paid = { ...base, paidAt, receiptNumber: receiptNumberOf(id) };
    switch (status) {
      case 'awaiting-payment': {
        const data: SandboxHandoffData = { paymentId: id, clientSecret: renewalToken, confirmUrl: '', methods };
        const handoff = { provider: 'sandbox', amount: quote.total, expiresAt: quote.validUntil, livemode: false, data };
        return { status, ...base, lastProblem, handoff };
      }
      case 'processing':
      case 'cancelled':
        return { status, ...base };
      case 'renewed':
        return { status, ...paid, renewedAt, period: { from: quote.effect.from, to: quote.effect.to } };
      default:
        return { status, ...paid };
    }
  }

  function find(id: string): RenewalFacts {
    const facts = renewals.get(id);
    if (facts === undefined) throw new TypeError(`sandbox: no renewal ${id}`);
    return facts;
  }

  /** The same answer for an unknown renewal and a wrong token. */
  function opened<T>({ renewalId, renewalToken }: TicketKey, answer: (id: string) => Answer<T>): Answer<T> {
    const facts = renewals.get(renewalId);
    const vouched = renewalToken === null ? signedIn : facts?.renewalToken === renewalToken;
    return facts !== undefined && vouched ? answer(renewalId) : trouble('unknown-renewal');
  }

  const api: RenewalApi = {
    authorize: (token) => void (signedIn = token !== null),
    signIn: ({ email, password }) =>
      soon(() => {
        if (email.trim().toLowerCase() !== demoAccount.email || password !== demoAccount.password)
          return trouble('wrong-credentials');
        signedIn = true;
        return fine({
          kind: 'session',
          session: {
            token: 'sandbox-session-token',
            expiresAt: iso(clock.now() + 3_600_000),
            account: { emailMasked: 'm•••@example.com', name: 'Mira' },
          },
        });
      }),
    verifyCode: () => soon(() => trouble('wrong-code')),
    requestReset: () => soon(() => fine(null)),
    signOut: () =>
      soon(() => {
        signedIn = false;
        return fine(null);
      }),
    cards: () =>
      soon(() =>
        session(() =>
          fine({ cards: [...cards.values()].map(({ card }) => ({ ...card, openRenewal: openOn(card.cardRef) })) }),
        ),
      ),
    plans: ({ cardRef, currency = 'USD' }) =>
      soon(() =>
        session(() => {
          const owned = cards.get(cardRef);
          if (owned === undefined) return trouble('unknown-card');
          const currencies = [...new Set(shop.plans.flatMap(({ prices }) => Object.keys(prices)))];
          if (!currencies.includes(currency)) return trouble('unknown-currency', { field: 'currency' });
          return fine({ plans: offers(owned, shop.plans, currency, clock.now()), currency, currencies });
        }),
      ),
    quote: ({ cardRef, planId, currency }) =>
      soon(() =>
        session(() => {
          const owned = cards.get(cardRef);
          if (owned === undefined) return trouble('unknown-card');
          const plan = shop.plans.find((each) => each.planId === planId);
          if (plan === undefined) return trouble('unknown-plan');
          if (plan.family !== owned.family) return trouble('plan-not-for-card');
          const total = totalOf(plan, currency);
          if (total === null) return trouble('unknown-currency', { field: 'currency' });
          const effect = effectOf(owned, plan, clock.now());
          if ('refused' in effect)
            return trouble('not-renewable', {
              reason: effect.refused,
              ...(effect.at === undefined ? {} : { opensAt: effect.at }),
            });
          const { card } = owned;
          const ref = { planId: plan.planId, name: plan.name, term: plan.term };
          const quote: Quote = {
            quoteId: nextId('quote'),
            cardRef,
            card: { label: card.label, iccidMasked: card.iccidMasked, zone: card.entitlement.zone },
            entitlementVersion: card.entitlement.version,
            plan: ref,
            switchesPlan: planId !== card.currentPlan.planId,
            lines: [
              { kind: 'plan', label: plan.name, amount: total, rateBasisPoints: null },
              { kind: 'tax', label: 'Tax', amount: { ...total, minor: 0 }, rateBasisPoints: 0 },
            ],
            total,
            effect: wireEffect(effect, card),
            issuedAt: iso(),
            validUntil: iso(clock.now() + quoteMinutes * 60_000),
            methods,
            seller: shop.seller,
            autoRenews: null,
            withdrawal: 'none',
          };
          quotes.set(quote.quoteId, quote);
          return fine(quote);
        }),
      ),
    begin: ({ quoteId }) =>
      soon(() =>
        session(() => {
          const again = [...renewals].find(([, { quote }]) => quote.quoteId === quoteId);
          if (again !== undefined) return fine(wire(again[0]));
          const quote = quotes.get(quoteId);
          if (quote === undefined) return trouble('unknown-quote');
          if (Date.parse(quote.validUntil) <= clock.now()) return trouble('quote-expired');
          if (cards.get(quote.cardRef)?.card.entitlement.version !== quote.entitlementVersion)
            return trouble('card-changed');
          const other = openOn(quote.cardRef);
          if (other !== null) return trouble('renewal-open', { renewalId: other });
          const id = nextId('renewal');
          renewals.set(id, {
            quote,
            renewalToken: `token-of-${id}`,
            status: 'awaiting-payment',
            lastProblem: null,
            paidWith: '',
            paidAt: '',
            renewedAt: '',
            seq: 0,
          });
          return fine(wire(id));
        }),
      ),
    renewal: (ticket) => soon(() => opened(ticket, (id) => fine(wire(id)))),
    cancel: (ticket) =>
      soon(() =>
        opened(ticket, (id) => {
          if (find(id).status === 'awaiting-payment') change(id, { status: 'cancelled' });
          return fine(wire(id));
        }),
      ),
    receipt: (ticket) =>
      soon(() =>
        opened(ticket, (id): Answer<Receipt> => {
          const { quote, status, paidAt, paidWith } = find(id);
          if (paidAt === '') return trouble('not-paid-yet');
          return fine({
            number: receiptNumberOf(id),
            renewalId: id,
            reference: referenceOf(id),
            issuedAt: paidAt,
            seller: quote.seller,
            card: { cardRef: quote.cardRef, label: quote.card.label, iccidMasked: quote.card.iccidMasked },
            plan: quote.plan,
            previousExpiry: quote.effect.previousExpiry,
            period: status === 'renewed' ? { from: quote.effect.from, to: quote.effect.to } : null,
            zone: quote.card.zone,
            lines: quote.lines,
            total: quote.total,
            paidWith,
            paidAt,
            sentTo: 'm•••@example.com',
          });
        }),
      ),
  };

  async function confirm(
    id: string,
    { method, scenario }: SandboxConfirmRequest,
  ): Promise<SandboxConfirmAnswer> {
    await later(answerDelayMs);
    if (!open.has(find(id).status)) return { state: 'succeeded', problemCode: null };
    switch (scenario) {
      case 'approve':
        settle(id, names[method]);
        return { state: 'succeeded', problemCode: null };
      case 'slow':
        await later(4_000);
        settle(id, names[method]);
        return { state: 'succeeded', problemCode: null };
      case 'processing':
        change(id, { status: 'processing' });
        clock.after(4_000, () => settle(id, names[method]));
        return { state: 'processing', problemCode: null };
      case 'lost-answer':
        settle(id, names[method]);
        throw new Error('sandbox: the answer was lost');
      default:
        change(id, { lastProblem: problem(scenario, { charged: 'no' }) });
        return { state: 'requires_payment_method', problemCode: scenario };
    }
  }

  return { api, confirm };
}

const open: ReadonlySet<Renewal['status']> = new Set(['awaiting-payment', 'processing']);
const serialOf = (id: string): string => id.split('-').at(-1) ?? '0';
const referenceOf = (id: string): string => `DEMO-${serialOf(id).padStart(2, '0')}`;
const receiptNumberOf = (id: string): string => `R-2026-${serialOf(id).padStart(5, '0')}`;
