import {
  BeginRequest,
  CodeRequest,
  CurrencyCode,
  fine,
  Id,
  LinkRequest,
  PasswordRequest,
  QuoteRequest,
  ResetRequest,
  SignInRequest,
  trouble,
  type Answer,
  type Quote,
  type SandboxConfirmAnswer,
  type SandboxConfirmRequest,
  type Session,
} from '../contract/index.ts';
import { mustCall } from '../must-call.ts';
import type { Clock, RenewalApi, TicketKey } from '../ports.ts';
import { demand } from '../schema/check.ts';
import {
  anything,
  check,
  exactly,
  nullable,
  object,
  optional,
  string,
  type Schema,
} from '../schema/index.ts';
import { openBooks, type Entry } from './books.ts';
import { effectOf, offers, totalOf, wireEffect } from './offer.ts';
import { createProvider } from './provider.ts';
import { demoShop, planRef, type SandboxShop } from './shop.ts';
import { methods, receiptRows, receiptView, renewalView } from './view.ts';

/** A shop in memory, and how fast it is. */
export interface SandboxOptions {
  readonly clock: Clock;
  /** Cards and plans; the demo shop when left out. */
  readonly shop?: SandboxShop;
  /** How long the supplier takes to extend a card after the payment, ms. */
  readonly supplierDelayMs?: number;
  /** How long every answer takes, ms. */
  readonly answerDelayMs?: number;
}

/** The contract in memory. */
export interface Sandbox {
  readonly api: RenewalApi;
  /** Plays the payment provider: what the payment form of the sandbox calls. */
  confirm(paymentId: string, request: SandboxConfirmRequest): Promise<SandboxConfirmAnswer>;
}

/** The account of the sandbox. */
export const demoAccount = { email: 'mira@example.com', password: 'renew-me-please' } as const;

const PlansRequest = exactly({ cardRef: Id, currency: optional(CurrencyCode) });
const ReceiptsRequest = object({ cardRef: Id });
const Ticket = object({ renewalId: Id, renewalToken: nullable(string()) });

const linkPrefix = 'sandbox-link-to-';
/** The token of a renewal link to a card of the sandbox. */
export const sandboxLink = (cardRef: string): string =>
  linkPrefix + demand(Id, cardRef, 'sandboxLink: cardRef');

/** Whose session it is: nobody's, the account's, or that of a link to one card. */
type Whose = 'none' | 'account' | { readonly onlyCard: string };

const quoteMs = 15 * 60_000;
const sessionMs = 60 * 60_000;

/**
 * The contract in memory, with a payment provider beside it: for demo pages, stories and tests. It keeps the
 * promises of the real server (one renewal per quote, one open renewal per card, extended once) and no data.
 */
