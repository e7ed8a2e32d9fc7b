import type { Session } from '@leb-renew/core/contract';
import type { Store } from '../store/database.ts';
import { instantOf } from '../store/instant.ts';
import type { Account } from './account.ts';
import { maskEmail } from './mask-email.ts';
import { createSeal } from './seal.ts';

/** Seconds that a session lives at most, however much it is used. */
export const sessionLifetime = 12 * 3600;
/** How long it lives unused. */
const idleMs = 2 * 3_600_000;
/** How long a bearer token is good for. It is in the page's memory, where every script of the page may be. */
const tokenMs = 10 * 60_000;
/** How long the refresh token before the newest is taken: two pages may ask at once, and an answer may be lost. */
const graceMs = 30_000;

/** A session as the page sees it, and the refresh token that goes on with it, for a cookie. */
export interface Opened {
  readonly session: Session;
  readonly refresh: string;
}

export interface Sessions {
  /** For a session that better-auth has just written, by the token it calls it by. */
  open(token: string): Promise<Opened>;
  /** Whose bearer token it is. With `late`, also one whose time is over. */
  owner(bearer: string, options?: { readonly late?: boolean }): Promise<Account | null>;
  /**
   * A new bearer token and a new refresh token for an old one; null when the session has ended. One that was replaced
   * a while ago is in two hands, and ends it. A bearer token beside it must be of the same session.
   */
  refresh(refresh: string, bearer: string): Promise<Opened | null>;
  end(bearer: string): Promise<void>;
}

interface Row {
  readonly sessionId: string;
  readonly accountId: string;
  readonly email: string;
  readonly name: string;
  readonly generation: number;
  readonly refreshedAt: Date;
  readonly endsAt: Date;
}

const bearerPrefix = 'st_';
const refreshPrefix = 'sr_';

const byId = `select s.id as "sessionId", s."userId" as "accountId", u.email, u.name,
    r.generation, r.refreshed_at as "refreshedAt", r.ends_at as "endsAt"
  from leb_renew_accounts.session s
  join leb_renew_accounts."user" u on u.id = s."userId"
  join leb_renew.refreshes r on r.session_id = s.id
  where s.id = $1`;

/**
 * better-auth keeps which sessions there are, and ends them all with a new password. What a page holds of one are two
 * sealed tokens: both name the session, the refresh token counts. The database holds nothing that opens one.
 */
export function createSessions(store: Pick<Store, 'pool'>, key: string, now: () => number): Sessions {
  const seal = createSeal(key);

  function opened(row: Row, generation: number): Opened {
    const { sessionId, email, name } = row;
    const expiresAt = Math.floor(Math.min(now() + tokenMs, row.endsAt.getTime()) / 1000);
    return {
      session: {
        token: seal.write(bearerPrefix, sessionId, expiresAt),
        expiresAt: instantOf(expiresAt * 1000),
        account: { emailMasked: maskEmail(email), name },
      },
      refresh: seal.write(refreshPrefix, sessionId, generation),
    };
  }
  async function read(sessionId: string): Promise<Row | null> {
    const { rows } = await store.pool.query<Row>(byId, [sessionId]);
    const [row] = rows;
    return row !== undefined && row.endsAt.getTime() > now() ? row : null;
  }
  /** Together with its count of refreshes. */
  async function remove(sessionId: string): Promise<void> {
    await store.pool.query('delete from leb_renew_accounts.session where id = $1', [sessionId]);
  }

  return {
    async open(token) {
      const { rows } = await store.pool.query<{ id: string }>(
        `insert into leb_renew.refreshes (session_id, generation, refreshed_at, ends_at)
         select id, 0, $2, $3 from leb_renew_accounts.session where token = $1 returning session_id as id`,
        [token, new Date(now()), new Date(now() + sessionLifetime * 1000)],
      );
      const row = await read(rows[0]?.id ?? '');
      if (row === null) throw new TypeError('better-auth named a session that it has not written.');
      return opened(row, row.generation);
    },
    async owner(bearer, { late = false } = {}) {
      const [sessionId, seconds] = seal.read(bearerPrefix, bearer) ?? [];
      if (sessionId === undefined || !(late || Number(seconds) * 1000 > now())) return null;
      const row = await read(sessionId);
      return row === null ? null : { accountId: row.accountId, email: row.email, name: row.name };
    },
    async refresh(refresh, bearer) {
      const [sessionId, count] = seal.read(refreshPrefix, refresh) ?? [];
      if (sessionId === undefined) return null;
      if (bearer !== '' && seal.read(bearerPrefix, bearer)?.[0] !== sessionId) return null;
      const generation = Number(count);
      const at = now();
      const { rowCount } = await store.pool.query(
        `update leb_renew.refreshes set generation = generation + 1, refreshed_at = $3
         where session_id = $1 and generation = $2 and refreshed_at > $4`,
        [sessionId, generation, new Date(at), new Date(at - idleMs)],
      );
      const row = await read(sessionId);
      const isFresh = rowCount === 1;
      const isGraced =
        row?.generation === generation + 1 && Math.abs(at - row.refreshedAt.getTime()) <= graceMs;
      if (row !== null && (isFresh || isGraced)) return opened(row, generation + 1);
      await remove(sessionId);
      return null;
    },
    async end(bearer) {
      const [sessionId] = seal.read(bearerPrefix, bearer) ?? [];
      if (sessionId !== undefined) await remove(sessionId);
    },
  };
}
