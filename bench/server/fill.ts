import type { BenchDatabase } from './database.ts';
import { shopOn } from './shop-server.ts';
import { origin, password, plans } from './shop.ts';

export interface FilledCard {
  readonly cardRef: string;
  readonly email: string;
}

/**
 * Tables, plans, and cards that end within two months, dealt out to `accounts` accounts. The first account and the
 * plans are made by the server, the rest is SQL: a password takes a tenth of a second on purpose.
 */
export async function fill(
  { url: databaseUrl, query }: Pick<BenchDatabase, 'url' | 'query'>,
  { accounts, cards }: { readonly accounts: number; readonly cards: number },
): Promise<readonly FilledCard[]> {
  const server = shopOn(databaseUrl, origin);
  await server.start();
  await server.admin.publishPlans(plans);
  const first = { email: emailOf(1), name: 'Customer 1', password };
  const { accountId } = await server.admin.createAccount(first);
  await server.stop();
  await query(moreAccounts, [accountId, accounts]);
  await query(manyCards, [accounts, cards]);
  await query(theirPeriods);
  await query('analyze');
  return query<{ cardRef: string; email: string }>(
    `select card_ref "cardRef", email from leb_renew.cards
     join leb_renew_accounts."user" u on u.id = account_id order by card_ref`,
  );
}

const emailOf = (number: number) => `customer${number}@example.com`;

const moreAccounts = `
  with users as (
    insert into leb_renew_accounts."user" (id, name, email, "emailVerified")
    select 'customer' || n, 'Customer ' || n, 'customer' || n || '@example.com', false
    from generate_series(2, $2::int) n returning id
  )
  insert into leb_renew_accounts."account" (id, "accountId", "providerId", "userId", password, "updatedAt")
  select users.id, users.id, "providerId", users.id, password, now()
  from users, leb_renew_accounts."account" where "userId" = $1`;

/** Ends are spread over two months, and half of them on other days of the month than the last. */
const manyCards = `
  insert into leb_renew.cards (card_ref, account_id, iccid, label, region, devices, plan_id, zone, anchor_day,
    anchor_time, starts_on, expires_at, grace_days, grace_service_on, recover_days, profile, as_of)
  select 'c_' || lpad(n::text, 8, '0'), owner.id, '8910300000' || lpad(n::text, 9, '0'), 'Card ' || n, 'Global',
    '[]', plan, zone, extract(day from ends at time zone zone), to_char(ends at time zone zone, 'HH24:MI:SS'),
    'purchase', ends, 7, true, 90, 'installed', now()
  from generate_series(1, $2::int) n
  cross join lateral (select (array['global-1m', 'global-3m', 'global-12m'])[1 + n % 3] plan,
    (array['Asia/Shanghai', 'Europe/Berlin', 'UTC'])[1 + n % 3] zone,
    date_trunc('second', now()) + (1 + n % 60) * interval '1 day' ends) its
  join (select id, row_number() over (order by id) - 1 place from leb_renew_accounts."user") owner
    on owner.place = n % $1::int`;

const theirPeriods = `
  insert into leb_renew.service_periods (period_id, card_ref, plan, starts_at, ends_at)
  select 'p_' || card_ref, card_ref, jsonb_build_object('planId', plan_id, 'name', name, 'term', term),
    expires_at - interval '1 month', expires_at
  from leb_renew.cards join leb_renew.plans using (plan_id)`;
