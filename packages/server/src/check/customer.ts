import {
  readSandboxHandoff,
  SandboxConfirmAnswer,
  check,
  type CallName,
  type Card,
  type CardList,
  type Consent,
  type Money,
  type Plan,
  type PlanList,
  type Quote,
  type Receipt,
  type ReceiptList,
  type ReceiptSummary,
  type Renewal,
  type RenewalStatus,
  type SandboxHandoffData,
  type SandboxScenario,
  type SignInAnswer,
} from '@leb-renew/core/contract';
import { setTimeout as delay } from 'node:timers/promises';
import { rankOf } from '../renewals/status.ts';
import { must, NotChecked } from './must.ts';
import { keepSecret, type RunNotes } from './run-notes.ts';
import type { Login } from './stage.ts';
import { askAt, deadlineMs, type Ask, type Said, type Wish } from './wire.ts';

/** A renewal that waits for its payment, and the card as it was before. */
export interface Begun {
  readonly before: Card;
  readonly quote: Quote;
  readonly renewal: Renewal;
  readonly payment: SandboxHandoffData;
}

const consent: Consent = { kind: 'withdrawal-waived', text: 'Start at once: leb-renew-check.' };

/** Plays a person with an account. What a rule asks of it and does not get is the rule's counterexample. */
export interface Customer {
  readonly ask: Ask;
  signedIn(): Promise<string>;
  cards(): Promise<readonly Card[]>;
  card(cardRef: string): Promise<Card>;
  /** What to ask a quote for: a card that is free, and the plan that makes it live longer by least. */
  wish(): Promise<{ card: Card; body: { cardRef: string; planId: string; currency: string } }>;
  quote(): Promise<{ before: Card; quote: Quote }>;
  begin(of?: { before: Card; quote: Quote }): Promise<Begun>;
  /** One start of a quote, whatever comes of it. */
  start(quoteId: string): Promise<Said>;
  status(of: Renewal, refresh?: boolean): Promise<Renewal>;
  /** What the payment form does. */
  pay(begun: Begun, scenario: SandboxScenario): Promise<SandboxConfirmAnswer>;
  cancel(of: Renewal): Promise<Renewal>;
  receipt(of: Renewal): Promise<Receipt>;
  /** What the list of a card's receipts says; null from a back end that is older than the list. */
  receipts(cardRef: string): Promise<readonly ReceiptSummary[] | null>;
  /** Waits for a status; others on the way may only climb. */
  reaches<S extends RenewalStatus>(
    of: Renewal,
    status: S,
    refresh?: boolean,
  ): Promise<Extract<Renewal, { status: S }>>;
  /** Waits until it is paid, or further. */
  isPaid(of: Renewal): Promise<void>;
  /** Gives up what this customer began and never paid. */
  tidy(): Promise<void>;
}

const pauseMs = 50;

