import type { Card, Problem, Quote, RenewalStatus } from '../contract/index.ts';
import type { Clock } from '../ports.ts';
import type { Extension } from '../term/index.ts';
import { extendedCard } from './extended-card.ts';
import type { SandboxCard, SandboxPlan, SandboxShop } from './shop.ts';

/** One renewal, as the books have it. */
export interface Entry {
  readonly renewalId: string;
  readonly renewalToken: string;
  readonly quote: Quote;
  readonly status: RenewalStatus;
  readonly lastProblem: Problem | null;
  /** Null until the money is taken. */
  readonly payment: { readonly paidAt: string; readonly paidWith: string } | null;
  /** Null until the card is extended. */
  readonly renewedAt: string | null;
  readonly seq: number;
  readonly updatedAt: string;
}

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
  cancel(renewalId: string): void;
  decline(renewalId: string, reason: Problem): void;
  process(renewalId: string): void;
  /** Takes the money and asks the supplier. False when the renewal takes none any more. */
  settle(renewalId: string, paidWith: string): boolean;
}

export function openBooks(clock: Clock, shop: SandboxShop, supplierDelayMs: number): Books {
  const cards = new Map<string, SandboxCard>(shop.cards.map((owned) => [owned.card.cardRef, owned]));
  const pledges = new Map<string, Pledge>();
  const entries = new Map<string, Entry>();
  let serial = 0;

  const iso = (at = clock.now()) => new Date(at).toISOString();
  const nextId = (kind: string) => `${kind}-${(serial += 1)}`;

  function change(entry: Entry, news: Partial<Entry>): Entry {
    const changed = { ...entry, ...news, seq: entry.seq + 1, updatedAt: iso() };
    entries.set(entry.renewalId, changed);
    return changed;
  }

  /** As it is now: an unpaid renewal ends when its promise does. */
  function entry(renewalId: string): Entry | undefined {
    const found = entries.get(renewalId);
    const isOver = found?.status === 'awaiting-payment' && Date.parse(found.quote.validUntil) <= clock.now();
    return isOver ? change(found, { status: 'cancelled' }) : found;
  }

  function inStatus(renewalId: string, ...statuses: readonly RenewalStatus[]): Entry | undefined {
    const found = entry(renewalId);
    return found !== undefined && statuses.includes(found.status) ? found : undefined;
  }

  function extendCard(renewalId: string): void {
    const paid = inStatus(renewalId, 'extending');
    const pledge = paid && pledges.get(paid.quote.quoteId);
    const owned = paid && cards.get(paid.quote.cardRef);
    if (paid === undefined || pledge === undefined || owned === undefined) return;
    const { plan, extension } = pledge;
    cards.set(
      paid.quote.cardRef,
      extendedCard(owned, plan, extension, { periodId: nextId('period'), at: iso() }),
    );
    change(paid, { status: 'renewed', renewedAt: iso() });
  }

  const openOn = (cardRef: string): string | null =>
    [...entries.keys()].find((renewalId) => {
      const { quote, status } = entry(renewalId) ?? {};
      return quote?.cardRef === cardRef && status !== undefined && !over.has(status);
    }) ?? null;

  return {
    iso,
    nextId,
    cards: () => [...cards.values()].map(({ card }) => ({ ...card, openRenewal: openOn(card.cardRef) })),
    card: (cardRef) => cards.get(cardRef),
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
        payment: null,
        renewedAt: null,
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
    cancel(renewalId) {
      const unpaid = inStatus(renewalId, 'awaiting-payment');
      if (unpaid !== undefined) change(unpaid, { status: 'cancelled' });
    },
    decline(renewalId, reason) {
      const unpaid = inStatus(renewalId, 'awaiting-payment');
      if (unpaid !== undefined) change(unpaid, { lastProblem: reason });
    },
    process(renewalId) {
      const unpaid = inStatus(renewalId, 'awaiting-payment');
      if (unpaid !== undefined) change(unpaid, { status: 'processing' });
    },
    settle(renewalId, paidWith) {
      const unpaid = inStatus(renewalId, 'awaiting-payment', 'processing');
      if (unpaid === undefined) return false;
      change(unpaid, { status: 'paid', payment: { paidAt: iso(), paidWith } });
      clock.after(supplierDelayMs / 2, () => {
        const paid = inStatus(renewalId, 'paid');
        if (paid !== undefined) change(paid, { status: 'extending' });
      });
      clock.after(supplierDelayMs, () => extendCard(renewalId));
      return true;
    },
  };
}

/** A renewal in one of these holds its card no longer. */
const over: ReadonlySet<RenewalStatus> = new Set(['renewed', 'cancelled', 'refunded']);
