import { createCustomer, type Customer } from './customer.ts';
import type { FilledCard } from './fill.ts';
import type { Process } from './processes.ts';
import { quoteWish, renewalPath } from './shop.ts';
import { steadily, type Pace, type Steady } from './steady.ts';

/** Looks at renewals that wait for their payment, as a page does while somebody pays. */
export async function statusBench(
  server: Process,
  cards: readonly FilledCard[],
  pace: Pace,
): Promise<Steady> {
  const customers = customersOf(server);
  const requests = [];
  for (const { email, cardRef } of cards) {
    const customer = customers(email);
    const { renewalId, renewalToken } = await customer.begin(await customer.quote(cardRef));
    requests.push({
      path: `${renewalPath}/renewals/${renewalId}`,
      headers: { authorization: `Bearer ${renewalToken}` },
    });
  }
  return steadily(server.url, requests, pace);
}

/** Quotes, each for another card. */
export async function quoteBench(server: Process, cards: readonly FilledCard[], pace: Pace): Promise<Steady> {
  const customers = customersOf(server);
  const requests = [];
  for (const { email, cardRef } of cards)
    requests.push({
      path: `${renewalPath}/quotes`,
      method: 'POST' as const,
      headers: {
        authorization: `Bearer ${await customers(email).signIn()}`,
        'content-type': 'application/json',
      },
      body: JSON.stringify(quoteWish(cardRef)),
    });
  return steadily(server.url, requests, pace);
}

function customersOf(server: Process): (email: string) => Customer {
  const known = new Map<string, Customer>();
  return (email) => {
    const customer = known.get(email) ?? createCustomer({ servers: () => [server], email });
    known.set(email, customer);
    return customer;
  };
}
