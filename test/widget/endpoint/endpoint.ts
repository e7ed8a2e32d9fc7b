import { problem } from '@leb-renew/core';
import { calls, type CallName } from '@leb-renew/core/contract';
import { awaiting, card, plans, quote, receipt, renewed } from '../fixtures.ts';

interface Reply {
  readonly status: number;
  readonly headers: { get(name: string): string | null };
  text(): Promise<string>;
}

const reply = (status: number, text: string): Reply => ({
  status,
  headers: { get: () => null },
  text: () => Promise.resolve(text),
});

export const token = 'a-token-of-a-session';
const session = {
  token,
  expiresAt: '2026-11-23T10:00:00Z',
  account: { emailMasked: 'm•••@example.com', name: null },
};

/** What a server that works answers. */
const right: { readonly [call in CallName]: unknown } = {
  signIn: { kind: 'session', session },
  verifyCode: { kind: 'session', session },
  requestReset: null,
  setPassword: null,
  openLink: { ...session, onlyCard: 'card-1' },
  refreshSession: 'not-signed-in',
  signOut: null,
  cards: { cards: [card()] },
  plans: { plans, currency: 'USD', currencies: ['USD'] },
  receipts: { receipts: [] },
  quote: quote(),
  begin: awaiting(),
  renewal: renewed(),
  cancel: { ...awaiting(), status: 'cancelled', handoff: undefined, lastProblem: undefined },
  receipt: receipt(),
};

/** Ways to answer outside the contract, or not at all. */
export const faults = {
  'cut short': () => Promise.resolve(reply(200, '{"cards": [{"')),
  'of another shape': () => Promise.resolve(reply(200, '{"colour":"blue"}')),
  'the page of a proxy': () => Promise.resolve(reply(502, '<!doctype html><h1>Bad gateway</h1>')),
  empty: () => Promise.resolve(reply(200, '')),
  'a failure': () => Promise.resolve(reply(500, JSON.stringify(problem('server-error')))),
  silence: () => new Promise<Reply>(() => undefined),
} as const satisfies Record<string, () => Promise<Reply>>;

export type Fault = keyof typeof faults;

const nameOf = (method: string, path: string): CallName => {
  const found = Object.entries(calls).find(
    ([, call]) =>
      call.method === method && new RegExp(`^${call.path.replace(/\{\w+\}/, '[^/]+')}$`).test(path),
  );
  if (found === undefined) throw new TypeError(`the contract has no ${method} ${path}`);
  return found[0] as CallName;
};

/** A server behind `https://shop.example/renewal`, on which single calls can be broken and mended. */
export function endpoint(first: Partial<typeof right> = {}) {
  const broken = new Map<CallName, Fault>();
  const held = new Map<CallName, Promise<null>>();
  const asked: CallName[] = [];
  return {
    asked: (call: CallName): boolean => asked.includes(call),
    breaks: (call: CallName, fault: Fault) => void broken.set(call, fault),
    mends: (call: CallName) => void broken.delete(call),
    /** Keeps an answer back; gives the way to let it go. */
    holds(call: CallName): () => void {
      let letGo = (): void => undefined;
      held.set(
        call,
        new Promise<null>((settle) => {
          letGo = () => settle(null);
        }),
      );
      return () => letGo();
    },
    fetch: async (url: string, { method }: { readonly method: string }): Promise<Reply> => {
      const call = nameOf(method, new URL(url).pathname.replace('/renewal', ''));
      asked.push(call);
      await held.get(call);
      const fault = broken.get(call);
      if (fault !== undefined) return faults[fault]();
      const answer = call in first ? first[call] : right[call];
      if (answer === 'not-signed-in') return reply(401, JSON.stringify(problem('not-signed-in')));
      return reply(200, answer === null ? '' : JSON.stringify(answer));
    },
  };
}
