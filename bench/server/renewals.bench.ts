import { booksWhen, readBooks, type Books } from './books.ts';
import { createCustomer, type Customer } from './customer.ts';
import type { BenchDatabase } from './database.ts';
import type { FilledCard } from './fill.ts';
import type { Process } from './processes.ts';

export interface RenewalsResult {
  readonly perSecond: number;
  /** From the wish for a quote to the receipt, ms. */
  readonly p50: number;
  readonly p99: number;
  /** Answers that were lost or no success, and walks that never ended. */
  readonly errors: readonly string[];
  readonly books: Books;
}

export interface Walks {
  readonly database: BenchDatabase;
  readonly servers: readonly Process[];
  readonly cards: readonly FilledCard[];
  /** Walks under way at any time. */
  readonly parallel: number;
}

/** Renews every card once, and waits until the last confirmation is written. Signing in is over before it begins. */
export async function renewalsBench({ database, servers, cards, parallel }: Walks): Promise<RenewalsResult> {
  const errors: string[] = [];
  const onTrouble = (what: string) => void errors.push(what);
  const customers = new Map<string, Customer>();
  for (const { email } of cards)
    if (!customers.has(email)) {
      const customer = createCustomer({ servers: () => servers, email, onTrouble });
      await customer.signIn();
      customers.set(email, customer);
    }
  const before = await readBooks(database);

  const took: number[] = [];
  const waiting = [...cards];
  const walk = async () => {
    for (let card = waiting.pop(); card !== undefined; card = waiting.pop()) {
      const start = performance.now();
      await customers
        .get(card.email)
        ?.renew(card.cardRef)
        .catch((error: unknown) => errors.push(String(error)));
      took.push(performance.now() - start);
    }
  };
  const start = performance.now();
  await Promise.all(Array.from({ length: parallel }, walk));
  const books = await booksWhen(
    database,
    ({ mails, openNotices }) => mails - before.mails >= cards.length && openNotices === 0,
  );
  const seconds = (performance.now() - start) / 1_000;
  took.sort((one, other) => one - other);
  const at = (share: number) => took[Math.floor(share * (took.length - 1))] ?? Number.NaN;
  return { perSecond: cards.length / seconds, p50: at(0.5), p99: at(0.99), errors, books };
}
