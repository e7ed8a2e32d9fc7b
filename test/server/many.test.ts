import assert from 'node:assert/strict';
import { test } from 'node:test';
import { booksWhen } from '../../bench/server/books.ts';
import { createCustomer } from '../../bench/server/customer.ts';
import { onDatabase } from '../../bench/server/database.ts';
import { fill } from '../../bench/server/fill.ts';
import { startProvider, startServer } from '../../bench/server/start.ts';
import { emptyDatabase } from './shop/cluster.ts';
import { isLong } from './shop/long.ts';

const count = isLong ? 150 : 60;

test(`${count} cards renewed at once, by two processes, from thrice-told and shuffled notices, are each extended once`, async (t) => {
  const databaseUrl = await emptyDatabase();
  const database = { url: databaseUrl, ...onDatabase(databaseUrl) };
  t.after(() => database.end());
  const cards = await fill(database, { accounts: 4, cards: count });
  const provider = await startProvider({ databaseUrl, copies: 3, withinMs: 300 });
  t.after(() => provider.stop());
  const settings = { databaseUrl, paymentsUrl: provider.paymentsUrl };
  const servers = await Promise.all([startServer(settings), startServer(settings)]);
  t.after(() => Promise.all(servers.map((server) => server.stop())));
  await provider.notify(servers);

  const customers = new Map(
    cards.map(({ email }) => [email, createCustomer({ servers: () => servers, email, looks: 2 })]),
  );
  const waiting = [...cards];
  const numbers: string[] = [];
  const walk = async () => {
    for (let card = waiting.pop(); card !== undefined; card = waiting.pop()) {
      const receipt = await customers.get(card.email)?.renew(card.cardRef);
      numbers.push(receipt?.number ?? 'none');
    }
  };
  await Promise.all(Array.from({ length: 20 }, walk));

  assert.deepEqual(
    numbers.map((number) => Number(number.slice(-5))).sort((one, other) => one - other),
    Array.from({ length: count }, (_, index) => index + 1),
  );
  const books = await booksWhen(database, ({ mails, openNotices }) => mails >= count && openNotices === 0);
  assert.deepEqual(books, {
    renewed: count,
    extensions: count,
    extended: count,
    periods: count,
    receipts: count,
    gaps: 0,
    mails: count,
    openNotices: 0,
  });
});
