import { fine, trouble, type Answer } from '@leb-renew/core/contract';
import { sql } from 'kysely';
import { mark } from '../keys.ts';
import type { Database } from '../store/database.ts';

/** So many tries are heard at once. After them each has to wait twice as long as the one before; one is forgotten every `leak`. */
interface Rule {
  readonly free: number;
  /** Seconds, all three. */
  readonly first: number;
  readonly longest: number;
  readonly leak: number;
}

/**
 * What is slowed down, and by whom it is counted. Nobody is locked out for good: whoever knows an address could lock its
 * owner out with five wrong passwords. `account-locked` is for sellers whose own sign-in does it.
 */
const rules = {
  /** Guesses at one account, known or not: about a hundred a day in the long run (NIST SP 800-63B §5.2.2). */
  'sign-in': { free: 5, first: 2, longest: 900, leak: 3600 },
  /** Mails to one address that somebody else may be asking for. */
  reset: { free: 3, first: 60, longest: 3600, leak: 1200 },
  /** Quotes for one card: each is kept. */
  quote: { free: 60, first: 1, longest: 60, leak: 2 },
  /** Everything that costs something, from one network address; many people may share one. */
  address: { free: 60, first: 1, longest: 300, leak: 2 },
} as const satisfies Record<string, Rule>;

export interface Throttle {
  /** Counts a try before it is made, so that of many at once no more are heard than one after another. */
  take(what: keyof typeof rules, who: string): Promise<Answer<null>>;
  /** It was who it had to be. */
  forgive(what: keyof typeof rules, who: string): Promise<void>;
  /** Drops what no longer slows anybody down. */
  tidy(): Promise<void>;
}

interface ThrottleOptions {
  readonly database: Database;
  /** Hides who has tried: addresses can be guessed from plain hashes. */
  readonly key: string;
  readonly now: () => number;
}

/** Tries beyond the free ones that are counted at all: those that were heard must not slow anybody down for days. */
const furthest = 10;

/** Seconds by which the clocks of two processes, or two requests under way at once, may differ. */
const skew = 60;

const dayMs = 24 * 3_600_000;

/** Kept in the database, where all processes count together. */
export function createThrottle({ database, key, now }: ThrottleOptions): Throttle {
  const keyOf = (what: string, who: string) => mark(key, `${what}:${who}`);

  return {
    async take(what, who) {
      const { free, first, longest, leak } = rules[what];
      const at = new Date(now());
      const gone = sql<number>`greatest(0, extract(epoch from (${at}::timestamptz - throttles.seen_at))) / ${leak}`;
      const tries = sql<number>`least(${free + furthest}, greatest(0, throttles.tries - ${gone}) + 1)`;
      // Rounded, because a little of every try has leaked away by the next.
      const over = sql`round(${tries} - ${free})`;
      const wait = sql`case when ${over} < 0 then ${-skew}
        else least(${longest}, ${first} * power(2, ${over})) end`;
      const taken = await database
        .insertInto('throttles')
        .values({ key: keyOf(what, who), tries: 1, free_at: new Date(now() - skew * 1000), seen_at: at })
        .onConflict((conflict) =>
          conflict
            .column('key')
            .doUpdateSet({
              tries,
              free_at: sql`${at}::timestamptz + interval '1 second' * ${wait}`,
              seen_at: at,
            })
            .where(sql<boolean>`throttles.free_at <= ${at}`),
        )
        .returning('tries')
        .executeTakeFirst();
      if (taken !== undefined) return fine(null);
      const row = await database
        .selectFrom('throttles')
        .select('free_at')
        .where('key', '=', keyOf(what, who))
        .executeTakeFirst();
      const ms = (row?.free_at.getTime() ?? 0) - at.getTime();
      return trouble('too-many-requests', { retryAfterSeconds: Math.max(1, Math.ceil(ms / 1000)) });
    },
    async forgive(what, who) {
      await database.deleteFrom('throttles').where('key', '=', keyOf(what, who)).execute();
    },
    async tidy() {
      await database
        .deleteFrom('throttles')
        .where('seen_at', '<', new Date(now() - dayMs))
        .execute();
    },
  };
}

/** For a server behind something that limits requests already. */
export const noThrottle: Throttle = {
  take: () => Promise.resolve(fine(null)),
  forgive: () => Promise.resolve(),
  tidy: () => Promise.resolve(),
};
