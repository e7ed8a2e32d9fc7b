import { trouble } from '@leb-renew/core/contract';
import { setTimeout as delay } from 'node:timers/promises';
import type pg from 'pg';
import { discreet, logToConsole, type Log } from '../../log.ts';
import { instantOf } from '../../store/instant.ts';
import { openPool } from '../../store/pool.ts';
import type { Applied, ExtensionOrder, Supplier, Unknown } from '../port.ts';

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
    readsEveryMs: 0,
    async start() {
      if (pool !== null) return;
      pool = openPool({ connectionString: databaseUrl, max: 2 }, (error) => {
        discreet(log)({ level: 'warn', event: 'local-supplier.connection', error });
      });
      await open(pool);
    },
    async stop() {
      await pool?.end();
      pool = null;
    },
    // What the shop has written down of a card is the truth: there is nobody else to ask.
    readCard: () =>
      Promise.resolve({
        outcome: 'read',
        expiresAt: null,
        profile: 'unknown',
        data: null,
        suspended: null,
        revoked: null,
        asOf: instantOf(Date.now()),
      }),
    listPlans: (_, plans) =>
      Promise.resolve({ outcome: 'listed', planIds: plans.map(({ planId }) => planId) }),
    preview: () => Promise.resolve({ outcome: 'possible', mark: null }),
    async apply(order, _, signal) {
      const what = mishap(order);
      try {
        await delay(delayMs, undefined, { signal });
        if (what === 'refuse')
          return {
            outcome: 'refused',
            reason: 'other',
            isFinal: true,
            detail: 'refused by the local supplier',
          };
        if (what === 'lost-order') return { outcome: 'unknown', detail: 'the order was lost' };
        const done = await record(books(), order, signal);
        return what === 'lost-answer' ? { outcome: 'unknown', detail: 'the answer was lost' } : done;
      } catch (error) {
        return unknown(error);
      }
    },
    async find({ key }) {
      try {
        const { rows } = await books().query<Row>(
          'select * from leb_local_supplier.extensions where order_key = $1',
          [key],
        );
        return rows[0] === undefined ? { outcome: 'absent' } : applied(rows[0]);
      } catch (error) {
        return unknown(error);
      }
    },
    parseNotice: () => Promise.resolve(trouble('bad-notice', { detail: 'The local supplier sends none.' })),
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
async function record(
  pool: pg.Pool,
  { key, iccid, from, to }: ExtensionOrder,
  signal: AbortSignal,
): Promise<Applied> {
  const client = await pool.connect();
  try {
    // Getting a connection may have taken a while.
    signal.throwIfAborted();
    const { rows } = await client.query<Row>(
      `insert into leb_local_supplier.extensions (order_key, iccid, starts_at, ends_at) values ($1, $2, $3, $4)
       on conflict (order_key) do update set order_key = excluded.order_key returning *`,
      [key, iccid, from, to],
    );
    const [row] = rows;
    if (row === undefined) throw new Error(`The order ${key} was not written.`);
    return applied(row);
  } finally {
    client.release();
  }
}

const applied = ({ order_key, starts_at, ends_at }: Row): Applied => ({
  outcome: 'applied',
  from: instantOf(starts_at),
  to: instantOf(ends_at),
  supplierRef: order_key,
});

const unknown = (error: unknown): Unknown => ({
  outcome: 'unknown',
  detail: error instanceof Error ? error.message : String(error),
});
