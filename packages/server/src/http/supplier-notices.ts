import { problem } from '@leb-renew/core/contract';
import { randomUUID } from 'node:crypto';
import { noticesOf } from '../cards/readings-due.ts';
import type { Context } from '../renewals/context.ts';
import type { SupplierNotice } from '../suppliers/port.ts';
import { problemResponse } from './problem-response.ts';

/**
 * Takes a supplier's notice: checked, stored, answered, and only then looked into, by reading the card it is about.
 * Some suppliers sign nothing, so a notice is no more than a reason to ask, and asking has its own pace.
 */
export async function takeSupplierNotice(
  context: Context,
  name: string,
  request: Request,
): Promise<Response> {
  const { supplier, jobs } = context;
  if (name !== supplier.name) return problemResponse(problem('not-found'));
  const read = await supplier.parseNotice(new Uint8Array(await request.arrayBuffer()), request.headers);
  if (!read.ok) return problemResponse(read.problem);
  for (const notice of read.value) await keep(context, notice);
  jobs.wake('read-card');
  // Not 204: Airalo sends what is not answered by exactly 200 again and again (its AsyncAPI description of webhooks).
  return new Response(null, { status: 200 });
}

/** For suppliers that look whether somebody is there before they send. */
export const answerSupplierProbe = ({ supplier }: Context, name: string): Response =>
  name === supplier.name ? new Response(null, { status: 200 }) : problemResponse(problem('not-found'));

/** At most one notice per card waits for a reading that has not begun: a flood of them changes nothing. */
function keep(context: Context, { id, kind, iccid }: SupplierNotice): Promise<void> {
  const { supplier, jobs, now, log } = context;
  const provider = noticesOf(supplier);
  return context.database.transaction().execute(async (transaction) => {
    const card = await transaction
      .selectFrom('cards')
      .select(['card_ref', 'read_at'])
      .where('iccid', '=', iccid ?? '')
      .forUpdate()
      .executeTakeFirst();
    if (card === undefined) {
      log({ level: 'info', event: 'notice.without-card', detail: kind });
      return;
    }
    const waiting = await transaction
      .selectFrom('notices')
      .select('notice_id')
      .where('provider', '=', provider)
      .where('ref', '=', card.card_ref)
      .where('settled_at', 'is', null)
      .where('received_at', '>', card.read_at ?? new Date(0))
      .limit(1)
      .executeTakeFirst();
    if (waiting !== undefined) return;
    const isNew = await transaction
      .insertInto('notices')
      .values({
        provider,
        notice_id: id ?? randomUUID(),
        kind,
        ref: card.card_ref,
        received_at: new Date(now()),
      })
      .onConflict((conflict) => conflict.doNothing())
      .returning('notice_id')
      .executeTakeFirst();
    if (isNew !== undefined) await jobs.enqueue('read-card', { card: card.card_ref }, transaction);
  });
}
