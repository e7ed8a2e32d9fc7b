import { createServerClock, type Answer, type Card } from '@leb-renew/core';
import { createClient } from '@leb-renew/core/client';

const clock = createServerClock({
  monotonic: () => performance.now(),
  after: (ms, call) => {
    const timer = setTimeout(call, ms);
    return () => {
      clearTimeout(timer);
    };
  },
  guess: Date.now(),
});

/** What the server says about a card, asked as its owner with our own client. */
export async function cardOf(url: string, email: string, label: string): Promise<Card> {
  const client = createClient({
    endpoint: `${url}/renewal`,
    fetch: (address, init: RequestInit) => fetch(address, init),
    aborter: () => new AbortController(),
    clock,
  });
  value(await client.signIn({ email, password: 'renew-me-please' }));
  const { cards } = value(await client.cards());
  const card = cards.find((each) => each.label === label);
  if (card === undefined) throw new Error(`${email} has no card ${label}`);
  return card;
}

function value<T>(answer: Answer<T>): T {
  if (!answer.ok) throw new Error(`the server answered ${answer.problem.code}`);
  return answer.value;
}
