import type { PaymentMethod, ProblemCode } from '@leb-renew/core/contract';
import { randomBytes } from 'node:crypto';
import type pg from 'pg';
import { openPool } from '../../store/pool.ts';
import type { ProviderCreate, ProviderNotice, ProviderStatus } from './wire.ts';

export interface LedgerRow {
  readonly payment_id: string;
  readonly client_secret: string;
  readonly minor: string;
  readonly currency: string;
  readonly exponent: number;
  readonly renewal_id: string | null;
  readonly describe: string;
  readonly methods: readonly PaymentMethod[];
  readonly status: ProviderStatus;
  readonly received: string;
  readonly refunded: string;
  readonly problem_code: ProblemCode | null;
  readonly declines: number;
  readonly paid_with: string | null;
  readonly paid_at: Date | null;
  readonly expires_at: Date;
}

export interface DueNotice {
  readonly notice_id: string;
  readonly body: string;
  readonly tries: number;
}

const tables = `
  create schema if not exists sandbox_provider;
  create table if not exists sandbox_provider.payments (
    payment_id text primary key,
    client_secret text not null,
    idempotency_key text not null unique,
    minor bigint not null,
    currency text not null,
    exponent integer not null,
    renewal_id text,
    describe text not null,
    methods jsonb not null,
    status text not null default 'requires_payment_method',
    received bigint not null default 0,
    refunded bigint not null default 0,
    problem_code text,
    paid_with text,
    paid_at timestamptz,
    settles_at timestamptz,
    expires_at timestamptz not null
  );
  -- Why a payment that is processing will end in a decline. Books from before know of none that do.
  alter table sandbox_provider.payments add column if not exists fails_with text;
  alter table sandbox_provider.payments add column if not exists declines integer not null default 0;
  create table if not exists sandbox_provider.notices (
    notice_id text primary key,
    body text not null,
    tries integer not null default 0,
    next_at timestamptz not null default now(),
    delivered_at timestamptz
  );
  create table if not exists sandbox_provider.refunds (
    idempotency_key text primary key,
    refund_id text not null,
    payment_id text not null
  );
  create index if not exists notices_due on sandbox_provider.notices (next_at) where delivered_at is null;
  create index if not exists payments_processing on sandbox_provider.payments (settles_at) where status = 'processing';`;

/** Notices that are on their way at once. */
const atOnce = 20;

const later = `update sandbox_provider.notices
  set tries = tries + 1, next_at = now() + $2 * interval '1 millisecond' where notice_id = $1`;

/** The sandbox provider's own books. Every change of a payment writes the notice about it in the same transaction. */
export class Ledger {
  readonly #pool: pg.Pool;

  constructor(databaseUrl: string, onError: (error: unknown) => void) {
    this.#pool = openPool({ connectionString: databaseUrl, max: 4 }, onError);
  }

