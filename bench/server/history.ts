import type { BenchDatabase } from './database.ts';

/** Renewals that a card has had, on average. */
const perCard = 4;
/** Cards of one account, on average. */
const perAccount = 2;
const quotesEach = 4;
const noticesEach = 2;

/**
 * Repeats the last renewal that was finished: `renewals` times over the year before, with the cards, accounts, quotes,
 * notices, periods, receipts and mails that belong to it. Real rows are repeated, so they are as large as real rows.
 * May be called again to add more; the books of a database that has a history are not to be counted.
 */
export async function repeatHistory(
  { query }: Pick<BenchDatabase, 'query'>,
  renewals: number,
): Promise<void> {
  const [{ made } = { made: 0 }] = await query<{ made: number }>(
    `select coalesce(max(substr(renewal_id, 3)::int), 0) made from leb_renew.renewals where renewal_id like 'h\\_%'`,
  );
  const range = [made + 1, made + renewals];
  // Neither triggers nor foreign keys: what is repeated has passed them.
  await query('set session_replication_role = replica');
  for (const statement of statements) await query(statement, range);
  await query('set session_replication_role = origin');
  await query('analyze');
}

/** Inserts rows like the template's, each with what is its own. */
const like = (table: string, template: string, each: string, own: string): string =>
  `insert into ${table} select made.* from (${template}) t, ${each},
   lateral jsonb_populate_record(t::${table}, jsonb_build_object(${own})) made`;

const last = (table: string): string =>
  `select ${table}.* from leb_renew.${table} join (select renewal_id from leb_renew.renewals
   where status = 'renewed' and renewal_id not like 'h\\_%' order by renewed_at desc limit 1) r using (renewal_id) limit 1`;
const ofLast = (table: string, key: string): string =>
  `select ${table}.* from leb_renew.${table} join (select ${key} from leb_renew.renewals
   where status = 'renewed' and renewal_id not like 'h\\_%' order by renewed_at desc limit 1) r using (${key}) limit 1`;

const everyRenewal = 'generate_series($1::int, $2::int) n';
const everyCard = `generate_series($1::int / ${perCard}, $2::int / ${perCard}) n`;
const everyAccount = `generate_series($1::int / ${perCard * perAccount}, $2::int / ${perCard * perAccount}) n`;
const card = `'h_' || n / ${perCard}`;
const account = `'h_' || n / ${perCard * perAccount}`;
/** Spread over the year before. */
const moment = `now() - interval '2 days' - (n::bigint * 7919 % 31536000) * interval '1 second'`;
/** Of what is thrown away later, too recent for that. */
const recently = `now() - interval '2 days' - (n::bigint * 7919 % 1728000) * interval '1 second'`;

const statements = [
  like(
    'leb_renew_accounts."user"',
    'select * from leb_renew_accounts."user" limit 1',
    everyAccount,
    `'id', 'h_' || n, 'email', 'h' || n || '@example.com'`,
  ) + ' on conflict do nothing',
  like(
    'leb_renew.cards',
    ofLast('cards', 'card_ref'),
    everyCard,
    `'card_ref', 'h_' || n, 'account_id', 'h_' || n / ${perAccount}, 'iccid', '8999' || lpad(n::text, 15, '0'),
     'expires_at', now() + (n % 400) * interval '1 day'`,
  ) + ' on conflict do nothing',
  like(
    'leb_renew.quotes',
    ofLast('quotes', 'quote_id'),
    `${everyRenewal}, generate_series(1, ${quotesEach}) of_four`,
    `'quote_id', 'h_' || n || '_' || of_four, 'account_id', ${account}, 'card_ref', ${card}, 'valid_until', ${recently},
     'begun', of_four = 1`,
  ),
  like(
    'leb_renew.renewals',
    last('renewals'),
    everyRenewal,
    `'renewal_id', 'h_' || n, 'quote_id', 'h_' || n || '_1', 'account_id', ${account}, 'card_ref', ${card},
     'reference', 'H' || n, 'payment_ref', 'h_' || n, 'receipt_number', 'R-2001-' || lpad(n::text, 7, '0'),
     'created_at', ${moment}, 'paid_at', ${moment}, 'renewed_at', ${moment}, 'updated_at', ${moment}`,
  ),
  like('leb_renew.fulfilments', last('fulfilments'), everyRenewal, `'renewal_id', 'h_' || n`),
  like(
    'leb_renew.service_periods',
    last('service_periods'),
    everyRenewal,
    `'period_id', 'h_' || n, 'renewal_id', 'h_' || n, 'card_ref', ${card}`,
  ),
  like(
    'leb_renew.receipts',
    last('receipts'),
    everyRenewal,
    `'number', 'R-2001-' || lpad(n::text, 7, '0'), 'renewal_id', 'h_' || n`,
  ),
  like(
    'leb_renew.notices',
    'select * from leb_renew.notices where settled_at is not null limit 1',
    `${everyRenewal}, generate_series(1, ${noticesEach}) of_two`,
    `'notice_id', 'h_' || n || '_' || of_two, 'ref', 'h_' || n, 'received_at', ${recently}, 'settled_at', ${recently}`,
  ),
  like(
    'leb_renew.mails',
    'select * from leb_renew.mails limit 1',
    everyRenewal,
    `'mail_key', 'renewal:h_' || n || ':confirmation', 'sent_at', ${moment}`,
  ),
];