export function createSandbox(options: SandboxOptions): Sandbox {
  mustCall('createSandbox: clock', (options as SandboxOptions | null | undefined)?.clock, 'now', 'after');
  const { clock, supplierDelayMs = 600, answerDelayMs = 0 } = options;
  const shop = options.shop ?? demoShop(clock.now());
  const books = openBooks(clock, shop, supplierDelayMs);
  let session: Whose = 'none';
  /** Sessions of links, by their tokens. */
  const narrow = new Map<string, Whose>();
  const sees = (cardRef: string) =>
    typeof session === 'string' ? session === 'account' : session.onlyCard === cardRef;
  const cardSeen = (cardRef: string) => (sees(cardRef) ? books.card(cardRef) : undefined);

  /** Answers after a while, as a server would to our client, which sends no member that the contract does not name. */
  async function soon<T, A>(
    schema: Schema<T>,
    request: T,
    answer: (request: T) => Answer<A>,
  ): Promise<Answer<A>> {
    if (answerDelayMs > 0) await new Promise<void>((resume) => clock.after(answerDelayMs, resume));
    const checked = check<T>({ ...schema, additionalProperties: true }, request);
    if (checked.ok) return answer(checked.value);
    return trouble('invalid-request', checked.path === '' ? {} : { field: checked.path });
  }
  /** The same, to whoever has a session. */
  const mine = <T, A>(schema: Schema<T>, request: T, answer: (request: T) => Answer<A>) =>
    session === 'none'
      ? soon(anything, request, () => trouble('not-signed-in'))
      : soon(schema, request, answer);
  /** The same, to the account or the holder of the ticket. An unknown renewal and a wrong token look the same. */
  const opened = <A>(ticket: TicketKey, answer: (entry: Entry, ticket: TicketKey) => Answer<A>) =>
    soon(Ticket, ticket, ({ renewalId, renewalToken }) => {
      const entry = books.entry(renewalId);
      if (entry === undefined) return trouble('unknown-renewal');
      const vouched = renewalToken === null ? sees(entry.quote.cardRef) : entry.renewalToken === renewalToken;
      return vouched ? answer(entry, { renewalId, renewalToken }) : trouble('unknown-renewal');
    });

  const issued = (): Session => ({
    token: 'sandbox-session-token',
    expiresAt: books.iso(clock.now() + sessionMs),
    account: { emailMasked: 'm•••@example.com', name: 'Mira' },
  });

  const api: RenewalApi = {
    authorize: (token) => void (session = token === null ? 'none' : (narrow.get(token) ?? 'account')),
    signIn: (request) =>
      soon(SignInRequest, request, ({ email, password }) => {
        if (email.trim().toLowerCase() !== demoAccount.email || password !== demoAccount.password)
          return trouble('wrong-credentials');
        session = 'account';
        return fine({ kind: 'session', session: issued() });
      }),
    verifyCode: (request) => soon(CodeRequest, request, () => trouble('wrong-code')),
    requestReset: (request) => soon(ResetRequest, request, () => fine(null)),
    // No mail is ever sent, so no token is good.
    setPassword: (request) => soon(PasswordRequest, request, () => trouble('link-ended')),
    openLink: (request) =>
      soon(LinkRequest, request, ({ token }) => {
        const onlyCard = token.startsWith(linkPrefix) ? token.slice(linkPrefix.length) : '';
        if (books.card(onlyCard) === undefined) return trouble('link-ended');
        const opened = { ...issued(), token: `sandbox-session-of-${onlyCard}`, onlyCard };
        session = { onlyCard };
        narrow.set(opened.token, session);
        return fine(opened);
      }),
    // The session is the cookie's, too: it lasts for as long as the sandbox does.
    refreshSession: () =>
      soon(anything, undefined, () => (session === 'account' ? fine(issued()) : trouble('not-signed-in'))),
    signOut: () =>
      soon(anything, undefined, () => {
        session = 'none';
        return fine(null);
      }),
    cards: () =>
      mine(anything, undefined, () => fine({ cards: books.cards().filter(({ cardRef }) => sees(cardRef)) })),
    plans: (request) =>
      mine(PlansRequest, request, ({ cardRef, currency = 'USD' }) => {
        const owned = cardSeen(cardRef);
        if (owned === undefined) return trouble('unknown-card');
        const currencies = [...new Set(shop.plans.flatMap(({ prices }) => Object.keys(prices)))];
        if (!currencies.includes(currency)) return trouble('unknown-currency', { field: 'currency' });
        return fine({ plans: offers(owned, shop.plans, currency, clock.now()), currency, currencies });
      }),
    // A link shows no receipts.
    receipts: (request) =>
      mine(ReceiptsRequest, request, ({ cardRef }) =>
        session === 'account' && books.card(cardRef) !== undefined
          ? fine({ receipts: receiptRows(books.entriesOf(cardRef)) })
          : trouble('unknown-card'),
      ),
    quote: (request) =>
      mine(QuoteRequest, request, ({ cardRef, planId, currency }) => {
        const owned = cardSeen(cardRef);
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
          card: {
            label: card.label,
            iccidMasked: card.iccidMasked,
            region: card.region,
            zone: card.entitlement.zone,
          },
          entitlementVersion: card.entitlement.version,
          plan: planRef(plan),
          switchesPlan: planId !== card.currentPlan.planId,
          lines: [
            {
              kind: 'plan',
              label: plan.name,
              ...(plan.nameIn && { labelIn: plan.nameIn }),
              amount: total,
              rateBasisPoints: null,
            },
            { kind: 'tax', label: 'Tax', amount: { ...total, minor: 0 }, rateBasisPoints: 0 },
          ],
          total,
          effect: wireEffect(extension, card),
          issuedAt: books.iso(),
          validUntil: books.iso(clock.now() + quoteMs),
          methods,
          seller: shop.seller,
          autoRenews: null,
          withdrawal: shop.withdrawal ?? 'none',
        };
        books.pledge({ quote, plan, extension });
        return fine(quote);
      }),
    begin: (request) =>
      mine(BeginRequest, request, ({ quoteId, consent }) => {
        const again = books.begunBy(quoteId);
        if (again !== undefined) return fine(renewalView(again));
        const quote = books.pledged(quoteId)?.quote;
        if (quote === undefined) return trouble('unknown-quote');
        if (Date.parse(quote.validUntil) <= clock.now()) return trouble('quote-expired');
        if (quote.withdrawal === 'waived-with-consent' && consent === undefined)
          return trouble('invalid-request', { field: 'consent' });
        if (books.card(quote.cardRef)?.card.entitlement.version !== quote.entitlementVersion)
          return trouble('card-changed');
        const other = books.openOn(quote.cardRef);
        if (other !== null) return trouble('renewal-open', { renewalId: other });
        return fine(renewalView(books.begin(quote)));
      }),
    renewal: (ticket) => opened(ticket, (entry) => fine(renewalView(entry))),
    cancel: (ticket) => opened(ticket, (entry) => fine(renewalView(books.cancel(entry)))),
    // The token of a renewal shows its own receipt.
    receipt: (ticket) =>
      opened(ticket, (entry, { renewalToken }) =>
        renewalToken === null && session !== 'account' ? trouble('unknown-renewal') : receiptView(entry),
      ),
  };

  return { api, confirm: createProvider(books, clock, answerDelayMs) };
}
