import { setTimeout as delay } from 'node:timers/promises';
import pg from 'pg';
import { logToConsole, type Log } from '../../log.ts';
import { instantOf } from '../../store/instant.ts';
import type { Extended, ExtensionOrder, Supplier } from '../port.ts';

/** What goes wrong with one order. `lost-answer`: it is done, and nobody hears of it. `lost-order`: it never arrived. */
export type Mishap = 'none' | 'refuse' | 'lost-answer' | 'lost-order';

export interface LocalSupplierOptions {
  readonly databaseUrl: string;
  /** How long an order takes before it has an effect, ms: time to stop the server between *paid* and *renewed*. @default 0 */
  readonly delayMs?: number;
  /** For tests and demonstrations. */
  readonly mishap?: (order: ExtensionOrder) => Mishap;
  /** @default warnings and errors, one line of JSON each, on standard error */
  readonly log?: Log;
}

const tables = `
  create schema if not exists leb_local_supplier;
  create table if not exists leb_local_supplier.extensions (
    order_key text primary key,
    iccid text not null,
    starts_at timestamptz not null,
    ends_at timestamptz not null,
    made_at timestamptz not null default now()
  );`;

interface Row {
  readonly order_key: string;
  readonly starts_at: Date;
  readonly ends_at: Date;
}

/** A supplier on the seller's own database: for cards that the seller operates itself, and for trying things out. */
export function localSupplier({
  databaseUrl,
  delayMs = 0,
  mishap = () => 'none',
  log = logToConsole,
}: LocalSupplierOptions): Supplier {
  let pool: pg.Pool | null = null;
  const books = (): pg.Pool => {
    if (pool === null) throw new Error('localSupplier: start() has not been called');
    return pool;
  };

  return {
    name: 'local',
    async start() {
      if (pool !== null) return;
      pool = new pg.Pool({ connectionString: databaseUrl, max: 2 });
      pool.on('error', (error) => {
        log({ level: 'warn', event: 'local-supplier.connection', error });
      });
      await open(pool);
    },
    async stop() {
      await pool?.end();
      pool = null;
    },
    async extend(order, signal) {
      const what = mishap(order);
      try {
        await delay(delayMs, undefined, { signal });
        if (what === 'refuse') return { outcome: 'refused', reason: 'refused by the local supplier' };
        if (what === 'lost-order') return { outcome: 'unknown', reason: 'the order was lost' };
        const done = await record(books(), order);
        return what === 'lost-answer' ? { outcome: 'unknown', reason: 'the answer was lost' } : done;
      } catch (error) {
        return { outcome: 'unknown', reason: error instanceof Error ? error.message : String(error) };
      }
    },
    async find(key) {
      try {
        const { rows } = await books().query<Row>(
          'select * from leb_local_supplier.extensions where order_key = $1',
          [key],
        );
        return rows[0] === undefined ? { outcome: 'absent' } : extended(rows[0]);
      } catch (error) {
        return { outcome: 'unknown', reason: error instanceof Error ? error.message : String(error) };
      }
    },
  };
}

async function open(pool: pg.Pool): Promise<void> {
  const client = await pool.connect();
  try {
    // Two processes may start at once, and `if not exists` alone does not keep them apart.
    await client.query(
      `begin; select pg_advisory_xact_lock(hashtext('leb_local_supplier')); ${tables} commit;`,
    );
  } finally {
    client.release();
  }
}

/** The same key again finds what was done, and does nothing. */
async function record(pool: pg.Pool, { key, iccid, from, to }: ExtensionOrder): Promise<Extended> {
  const { rows } = await pool.query<Row>(
    `insert into leb_local_supplier.extensions (order_key, iccid, starts_at, ends_at) values ($1, $2, $3, $4)
     on conflict (order_key) do update set order_key = excluded.order_key returning *`,
    [key, iccid, from, to],
  );
  const [row] = rows;
  if (row === undefined) throw new Error(`The order ${key} was not written.`);
  return extended(row);
}

const extended = ({ order_key, starts_at, ends_at }: Row): Extended => ({
  outcome: 'applied',
  from: instantOf(starts_at),
  to: instantOf(ends_at),
  supplierRef: order_key,
});