export function createCustomer(
  baseUrl: string,
  login: Login,
  { notes, patienceMs }: { readonly notes: RunNotes; readonly patienceMs: number },
): Customer {
  const ask = askAt(baseUrl, notes);
  const open = new Map<string, Renewal>();
  const news = new Map<string, { seq: number; rank: number; status: RenewalStatus }>();
  let session: Promise<string> | null = null;
  const keep = (secret: string, what: string) => (keepSecret(notes, secret, what), secret);

  async function get<T>(name: CallName, wish: Wish): Promise<T> {
    const { value, problem } = await ask(name, wish);
    must(problem === null, `${name} was refused: ${problem?.code ?? ''}`);
    return value as T;
  }
  const inside = async (wish: Wish = {}): Promise<Wish> => ({ ...wish, token: await customer.signedIn() });
  const about = ({ renewalId, renewalToken }: Renewal, query = ''): Wish => ({
    path: { renewalId },
    token: renewalToken,
    query,
  });

  async function signIn(): Promise<string> {
    if ('token' in login) return keep(login.token, 'session token');
    keep(login.email, 'e-mail address');
    keep(login.password, 'password');
    const { email, password } = login;
    const { value, problem } = await ask('signIn', { body: { email, password } });
    if (problem !== null) throw new NotChecked(`signIn was refused: ${problem.code}`);
    const answer = value as SignInAnswer;
    if (answer.kind === 'code')
      throw new NotChecked('the account asks for a one-time code: supply one that does not');
    return keep(answer.session.token, 'session token');
  }

  /** The quotes that nothing begins of unless the customer agrees. */
  const asksConsent = new Set<string>();

  /** The news about one renewal, in the order they were asked for. */
  function follow(seen: Renewal): Renewal {
    const { renewalId, seq, status } = seen;
    const [last, rank] = [news.get(renewalId), rankOf[status]];
    must(last === undefined || rank >= last.rank, `a renewal went from ${last?.status ?? ''} to ${status}`);
    must(last === undefined || seq >= last.seq, `seq fell from ${last?.seq ?? 0} to ${seq}`);
    news.set(renewalId, { seq, rank, status });
    if (status !== 'awaiting-payment') open.delete(renewalId);
    return seen;
  }

  async function wait(
    of: Renewal,
    refresh: boolean,
    isOver: (status: RenewalStatus) => boolean,
  ): Promise<Renewal> {
    const deadline = performance.now() + patienceMs;
    for (;;) {
      const seen = await customer.status(of, refresh);
      if (isOver(seen.status)) return seen;
      must(performance.now() < deadline, `a renewal is still ${seen.status} after ${patienceMs} ms`);
      await delay(pauseMs);
    }
  }

  const customer: Customer = {
    ask,
    signedIn: () => (session ??= signIn()),
    cards: async () => (await get<CardList>('cards', await inside())).cards,
    async card(cardRef) {
      const found = (await customer.cards()).find((card) => card.cardRef === cardRef);
      must(found !== undefined, 'a card is gone from the list of cards');
      return found;
    },
    async wish() {
      for (const card of await customer.cards()) {
        if (card.openRenewal !== null) continue;
        const { cardRef } = card;
        const { plans } = await get<PlanList>('plans', await inside({ path: { cardRef } }));
        const [least] = plans.filter(isOffered).sort((one, other) => endOf(one) - endOf(other));
        if (least === undefined) continue;
        keep(cardRef, 'card reference');
        const body = { cardRef, planId: least.planId, currency: least.price.total.currency };
        return { card, body };
      }
      throw new NotChecked('no card of the account can be renewed now');
    },
    async quote() {
      const { card, body } = await customer.wish();
      const quote = await get<Quote>('quote', await inside({ body }));
      if (quote.withdrawal === 'waived-with-consent') asksConsent.add(quote.quoteId);
      return { before: card, quote };
    },
    async start(quoteId) {
      const body = asksConsent.has(quoteId) ? { quoteId, consent } : { quoteId };
      const said = await ask('begin', await inside({ body, key: quoteId }));
      const renewal = said.value as Renewal | null;
      if (renewal !== null) {
        keep(renewal.renewalToken, 'renewal token');
        open.set(renewal.renewalId, renewal);
        const payment = renewal.status === 'awaiting-payment' ? paymentIn(renewal) : null;
        if (payment !== null) keep(payment.clientSecret, 'client secret');
      }
      return said;
    },
    async begin(of) {
      const { before, quote } = of ?? (await customer.quote());
      const { value, problem } = await customer.start(quote.quoteId);
      must(problem === null, `begin was refused: ${problem?.code ?? ''}`);
      const renewal = follow(value as Renewal);
      must(renewal.status === 'awaiting-payment', `a renewal began as ${renewal.status}`);
      must(
        sameMoney(renewal.handoff.amount, quote.total),
        `the payment form is told ${amount(renewal.handoff.amount)}, the quote says ${amount(quote.total)}`,
      );
      const payment = paymentIn(renewal);
      if (payment === null)
        throw new NotChecked(
          `payments of "${renewal.handoff.provider}" cannot be made here, only of the sandbox provider`,
        );
      return { before, quote, renewal, payment };
    },
    status: async (of, refresh = false) =>
      follow(await get<Renewal>('renewal', about(of, refresh ? '?refresh=1' : ''))),
    async pay({ payment: { confirmUrl, clientSecret } }, scenario) {
      notes.requests += 1;
      const response = await fetch(confirmUrl, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ clientSecret, method: 'card', scenario }),
        signal: AbortSignal.timeout(deadlineMs),
      });
      const answer = check(SandboxConfirmAnswer, await response.json().catch(() => null));
      must(answer.ok, `the sandbox provider answered ${response.status} to a payment`);
      return answer.value;
    },
    cancel: async (of) => follow(await get<Renewal>('cancel', about(of))),
    receipt: (of) => get<Receipt>('receipt', about(of)),
    async receipts(cardRef) {
      const { value, problem } = await ask('receipts', await inside({ path: { cardRef } }));
      if (problem?.code === 'not-found') return null;
      must(problem === null, `receipts was refused: ${problem?.code ?? ''}`);
      return (value as ReceiptList).receipts;
    },
    async reaches<S extends RenewalStatus>(of: Renewal, status: S, refresh = false) {
      return (await wait(of, refresh, (seen) => {
        if (seen === status) return true;
        must(isOnTheWay(seen, status), `a renewal is ${seen} instead of ${status}`);
        return false;
      })) as Extract<Renewal, { status: S }>;
    },
    async isPaid(of) {
      await wait(of, true, (seen) => rankOf[seen] > 0);
    },
    async tidy() {
      for (const renewal of open.values()) {
        try {
          const { status } = await customer.cancel(renewal);
          // Paid after all: over before somebody counts extensions again.
          if (rankOf[status] > 0) await customer.reaches(renewal, 'renewed');
        } catch {
          // What was found is told already.
        }
      }
      open.clear();
    },
  };
  return customer;
}

/** Null when the handoff is another provider's. */
function paymentIn(renewal: Extract<Renewal, { status: 'awaiting-payment' }>): SandboxHandoffData | null {
  if (renewal.handoff.provider !== 'sandbox') return null;
  const read = readSandboxHandoff(renewal.handoff.data);
  must(read.ok, 'the handoff lacks what the payment form needs');
  return read.value;
}

type Offered = Plan & { readonly offer: { readonly ok: true } };
const isOffered = (plan: Plan): plan is Offered => plan.offer.ok;
const endOf = ({ offer }: Offered): number => Date.parse(offer.effect.to);

/** Whether waiting makes sense. */
const isOnTheWay = (seen: RenewalStatus, wanted: RenewalStatus): boolean =>
  rankOf[seen] < 2 || (seen === 'extending' && rankOf[wanted] >= 2);

export const sameMoney = (one: Money, other: Money): boolean =>
  one.minor === other.minor && one.currency === other.currency && one.exponent === other.exponent;

/** For counterexamples. */
export const amount = ({ minor, currency }: Money): string => `${minor} ${currency}`;
