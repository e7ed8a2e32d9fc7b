import {
  fine,
  trouble,
  type Answer,
  type Quote,
  type SandboxConfirmAnswer,
  type SandboxConfirmRequest,
} from '../contract/index.ts';
import type { Clock, RenewalApi, TicketKey } from '../ports.ts';
import { openBooks, type Entry } from './books.ts';
import { effectOf, offers, totalOf, wireEffect } from './offer.ts';
import { createProvider } from './provider.ts';
import { demoShop, type SandboxShop } from './shop.ts';
import { methods, receiptView, renewalView } from './view.ts';

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

const quoteMs = 15 * 60_000;
const sessionMs = 60 * 60_000;

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
  const books = openBooks(clock, shop, supplierDelayMs);
  let signedIn = false;

  /** Answers after a while. */
  const soon = async <T>(answer: () => Answer<T>): Promise<Answer<T>> => {
    if (answerDelayMs > 0) await new Promise<void>((resume) => clock.after(answerDelayMs, resume));
    return answer();
  };
  /** Answers after a while, to the account only. */
  const mine = <T>(answer: () => Answer<T>) => soon(() => (signedIn ? answer() : trouble('not-signed-in')));
  /** Answers after a while, to the account or the holder of the ticket. An unknown renewal and a wrong token look the same. */
  const opened = <T>({ renewalId, renewalToken }: TicketKey, answer: (entry: Entry) => Answer<T>) =>
    soon(() => {
      const entry = books.entry(renewalId);
      const vouched = renewalToken === null ? signedIn : entry?.renewalToken === renewalToken;
      return entry !== undefined && vouched ? answer(entry) : trouble('unknown-renewal');
    });

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
            expiresAt: books.iso(clock.now() + sessionMs),
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
    cards: () => mine(() => fine({ cards: books.cards() })),
    plans: ({ cardRef, currency = 'USD' }) =>
      mine(() => {
        const owned = books.card(cardRef);
        if (owned === undefined) return trouble('unknown-card');
        const currencies = [...new Set(shop.plans.flatMap(({ prices }) => Object.keys(prices)))];
        if (!currencies.includes(currency)) return trouble('unknown-currency', { field: 'currency' });
        return fine({ plans: offers(owned, shop.plans, currency, clock.now()), currency, currencies });
      }),
    quote: ({ cardRef, planId, currency }) =>
      mine(() => {
        const owned = books.card(cardRef);
        if (owned === undefined) return trouble('unknown-card');
        const plan = shop.plans.find((each) => each.planId === planId);
        if (plan === undefined) return trouble('unknown-plan');
        if (plan.family !== owned.family) return trouble('plan-not-for-card');
        const total = totalOf(plan, currency);
        if (total === null) return trouble('unknown-currency', { field: 'currency' });
        const extension = effectOf(owned, plan, clock.now());
        if ('refused' in extension) {
          const { refused: reason, at: opensAt } = extension;
          return trouble('not-renewable', opensAt === undefined ? { reason } : { reason, opensAt });
        }
        const { card } = owned;
        const quote: Quote = {
          quoteId: books.nextId('quote'),
          cardRef,
          card: { label: card.label, iccidMasked: card.iccidMasked, zone: card.entitlement.zone },
          entitlementVersion: card.entitlement.version,
          plan: { planId, name: plan.name, term: plan.term },
          switchesPlan: planId !== card.currentPlan.planId,
          lines: [
            { kind: 'plan', label: plan.name, amount: total, rateBasisPoints: null },
            { kind: 'tax', label: 'Tax', amount: { ...total, minor: 0 }, rateBasisPoints: 0 },
          ],
          total,
          effect: wireEffect(extension, card),
          issuedAt: books.iso(),
          validUntil: books.iso(clock.now() + quoteMs),
          methods,
          seller: shop.seller,
          autoRenews: null,
          withdrawal: 'none',
        };
        books.pledge({ quote, plan, extension });
        return fine(quote);
      }),
    begin: ({ quoteId }) =>
      mine(() => {
        const again = books.begunBy(quoteId);
        if (again !== undefined) return fine(renewalView(again));
        const quote = books.pledged(quoteId)?.quote;
        if (quote === undefined) return trouble('unknown-quote');
        if (Date.parse(quote.validUntil) <= clock.now()) return trouble('quote-expired');
        if (books.card(quote.cardRef)?.card.entitlement.version !== quote.entitlementVersion)
          return trouble('card-changed');
        const other = books.openOn(quote.cardRef);
        if (other !== null) return trouble('renewal-open', { renewalId: other });
        return fine(renewalView(books.begin(quote)));
      }),
    renewal: (ticket) => opened(ticket, (entry) => fine(renewalView(entry))),
    cancel: (ticket) =>
      opened(ticket, (entry) => {
        books.cancel(entry.renewalId);
        return fine(renewalView(books.entry(entry.renewalId) ?? entry));
      }),
    receipt: (ticket) => opened(ticket, receiptView),
  };

  return { api, confirm: createProvider(books, clock, answerDelayMs) };
}
