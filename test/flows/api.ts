import { Card, CardList } from '@leb-renew/core/contract';
import { parse } from 'valibot';

/** What the server says about a card, asked as its owner. */
export async function cardOf(url: string, email: string, label: string): Promise<Card> {
  const session = (await post(`${url}/renewal/session`, { email, password: 'renew-me-please' })) as {
    session: { token: string };
  };
  const response = await fetch(`${url}/renewal/cards`, {
    headers: { authorization: `Bearer ${session.session.token}` },
  });
  const { cards } = parse(CardList, await response.json());
  const card = cards.find((each) => each.label === label);
  if (card === undefined) throw new Error(`${email} has no card ${label}`);
  return card;
}

async function post(url: string, body: unknown): Promise<unknown> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  return response.json();
}
