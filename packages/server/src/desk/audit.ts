import type { RenewalStatus } from '@leb-renew/core/contract';
import type { Context } from '../renewals/context.ts';
import type { DatabaseTransaction } from '../store/database.ts';

/** Who does something at the desk, and why. Both are kept for good: no customer's data belongs in them. */
export interface Person {
  readonly by: string;
  readonly why: string;
}

interface Done extends Person {
  readonly act: 'fulfil' | 'refund' | 'note' | 'retry';
  readonly renewalId?: string;
  readonly jobId?: string;
  readonly before?: RenewalStatus;
  readonly after?: RenewalStatus;
}

const longest = 1000;

/** @throws TypeError when it is not said who and why */
export function checkPerson(act: string, { by, why }: Person): void {
  for (const [name, text] of Object.entries({ by, why }))
    if (typeof text !== 'string' || text.trim() === '' || text.length > longest)
      throw new TypeError(`desk.${act}: ${name} must have 1 to ${longest} characters`);
}

/** Writes down what was done, in the transaction that does it. */
export async function audit(
  { now }: Pick<Context, 'now'>,
  transaction: DatabaseTransaction,
  { act, by, why, renewalId, jobId, before, after }: Done,
): Promise<void> {
  await transaction
    .insertInto('audit')
    .values({
      at: new Date(now()),
      done_by: by.trim(),
      act,
      why: why.trim(),
      renewal_id: renewalId ?? null,
      job_id: jobId ?? null,
      status_before: before ?? null,
      status_after: after ?? null,
    })
    .execute();
}
