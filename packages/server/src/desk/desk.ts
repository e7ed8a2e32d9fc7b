import type { Context } from '../renewals/context.ts';
import type { JobName } from '../jobs.ts';
import { audit, checkPerson, type Person } from './audit.ts';
import { retry } from './dead-letters.ts';
import { extendAfterAll, type Moved } from './extend.ts';
import { findRenewal } from './find-renewal.ts';
import { giveBack, type RefundAct } from './give-back.ts';
import { listWaiting, type Waiting } from './list.ts';
import { done, refused, type DeskAnswer } from './refusals.ts';
import { tellStory, type Story } from './story.ts';

/**
 * Where a person decides what no program may. Renewals are named by id or reference. Each act is written to the audit
 * trail together with what it does, or neither happens; what cannot be done is an answer, and who or why left out throws.
 */
export interface Desk {
  /** Everything that waits for a person, the oldest first; `minutes` (10) is what may take its time. */
  list(minutes?: number): Promise<readonly Waiting[]>;
  /** All that is known about a renewal, in the order of time. Asks the payment provider. */
  show(renewal: string): Promise<DeskAnswer<Story>>;
  /** Has the card of a renewal in review extended, once. Its money is then accepted as it is. */
  fulfil(renewal: string, person: Person): Promise<DeskAnswer<Moved>>;
  /** Gives back all that arrived for a renewal that is paid and not renewed. */
  refund(renewal: string, act: RefundAct): Promise<DeskAnswer<Moved>>;
  note(renewal: string, note: { readonly by: string; readonly text: string }): Promise<DeskAnswer<Moved>>;
  /** Queues a dead letter anew. */
  retry(jobId: string, person: Person): Promise<DeskAnswer<{ readonly job: JobName }>>;
}

export const createDesk = (context: Context): Desk => ({
  list: (minutes) => listWaiting(context, minutes),
  show: (renewal) => tellStory(context, renewal),
  fulfil: (renewal, person) => extendAfterAll(context, renewal, person),
  refund: (renewal, act) => giveBack(context, renewal, act),
  note: (renewal, note) => takeNote(context, renewal, note),
  retry: (jobId, person) => retry(context, jobId, person),
});

async function takeNote(
  context: Context,
  name: string,
  { by, text: why }: { readonly by: string; readonly text: string },
): Promise<DeskAnswer<Moved>> {
  checkPerson('note', { by, why });
  const row = await findRenewal(context.database, name);
  if (row === null) return refused('unknown-renewal');
  const { renewal_id: renewalId, reference, status } = row;
  await context.database
    .transaction()
    .execute((transaction) =>
      audit(context, transaction, { act: 'note', by, why, renewalId, before: status, after: status }),
    );
  return done({ renewalId, reference, status });
}
