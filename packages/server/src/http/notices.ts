import { problem } from '@leb-renew/core/contract';
import type { Context } from '../renewals/context.ts';
import { problemResponse } from './problem-response.ts';

/**
 * Takes a provider's notice: checked, stored, answered, and only then looked into. One that came before changes
 * nothing. The job is queued in the transaction that stores the notice, so none is accepted and forgotten.
 */
export async function takeNotice(context: Context, provider: string, request: Request): Promise<Response> {
  const { payments, database, jobs } = context;
  if (provider !== payments.provider) return problemResponse(problem('not-found'));
  const read = await payments.readNotice(new Uint8Array(await request.arrayBuffer()), request.headers);
  if (!read.ok) {
    // Anybody may send such a thing; a provider who does has another secret than we.
    context.log({ level: 'warn', event: 'notice.refused', detail: read.problem.detail ?? provider });
    return problemResponse(read.problem);
  }
  for (const { id, kind, ref } of read.value) {
    if (await cameBefore(context, id)) continue;
    await database.transaction().execute(async (transaction) => {
      const isNew = await transaction
        .insertInto('notices')
        .values({ provider, notice_id: id, kind, ref, received_at: new Date(context.now()) })
        .onConflict((conflict) => conflict.doNothing())
        .returning('notice_id')
        .executeTakeFirst();
      if (isNew !== undefined) await jobs.enqueue('settle', { ref }, transaction);
    });
  }
  jobs.wake('settle');
  return new Response(null, { status: 204 });
}

/** Providers repeat themselves, and reading is cheaper than trying to write. */
async function cameBefore({ database, payments }: Context, noticeId: string): Promise<boolean> {
  const row = await database
    .selectFrom('notices')
    .select('notice_id')
    .where('provider', '=', payments.provider)
    .where('notice_id', '=', noticeId)
    .executeTakeFirst();
  return row !== undefined;
}
