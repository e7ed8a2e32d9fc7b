import { Kysely, PostgresDialect, type Transaction } from 'kysely';
import pg from 'pg';
import { openPool } from './pool.ts';
import { accountsSchema, schema, type Tables } from './schema.ts';

export type Database = Kysely<Tables>;
export type DatabaseTransaction = Transaction<Tables>;

export interface Store {
  readonly pool: pg.Pool;
  readonly database: Database;
  /** The same connections, aimed at the tables of accounts and sessions. */
  // better-auth brings its own table types; ours would not fit.
  readonly accounts: Kysely<Record<string, never>>;
  close(): Promise<void>;
}

export interface StoreOptions {
  readonly databaseUrl: string;
  /** Most connections at once. */
  readonly connections?: number;
  readonly onError?: (error: Error) => void;
}

/** Opens no connection until the first query. */
export function openStore({ databaseUrl, connections = 12, onError = () => undefined }: StoreOptions): Store {
  const pool = openPool(
    {
      connectionString: databaseUrl,
      max: connections,
      connectionTimeoutMillis: 10_000,
      // Lets go of the locks of a process that vanished without closing its connections.
      idle_in_transaction_session_timeout: 600_000,
      types: wholeNumbers,
    },
    onError,
  );
  const kysely = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
  return {
    pool,
    database: kysely.withSchema(schema),
    accounts: kysely.withSchema(accountsSchema) as unknown as Kysely<Record<string, never>>,
    close: () => kysely.destroy(),
  };
}

/** `bigint` columns hold minor units, which the contract keeps within a safe integer. */
const wholeNumbers = new pg.TypeOverrides();
wholeNumbers.setTypeParser(pg.types.builtins.INT8, Number);
