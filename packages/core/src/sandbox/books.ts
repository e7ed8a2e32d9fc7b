import type { Card, Problem, Quote, RenewalStatus } from '../contract/index.ts';
import type { Clock } from '../ports.ts';
import type { Extension } from '../term/index.ts';
import { extendedCard } from './extended-card.ts';
import type { SandboxCard, SandboxPlan, SandboxShop } from './shop.ts';

interface Kept {
  readonly renewalId: string;
  readonly renewalToken: string;
  readonly quote: Quote;
  readonly seq: number;
  readonly updatedAt: string;
}
interface Paid {
  readonly payment: { readonly paidAt: string; readonly paidWith: string };
}

/** One renewal, as the books have it. */
export type Entry = Kept &
  (
    | { readonly status: 'awaiting-payment'; readonly lastProblem: Problem | null }
    | { readonly status: 'processing' | 'cancelled' }
    | ({ readonly status: 'paid' | 'extending' } & Paid)
    | ({ readonly status: 'renewed'; readonly renewedAt: string } & Paid)
  );
type News = Entry extends infer E ? (E extends Entry ? Omit<E, keyof Kept> : never) : never;

/** What a quote promised, with what the supplier needs to keep it. */
export interface Pledge {
  readonly quote: Quote;
  readonly plan: SandboxPlan;
  readonly extension: Extension;
}

/** Who owns what, what was promised and what was paid. Extends a card once it is paid for. */
export interface Books {
  /** The time, as an ISO instant. */
  iso(at?: number): string;
  nextId(kind: string): string;
  cards(): Card[];
  card(cardRef: string): SandboxCard | undefined;
  pledge(pledge: Pledge): void;
  pledged(quoteId: string): Pledge | undefined;
  /** The renewal that holds a card, from its beginning until the card is extended or the money is back. */
  openOn(cardRef: string): string | null;
  begin(quote: Quote): Entry;
  begunBy(quoteId: string): Entry | undefined;
  entry(renewalId: string): Entry | undefined;
  /** Every renewal of a card, the newest first. */
  entriesOf(cardRef: string): Entry[];
  /** As it is afterwards. */
  cancel(entry: Entry): Entry;
  decline(unpaid: Entry, reason: Problem): Entry;
  process(unpaid: Entry): Entry;
  /** Takes the money and asks the supplier. False when the renewal takes none any more. */
  settle(renewalId: string, paidWith: string): boolean;
}

export function openBooks(clock: Clock, shop: SandboxShop, supplierDelayMs: number): Books {
  let cards = shop.cards;
  const pledges = new Map<string, Pledge>();
  const entries = new Map<string, Entry>();
  let serial = 0;

  const iso = (at = clock.now()) => new Date(at).toISOString();
  const nextId = (kind: string) => `${kind}-${(serial += 1)}`;

  function change({ renewalId, renewalToken, quote, seq }: Kept, news: News): Entry {
    const changed: Entry = { renewalId, renewalToken, quote, seq: seq + 1, updatedAt: iso(), ...news };
    entries.set(renewalId, changed);
    return changed;
  }

  /** As it is now: an unpaid renewal ends when its promise does. */
  const current = (found: Entry): Entry =>
    found.status === 'awaiting-payment' && Date.parse(found.quote.validUntil) <= clock.now()
      ? change(found, { status: 'cancelled' })
      : found;

  function entry(renewalId: string): Entry | undefined {
    const found = entries.get(renewalId);
    return found && current(found);
  }

  function extendCard(renewal: Entry, { payment }: Paid): void {
    const { quote } = renewal;
    const period = { periodId: nextId('period'), at: iso() };
    const { plan, extension } = pledges.get(quote.quoteId) as Pledge;
    cards = cards.map((owned) =>
      owned.card.cardRef === quote.cardRef ? extendedCard(owned, plan, extension, period) : owned,
    );
    change(renewal, { status: 'renewed', payment, renewedAt: iso() });
  }

  const openOn = (cardRef: string): string | null =>
    [...entries.values()]
      .map(current)
      .find(({ quote, status }) => quote.cardRef === cardRef && !over.has(status))?.renewalId ?? null;

  return {
    iso,
    nextId,
    cards: () => cards.map(({ card }) => ({ ...card, openRenewal: openOn(card.cardRef) })),
    card: (cardRef) => cards.find(({ card }) => card.cardRef === cardRef),
    pledge: (pledge) => void pledges.set(pledge.quote.quoteId, pledge),
    pledged: (quoteId) => pledges.get(quoteId),
    openOn,
    begin(quote) {
      const renewalId = nextId('renewal');
      const begun: Entry = {
        renewalId,
        renewalToken: `token-of-${renewalId}`,
        quote,
        status: 'awaiting-payment',
        lastProblem: null,
        seq: 0,
        updatedAt: iso(),
      };
      entries.set(renewalId, begun);
      return begun;
    },
    begunBy(quoteId) {
      const begun = [...entries.values()].find(({ quote }) => quote.quoteId === quoteId);
      return begun && entry(begun.renewalId);
    },
    entry,
    entriesOf: (cardRef) => [...entries.values()].filter(({ quote }) => quote.cardRef === cardRef).reverse(),
    cancel: (found) => (found.status === 'awaiting-payment' ? change(found, { status: 'cancelled' }) : found),
    decline: (found, reason) => change(found, { status: 'awaiting-payment', lastProblem: reason }),
    process: (found) => change(found, { status: 'processing' }),
    settle(renewalId, paidWith) {
      const found = entry(renewalId);
      if (found?.status !== 'awaiting-payment' && found?.status !== 'processing') return false;
      const paid = { payment: { paidAt: iso(), paidWith } };
      const settled = change(found, { status: 'paid', ...paid });
      clock.after(supplierDelayMs / 2, () => {
        const extending = change(settled, { status: 'extending', ...paid });
        clock.after(supplierDelayMs / 2, () => extendCard(extending, paid));
      });
      return true;
    },
  };
}

/** A renewal in one of these holds its card no longer. */
const over: ReadonlySet<RenewalStatus> = new Set(['renewed', 'cancelled']);
