import type { Instant } from '@leb-renew/core/contract';
import { sql } from 'kysely';
import { deadLettersOf, jobNames, type JobData, type JobName } from '../jobs.ts';
import type { Context } from '../renewals/context.ts';
import type { Database } from '../store/database.ts';
import { instantOf } from '../store/instant.ts';
import { jobsSchema } from '../store/schema.ts';
import { audit, checkPerson, type Person } from './audit.ts';
import { done, refused, type DeskAnswer } from './refusals.ts';

/** A job that failed with its last try. */
export interface DeadLetter {
  readonly jobId: string;
  readonly job: JobName;
  readonly renewalId: string | null;
  readonly paymentRef: string | null;
  /** What a letter was to be about. */
  readonly about: string | null;
  readonly error: string;
  readonly since: Instant;
}

interface Row {
  readonly id: string;
  readonly name: string;
  readonly data: { readonly renewalId?: string; readonly ref?: string; readonly about?: string };
  readonly output: { readonly message?: string; readonly value?: string } | null;
  readonly created_on: Date;
}

const jobs = sql.ref(`${jobsSchema}.job`);
const queues = jobNames.flatMap((job) => deadLettersOf(job) ?? []);

/**
 * The sweep queues anew what is not done, so most dead letters are overtaken: the work was done since, or the same
 * failed again. Only the first of the same tells since when.
 */
const overtaken = sql<boolean>`(
  (name = ${deadLettersOf('fulfil')} and not exists (select from leb_renew.renewals
    where renewal_id = data ->> 'renewalId' and status in ('paid', 'extending')))
  or (name = ${deadLettersOf('settle')} and not exists (select from leb_renew.notices
    where ref = data ->> 'ref' and settled_at is null))
  or (name = ${deadLettersOf('send-confirmation')} and not exists (select from leb_renew.renewals
    where renewal_id = data ->> 'renewalId' and status = 'renewed' and sent_to is null and unsendable is null))
  or exists (select from ${jobs} earlier where earlier.name = job.name and earlier.data = job.data
    and (earlier.created_on, earlier.id) < (job.created_on, job.id)))`;

/** What still waits for a person, the oldest first. */
export async function deadLetters(database: Database): Promise<readonly DeadLetter[]> {
  const { rows } = await sql<Row>`
    select id, name, data, output, created_on from ${jobs} as job
    where name = any(${queues}) and not ${overtaken} order by created_on`.execute(database);
  return rows.map(({ id, name, data, output, created_on }) => ({
    jobId: id,
    job: jobOf(name),
    renewalId: data.renewalId ?? null,
    paymentRef: data.ref ?? null,
    about: data.about ?? null,
    error: output?.message ?? output?.value ?? 'It did not end in time.',
    since: instantOf(created_on),
  }));
}

/** Drops what was overtaken. */
export async function tidyDeadLetters(database: Database): Promise<void> {
  await sql`delete from ${jobs} as job where name = any(${queues}) and ${overtaken}`.execute(database);
}

/** Queues a dead letter anew, once. */
export function retry(
  context: Context,
  jobId: string,
  person: Person,
): Promise<DeskAnswer<{ readonly job: JobName }>> {
  checkPerson('retry', person);
  return context.database.transaction().execute(async (transaction) => {
    const { rows } = await sql<Row>`
      delete from ${jobs} where id::text = ${jobId} and name = any(${queues}) returning name, data`.execute(
      transaction,
    );
    const [letter] = rows;
    if (letter === undefined) return refused('unknown-job');
    const job = jobOf(letter.name);
    const { renewalId } = letter.data;
    await context.jobs.enqueue(job, letter.data as JobData[typeof job], transaction);
    await audit(context, transaction, {
      ...person,
      act: 'retry',
      jobId,
      ...(renewalId === undefined ? {} : { renewalId }),
    });
    return done({ job });
  });
}

function jobOf(queue: string): JobName {
  const job = jobNames.find((name) => deadLettersOf(name) === queue);
  if (job === undefined) throw new TypeError(`${queue} holds no dead letters.`);
  return job;
}