  async open(): Promise<void> {
    await this.#change(async (client) => {
      // Two providers may start at once, and `if not exists` alone does not keep them apart.
      await client.query(`select pg_advisory_xact_lock(hashtext('sandbox_provider'))`);
      await client.query(tables);
    });
  }

  close(): Promise<void> {
    return this.#pool.end();
  }

  async create(
    { amount, renewalId, describe, methods, expiresAt }: ProviderCreate,
    key: string,
  ): Promise<LedgerRow> {
    await this.#pool.query(
      `insert into sandbox_provider.payments
         (payment_id, client_secret, idempotency_key, minor, currency, exponent, renewal_id, describe, methods, expires_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) on conflict (idempotency_key) do nothing`,
      [
        `pay_${secret(12)}`,
        `cs_${secret(24)}`,
        key,
        amount.minor,
        amount.currency,
        amount.exponent,
        renewalId,
        describe,
        JSON.stringify(methods),
        expiresAt,
      ],
    );
    return this.#one('idempotency_key = $1', [key]) as Promise<LedgerRow>;
  }

  find(paymentId: string): Promise<LedgerRow | null> {
    return this.#one('payment_id = $1', [paymentId]);
  }

  /** Takes the money, if the payment is still open. However often it is asked, it is taken once. */
  succeed(paymentId: string, paidWith: string): Promise<void> {
    return this.#move(
      'payment.succeeded',
      `status = 'succeeded', received = minor, paid_with = $2, paid_at = now(), problem_code = null, settles_at = null`,
      `payment_id = $1 and status = 'requires_payment_method' and expires_at > now()`,
      [paymentId, paidWith],
    );
  }

  /** Starts what ends by itself after `ms`: well, or declined for the reason it `failsWith`. */
  process(paymentId: string, paidWith: string, ms: number, failsWith: ProblemCode | null): Promise<void> {
    return this.#move(
      'payment.processing',
      `status = 'processing', paid_with = $2, problem_code = null, fails_with = $4,
       settles_at = now() + $3 * interval '1 millisecond'`,
      `payment_id = $1 and status = 'requires_payment_method' and expires_at > now()`,
      [paymentId, paidWith, ms, failsWith],
    );
  }

  /** Ends what was processing long enough. */
  async settleDue(): Promise<void> {
    const isDue = `status = 'processing' and settles_at <= now()`;
    await this.#move(
      'payment.succeeded',
      `status = 'succeeded', received = minor, paid_at = now(), settles_at = null`,
      `${isDue} and fails_with is null`,
      [],
    );
    await this.#move(
      'payment.declined',
      `status = 'requires_payment_method', problem_code = fails_with, declines = declines + 1, paid_with = null, settles_at = null`,
      `${isDue} and fails_with is not null`,
      [],
    );
  }

  decline(paymentId: string, problemCode: ProblemCode): Promise<void> {
    return this.#move(
      'payment.declined',
      'problem_code = $2, declines = declines + 1',
      `payment_id = $1 and status = 'requires_payment_method'`,
      [paymentId, problemCode],
    );
  }

  cancel(paymentId: string): Promise<void> {
    return this.#move(
      'payment.canceled',
      `status = 'canceled'`,
      `payment_id = $1 and status = 'requires_payment_method'`,
      [paymentId],
    );
  }

  /**
   * Gives back so much, or all that is left, once per key. Answers the refund's name; null where so much has not arrived, or
   * has gone back before.
   */
  refund(paymentId: string, minor: number | null, key: string): Promise<string | null> {
    return this.#change(async (client) => {
      const { rows: payments } = await client.query<Pick<LedgerRow, 'received' | 'refunded'>>(
        'select received, refunded from sandbox_provider.payments where payment_id = $1 for update',
        [paymentId],
      );
      const { rows: made } = await client.query<{ refund_id: string }>(
        'select refund_id from sandbox_provider.refunds where idempotency_key = $1',
        [key],
      );
      if (made[0] !== undefined) return made[0].refund_id;
      const left = payments.reduce((_, { received, refunded }) => Number(received) - Number(refunded), 0);
      const wanted = minor ?? left;
      if (wanted <= 0 || wanted > left) return null;
      const refundId = `re_${secret(12)}`;
      await client.query(
        'insert into sandbox_provider.refunds (idempotency_key, refund_id, payment_id) values ($1, $2, $3)',
        [key, refundId, paymentId],
      );
      await client.query(
        'update sandbox_provider.payments set refunded = refunded + $2 where payment_id = $1',
        [paymentId, wanted],
      );
      await tell(client, { type: 'payment.refunded', paymentId });
      return refundId;
    });
  }

  /**
   * Hands due notices to `deliver`; one that is not accepted comes again later, after ever longer pauses. True when there
   * may be more.
   */
  deliverDue(deliver: (notice: DueNotice) => Promise<boolean>): Promise<boolean> {
    return this.#change(async (client) => {
      const { rows } = await client.query<DueNotice>(
        `select notice_id, body, tries from sandbox_provider.notices
         where delivered_at is null and next_at <= now() order by next_at limit ${atOnce} for update skip locked`,
      );
      const accepted = await Promise.all(rows.map(deliver));
      await client.query(
        'update sandbox_provider.notices set delivered_at = now() where notice_id = any ($1)',
        [rows.filter((_, index) => accepted[index]).map(({ notice_id: id }) => id)],
      );
      for (const { notice_id: id, tries } of rows.filter((_, index) => accepted[index] !== true))
        await client.query(later, [id, Math.min(60_000, 250 * 2 ** tries)]);
      return rows.length === atOnce;
    });
  }

  async #move(
    type: ProviderNotice['type'],
    set: string,
    where: string,
    values: readonly unknown[],
  ): Promise<void> {
    await this.#change(async (client) => {
      const { rows } = await client.query<{ payment_id: string }>(
        `update sandbox_provider.payments set ${set} where ${where} returning payment_id`,
        [...values],
      );
      for (const { payment_id: paymentId } of rows) await tell(client, { type, paymentId });
    });
  }

  async #one(where: string, values: readonly unknown[]): Promise<LedgerRow | null> {
    const { rows } = await this.#pool.query<LedgerRow>(
      `select * from sandbox_provider.payments where ${where}`,
      [...values],
    );
    return rows[0] ?? null;
  }

  async #change<T>(work: (client: pg.PoolClient) => Promise<T>): Promise<T> {
    const client = await this.#pool.connect();
    try {
      await client.query('begin');
      const result = await work(client);
      await client.query('commit');
      return result;
    } catch (error) {
      await client.query('rollback').catch(() => undefined);
      throw error;
    } finally {
      client.release();
    }
  }
}

const secret = (bytes: number): string => randomBytes(bytes).toString('base64url');

async function tell(client: pg.PoolClient, notice: ProviderNotice): Promise<void> {
  await client.query('insert into sandbox_provider.notices (notice_id, body) values ($1, $2)', [
    `msg_${secret(12)}`,
    JSON.stringify(notice),
  ]);
}
