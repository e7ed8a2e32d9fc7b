import { sql } from 'kysely';
import type { DatabaseTransaction } from '../store/database.ts';
import { instantOf } from '../store/instant.ts';
import type { IssuedPaper } from '../store/schema.ts';
import type { Context } from './context.ts';

type Content = Omit<IssuedPaper, 'number' | 'issuedAt'>;

/**
 * Issues a receipt, or a correction of the receipt `corrects`, and returns its number, e.g. `R-2026-00418`: sequential
 * within a year (UTC), without gaps.
 */
export async function issuePaper(
  { now }: Pick<Context, 'now'>,
  transaction: DatabaseTransaction,
  content: Content,
  corrects: string | null,
): Promise<string> {
  const issuedAt = instantOf(now());
  const year = new Date(issuedAt).getUTCFullYear();
  const paper = JSON.stringify({ ...content, issuedAt });
  // The year's row stays locked until the transaction ends, so a number that is rolled back is given out again.
  const { number } = await transaction
    .with('counted', (from) =>
      from
        .insertInto('receipt_years')
        .values({ year, last: 1 })
        .onConflict((conflict) => conflict.column('year').doUpdateSet({ last: sql`receipt_years.last + 1` }))
        .returning(
          sql<string>`concat('R-', year, '-', lpad(last::text, greatest(5, length(last::text)), '0'))`.as(
            'number',
          ),
        ),
    )
    .insertInto('receipts')
    .columns(['number', 'renewal_id', 'corrects', 'receipt'])
    .expression((from) =>
      from
        .selectFrom('counted')
        .select([
          'number',
          sql.val(content.renewalId).as('renewal_id'),
          sql.val(corrects).as('corrects'),
          sql<string>`${paper}::jsonb || jsonb_build_object('number', number)`.as('receipt'),
        ]),
    )
    .returning('number')
    .executeTakeFirstOrThrow();
  return number;
}
