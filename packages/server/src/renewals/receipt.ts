import { fine, trouble, type Answer, type Receipt, type ReceiptSummary } from '@leb-renew/core/contract';
import { sql } from 'kysely';
import type { Context } from './context.ts';

/** Reviews in which what arrived is not what was asked for: no receipt can say the total was paid. */
const withoutReceipt = ['other-renewal', 'other-mode', 'other-currency', 'other-amount'];

/**
 * The proof of payment; its period is filled in once the card is extended.
 *
 * @param toOwner whether the account itself asks: where its mail went is nobody else's to know
 */
export async function receiptOf(
  context: Context,
  renewalId: string,
  toOwner = false,
): Promise<Answer<Receipt>> {
  const row = await papers(context)
    .where('renewals.renewal_id', '=', renewalId)
    .where('receipts.corrects', 'is', null)
    .executeTakeFirst();
  if (row === undefined) return trouble('unknown-renewal');
  if (row.receipt === null) return trouble('not-paid-yet');
  if (isWithheld(row)) return trouble('not-paid-yet', { charged: 'yes', next: 'contact-support' });
  const sentTo = row.by_link && !toOwner ? null : row.sent_to;
  return fine({ ...viewOf(context, { ...row, receipt: row.receipt }), sentTo });
}

/** So many papers of a card are listed. */
const most = 100;

/** What an account has paid for a card, and what went back, newest first. */
export async function receiptsOf(
  context: Context,
  accountId: string,
  cardRef: string,
): Promise<ReceiptSummary[]> {
  const rows = await papers(context)
    .where('renewals.card_ref', '=', cardRef)
    // A card may have had another owner.
    .where('renewals.account_id', '=', accountId)
    .where('receipts.number', 'is not', null)
    .orderBy(sql`(receipt ->> 'issuedAt')::timestamptz`, 'desc')
    .orderBy('receipts.number', 'desc')
    .limit(most)
    .execute();
  return rows.flatMap((row) =>
    row.receipt === null || isWithheld(row)
      ? []
      : [inShort(viewOf(context, { ...row, receipt: row.receipt }))],
  );
}

const inShort = ({
  number,
  renewalId,
  issuedAt,
  plan,
  period,
  zone,
  total,
  corrects,
  links,
}: Receipt): ReceiptSummary => ({
  number,
  renewalId,
  issuedAt,
  plan,
  period,
  zone,
  total,
  corrects,
  links,
});

/** A receipt or a correction by its number, for whoever has its address; null when there is none to show. */
export async function paperOf(
  context: Context,
  number: string,
): Promise<{ readonly receipt: Receipt; readonly accountId: string } | null> {
  const row = await papers(context).where('receipts.number', '=', number).executeTakeFirst();
  if (row === undefined || row.receipt === null || isWithheld(row)) return null;
  return { receipt: viewOf(context, { ...row, receipt: row.receipt }), accountId: row.account_id };
}

const papers = ({ database }: Context) =>
  database
    .selectFrom('renewals')
    .leftJoin('receipts', 'receipts.renewal_id', 'renewals.renewal_id')
    .leftJoin('fulfilments', 'fulfilments.renewal_id', 'renewals.renewal_id')
    .select(['status', 'review', 'sent_to', 'by_link', 'account_id', 'receipt', 'corrects', 'target'])
    .select(({ selectFrom }) =>
      selectFrom('receipts as correction')
        .select(
          sql<string[] | null>`array_agg(number order by (receipt ->> 'issuedAt')::timestamptz)`.as(
            'numbers',
          ),
        )
        .whereRef('correction.renewal_id', '=', 'renewals.renewal_id')
        .whereRef('correction.corrects', '=', 'receipts.number')
        .as('corrected_by'),
    );

type PaperRow = Awaited<ReturnType<ReturnType<typeof papers>['executeTakeFirstOrThrow']>>;

const isWithheld = ({ review }: PaperRow): boolean =>
  review !== null && withoutReceipt.some((why) => review.startsWith(why));

function viewOf(
  { papers: addresses }: Context,
  {
    receipt,
    status,
    target,
    corrects,
    corrected_by,
  }: PaperRow & { receipt: NonNullable<PaperRow['receipt']> },
): Receipt {
  const period =
    status === 'renewed' && target !== null && corrects === null
      ? { from: target.from, to: target.to }
      : null;
  return {
    ...receipt,
    period,
    sentTo: null,
    corrects,
    correctedBy: corrected_by ?? [],
    links: {
      page: addresses.page(receipt.number),
      calendar: period === null ? null : addresses.calendar(receipt.number),
    },
  };
}
