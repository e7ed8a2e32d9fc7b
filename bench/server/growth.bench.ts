import type { Quote } from '@leb-renew/core/contract';
import { createCustomer } from './customer.ts';
import type { BenchDatabase } from './database.ts';
import type { FilledCard } from './fill.ts';
import { repeatHistory } from './history.ts';
import { shopOn } from './shop-server.ts';
import type { Process } from './processes.ts';

/** What things cost with so many finished renewals in the database: one at a time, ms, median. */
export interface Growth {
  readonly renewals: number;
  readonly megabytes: number;
  readonly status: number;
  readonly quote: number;
  /** Of a renewal from its quote to its receipt, without the time that the notices are held back. */
  readonly renewal: number;
  /** One round of what looks after everything that is not final. */
  readonly sweep: number;
  /** One round of what plans and queues reminders. */
  readonly remind: number;
}

interface Shop {
  readonly database: BenchDatabase;
  readonly servers: readonly Process[];
  readonly paymentsUrl: string;
}

/** Fills the database up to each size and measures there. The sizes rise. */
export async function growthBench(
  { database, servers, paymentsUrl }: Shop,
  cards: readonly FilledCard[],
  sizes: readonly number[],
): Promise<readonly Growth[]> {
  const [first] = cards;
  if (first === undefined) throw new RangeError('growthBench: there is no card to renew');
  const customer = createCustomer({ servers: () => servers, email: first.email, pollMs: 10 });
  const own = cards.filter(({ email }) => email === first.email).map(({ cardRef }) => cardRef);
  const next = () => {
    const cardRef = own.shift();
    if (cardRef === undefined) throw new RangeError('growthBench: there are too few cards');
    return cardRef;
  };
  await customer.renew(next());
  const server = shopOn(database.url, paymentsUrl);
  await server.start();
  const rows: Growth[] = [];
  try {
    let filled = 0;
    for (const renewals of sizes) {
      await repeatHistory(database, renewals - filled);
      filled = renewals;
      const quotes: Quote[] = [];
      const quote = await median(30, async () => void quotes.push(await customer.quote(own[0] ?? '')));
      const [asked] = quotes;
      if (asked === undefined) throw new TypeError('growthBench: no quote was given');
      const begun = await customer.begin(asked);
      const status = await median(200, () => customer.look(begun));
      await customer.pay(begun);
      await customer.renewed(begun);
      next();
      rows.push({
        renewals,
        megabytes: await sizeOf(database),
        status,
        quote,
        renewal: await median(10, () => customer.renew(next())),
        sweep: await median(5, () => server.admin.sweep()),
        remind: await median(5, () => server.admin.remind()),
      });
    }
  } finally {
    await server.stop();
  }
  return rows;
}

async function median(times: number, act: () => Promise<unknown>): Promise<number> {
  const took: number[] = [];
  for (let each = 0; each < times; each++) {
    const start = performance.now();
    await act();
    took.push(performance.now() - start);
  }
  return took.sort((one, other) => one - other)[times >> 1] ?? Number.NaN;
}

async function sizeOf({ query }: BenchDatabase): Promise<number> {
  const [row] = await query<{ size: number }>(
    'select (pg_database_size(current_database()) / 1e6)::int as size',
  );
  return row?.size ?? Number.NaN;
}
