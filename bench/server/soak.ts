/**
 * Ten thousand renewals on two servers of which one is killed every few seconds, with notices tripled and shuffled,
 * several looks at once, and a supplier that loses orders and answers. Ends with 1 unless the books agree to the last
 * one. `npm run soak:server`, or with another number of renewals behind it.
 */
import { booksWhen } from './books.ts';
import { createCustomer } from './customer.ts';
import { openDatabase } from './database.ts';
import { fill } from './fill.ts';
import type { Process } from './processes.ts';
import { startProvider, startServer } from './start.ts';

const count = Number(process.argv[2] ?? 10_000);
const parallel = 50;
const betweenKillsMs = 5_000;
/** Of the orders to the supplier. */
const mishaps = 0.05;

const database = await openDatabase();
const cards = await fill(database, { accounts: 20, cards: count });
const provider = await startProvider({ databaseUrl: database.url, copies: 3, withinMs: 2_000 });
const startOne = () => startServer({ databaseUrl: database.url, paymentsUrl: provider.paymentsUrl, mishaps });
const servers: Process[] = await Promise.all([startOne(), startOne()]);
await provider.notify(servers);

const troubles = new Map<string, number>();
const note = (what: string) => {
  const kind = what.replace(/:\d+$/, '');
  troubles.set(kind, (troubles.get(kind) ?? 0) + 1);
};
const start = performance.now();
const seconds = () => ((performance.now() - start) / 1_000).toFixed(0);

let kills = 0;
let isOver = false as boolean;
const killing = (async () => {
  while (!isOver) {
    await new Promise((resolve) => setTimeout(resolve, betweenKillsMs));
    if (isOver) return; // oxlint-disable-line typescript/no-unnecessary-condition -- set while it waited
    const victim = kills % servers.length;
    await servers[victim]?.kill();
    kills += 1;
    servers[victim] = await startOne();
    await provider.notify(servers);
  }
})();

const waiting = [...cards];
let done = 0;
const customers = new Map<string, ReturnType<typeof createCustomer>>();
const customerOf = (email: string) => {
  const known =
    customers.get(email) ??
    createCustomer({ servers: () => servers, email, onTrouble: note, looks: 2, patienceMs: 300_000 });
  customers.set(email, known);
  return known;
};
const walk = async () => {
  for (let card = waiting.pop(); card !== undefined; card = waiting.pop()) {
    await customerOf(card.email)
      .renew(card.cardRef)
      .catch((error: unknown) => {
        note(`gave up: ${String(error)}`);
      });
    done += 1;
    if (done % 250 === 0) console.log(`${done} renewals after ${seconds()} s, ${kills} kills`);
  }
};
await Promise.all(Array.from({ length: parallel }, walk));
isOver = true;
await killing;

const exact = { renewed: count, extensions: count, extended: count, periods: count, receipts: count };
const wanted = { ...exact, gaps: 0, mails: count, openNotices: 0 };
const isExact = (books: Record<string, number>) =>
  Object.entries(wanted).every(([name, number]) => books[name] === number);
// A minute for the sweep, which looks after what the killed servers had in their hands.
const books = await booksWhen(database, (seen) => isExact({ ...seen }), 180_000);
console.log(`${count} renewals in ${seconds()} s, ${kills} times kill -9`);
console.table([wanted, books]);
console.log(
  'Answers that were lost or no success, each of which was tried again:',
  Object.fromEntries(troubles),
);
const verdict = isExact({ ...books }) ? 'Every book agrees.' : 'THE BOOKS DISAGREE.';
console.log(verdict);
await Promise.all([...servers, provider].map((each) => each.stop()));
await database.erase();
process.exitCode = isExact({ ...books }) ? 0 : 1;
