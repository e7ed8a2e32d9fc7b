import { sql } from 'kysely';
import { deadLettersOf, jobNames } from './jobs.ts';
import type { Database } from './store/database.ts';
import { jobsSchema } from './store/schema.ts';
import type { WorkLeft } from './telemetry.ts';

interface QueueRow {
  readonly name: string;
  readonly waits: number;
  readonly oldest: number;
}

/** Counted in the queue and among the renewals. */
export async function workLeft(database: Database): Promise<WorkLeft> {
  const { rows } = await sql<QueueRow>`
    select name, count(*) as waits, extract(epoch from now() - min(created_on))::float8 as oldest
    from ${sql.ref(`${jobsSchema}.job`)} where state in ('created', 'retry') group by name`.execute(database);
  const { reviews } = await database
    .selectFrom('renewals')
    .select(({ fn }) => fn.countAll<number>().as('reviews'))
    .where(({ eb, or, and }) =>
      or([eb('status', '=', 'review'), and([eb('status', '=', 'refunding'), eb('review', 'is not', null)])]),
    )
    .executeTakeFirstOrThrow();
  const jobs = jobNames.map((job) => {
    const at = (queue: string | null) => rows.find(({ name }) => name === queue);
    const own = at(job);
    return {
      job,
      waits: own?.waits ?? 0,
      oldestSeconds: own?.oldest ?? 0,
      died: at(deadLettersOf(job))?.waits ?? 0,
    };
  });
  return { jobs, reviews };
}
