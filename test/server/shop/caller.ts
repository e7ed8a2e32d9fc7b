import {
  calls,
  check,
  Problem,
  serverTimeHeader,
  type CallName,
  type Card,
  type Plan,
  type ProblemCode,
  type Quote,
  type Renewal,
  type SandboxConfirmAnswer,
  type SandboxHandoffData,
  type SandboxScenario,
  type SandboxMethod,
  type Schema,
} from '@leb-renew/core/contract';
import assert from 'node:assert/strict';
import { accounts, password } from './seed.ts';
import { until } from './until.ts';

interface Wish {
  readonly path?: Readonly<Record<string, string>>;
  readonly query?: string;
  readonly body?: unknown;
  readonly token?: string | null;
  readonly headers?: Readonly<Record<string, string>>;
}

export type Said = {
  readonly status: number;
  readonly value: unknown;
  readonly problem: Problem | null;
  readonly headers: Headers;
};

/** Calls the server as a browser would, and takes no answer that is not in the contract. */
export interface Caller {
  call(name: CallName, wish?: Wish): Promise<Said>;
  /** The value, or a failed test. */
  get<T>(name: CallName, wish?: Wish): Promise<T>;
  /** The code of the problem, or a failed test. */
  refused(name: CallName, wish?: Wish): Promise<ProblemCode>;
  signIn(who?: keyof typeof accounts): Promise<string>;
  cardCalled(token: string, label: string): Promise<Card>;
  plans(token: string, cardRef: string): Promise<readonly Plan[]>;
  quote(token: string, wish?: { label?: string; planId?: string; currency?: string }): Promise<Quote>;
  begin(token: string, quoteId: string): Promise<Renewal>;
  renewal(of: Renewal, query?: string): Promise<Renewal>;
  /** What the payment form does. */
  pay(
    renewal: Renewal,
    scenario: SandboxScenario,
    method?: SandboxMethod,
  ): Promise<SandboxConfirmAnswer | null>;
  /** Waits until the renewal is in a status. */
  reaches<Status extends Renewal['status']>(
    of: Renewal,
    status: Status,
  ): Promise<Extract<Renewal, { status: Status }>>;
}

export function createCaller(url: string): Caller {
  const caller: Caller = {
    async call(name, { path = {}, query = '', body, token = null, headers = {} } = {}) {
      const { method, path: template, answer } = calls[name];
      const address = url + template.replaceAll(/\{(\w+)\}/g, (_, key: string) => path[key] ?? '') + query;
      const response = await fetch(address, {
        method,
        headers: {
          ...headers,
          ...(token === null ? {} : { authorization: `Bearer ${token}` }),
          ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        },
        ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
      });
      return read(response, answer);
    },
    async get<T>(name: CallName, wish?: Wish) {
      const { status, value, problem } = await caller.call(name, wish);
      assert.ok(status < 300, `${name} was refused: ${JSON.stringify(problem)}`);
      return value as T;
    },
    async refused(name, wish) {
      const { problem, value } = await caller.call(name, wish);
      assert.ok(problem, `${name} was not refused: ${JSON.stringify(value)}`);
      return problem.code;
    },
    async signIn(who = 'mira') {
      const answer = await caller.get<{ session: { token: string } }>('signIn', {
        body: { email: accounts[who].email, password },
      });
      return answer.session.token;
    },
    async cardCalled(token, label) {
      const { cards } = await caller.get<{ cards: Card[] }>('cards', { token });
      const card = cards.find((each) => each.label === label);
      assert.ok(card, `no card is called ${label}`);
      return card;
    },
    async plans(token, cardRef) {
      return (await caller.get<{ plans: Plan[] }>('plans', { token, path: { cardRef } })).plans;
    },
    async quote(token, { label = 'LEB Global card', planId = 'global-12m', currency = 'USD' } = {}) {
      const { cardRef } = await caller.cardCalled(token, label);
      return caller.get<Quote>('quote', { token, body: { cardRef, planId, currency } });
    },
    begin: (token, quoteId) => caller.get<Renewal>('begin', { token, body: { quoteId } }),
    renewal: ({ renewalId, renewalToken }, query = '') =>
      caller.get<Renewal>('renewal', { path: { renewalId }, token: renewalToken, query }),
    async pay(renewal, scenario, method = 'card') {
      assert.equal(renewal.status, 'awaiting-payment');
      const { confirmUrl, clientSecret } = renewal.handoff.data as SandboxHandoffData;
      const response = await fetch(confirmUrl, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ clientSecret, method, scenario }),
      });
      return response.ok ? ((await response.json()) as SandboxConfirmAnswer) : null;
    },
    reaches: (of, status) =>
      until(`renewal is ${status}`, async () => {
        const seen = await caller.renewal(of);
        return seen.status === status ? (seen as Extract<Renewal, { status: typeof status }>) : null;
      }),
  };
  return caller;
}

async function read(response: Response, schema: Schema | null): Promise<Said> {
  const { status, headers } = response;
  assert.ok(
    !Number.isNaN(Date.parse(headers.get(serverTimeHeader) ?? '')),
    'an answer without the server’s time',
  );
  assert.equal(headers.get('cache-control'), 'no-store');
  const text = await response.text();
  if (status === 204) return { status, headers, value: null, problem: null };
  if (status >= 400) {
    assert.equal(headers.get('content-type'), 'application/problem+json');
    const problem = conforming(Problem, text);
    assert.equal(problem.status, status);
    return { status, headers, value: null, problem };
  }
  assert.ok(schema, `an answer where none is in the contract: ${text}`);
  return { status, headers, value: conforming(schema, text), problem: null };
}

function conforming<T>(schema: Schema<T>, text: string): T {
  const checked = check(schema, JSON.parse(text));
  assert.ok(checked.ok, `outside the contract: ${text}`);
  return checked.value;
}
