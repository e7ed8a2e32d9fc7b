import type { BenchDatabase } from './database.ts';

/** What the shop's books say once everything is over. */
export interface Books {
  readonly renewed: number;
  /** Extensions that the supplier made, and the cards they were for. */
  readonly extensions: number;
  readonly extended: number;
  readonly periods: number;
  readonly receipts: number;
  /** Between the first and the last receipt number. */
  readonly gaps: number;
  readonly mails: number;
  /** Accepted notices about which the provider was never asked. */
  readonly openNotices: number;
}

export async function readBooks({ query }: Pick<BenchDatabase, 'query'>): Promise<Books> {
  const [books] = await query<Books & Record<string, number>>(`
    select (select count(*)::int from leb_renew.renewals where status = 'renewed') renewed,
      (select count(*)::int from leb_local_supplier.extensions) extensions,
      (select count(distinct iccid)::int from leb_local_supplier.extensions) extended,
      (select count(*)::int from leb_renew.service_periods where renewal_id is not null) periods,
      (select count(*)::int from leb_renew.receipts) receipts,
      (select coalesce(max(right(number, -7)::int) - count(*), 0)::int from leb_renew.receipts) gaps,
      (select count(*)::int from leb_renew.mails where mail_key like 'renewal:%:confirmation') mails,
      (select count(*)::int from leb_renew.notices where settled_at is null) "openNotices"`);
  if (books === undefined) throw new TypeError('The books cannot be read.');
  return books;
}

/** Looks again until the books agree, or `patienceMs` is over; answers what they say then. */
export async function booksWhen(
  database: Pick<BenchDatabase, 'query'>,
  agree: (books: Books) => boolean,
  patienceMs = 30_000,
): Promise<Books> {
  const deadline = Date.now() + patienceMs;
  for (;;) {
    const books = await readBooks(database);
    if (agree(books) || Date.now() > deadline) return books;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}
