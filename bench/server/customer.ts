import type {
  Problem,
  Quote,
  Receipt,
  Renewal,
  SandboxHandoffData,
  SignInAnswer,
} from '@leb-renew/core/contract';
import { setTimeout as delay } from 'node:timers/promises';
import { ask, type Asking } from './http.ts';
import { password, quoteWish } from './shop.ts';

/** Walks renewals as a page does. Every step may be repeated, and is, when its answer is lost or says *later*. */
export interface Customer {
  /** The session's token. Happens by itself, too; beforehand where it must not count: a password takes a tenth of a second on purpose. */
  signIn(): Promise<string>;
  quote(cardRef: string): Promise<Quote>;
  begin(quote: Quote): Promise<Renewal>;
  /** What the payment form does. */
  pay(begun: Renewal): Promise<void>;
  /** One look at it, for which the server asks the provider first. */
  look(begun: Renewal): Promise<Renewal>;
  /** Looks until the card is extended. */
  renewed(begun: Renewal): Promise<Renewal>;
  receipt(of: Renewal): Promise<Receipt>;
  /** All of it, one after another. */
  renew(cardRef: string): Promise<Receipt>;
}

export interface CustomerOptions {
  /** Where the contract is answered; asked anew for every request, and each is tried in turn. */
  readonly servers: () => readonly { readonly url: string }[];
  readonly email: string;
  /** Hears of every answer that was lost or no success, before the step is repeated. */
  readonly onTrouble?: (what: string) => void;
  /** Between two looks, ms. */
  readonly pollMs?: number;
  /** Looks at once. @default 1 */
  readonly looks?: number;
  /** After which a step is given up, ms. */
  readonly patienceMs?: number;
}

const againMs = 100;

export function createCustomer({
  servers,
  email,
  onTrouble = () => undefined,
  pollMs = 150,
  looks = 1,
  patienceMs = 60_000,
}: CustomerOptions): Customer {
  let turn = 0;
  let session: Promise<string> | null = null;

  const customer: Customer = {
    signIn: () => (session ??= enter()),
    quote: (cardRef) => signedIn('/quotes', { body: quoteWish(cardRef) }) as Promise<Quote>,
    begin: ({ quoteId }) => signedIn('/renewals', { body: { quoteId } }) as Promise<Renewal>,
    async pay(begun) {
      if (begun.status !== 'awaiting-payment') throw new Error(`cannot pay what is ${begun.status}`);
      const { confirmUrl: url, clientSecret } = begun.handoff.data as SandboxHandoffData;
      await persist('pay', () => ({
        method: 'POST',
        url,
        body: { clientSecret, method: 'card', scenario: 'approve' },
      }));
    },
    async renewed(begun) {
      const deadline = Date.now() + patienceMs;
      for (;;) {
        await delay(pollMs);
        const seen = await Promise.all(Array.from({ length: looks }, () => customer.look(begun)));
        const done = seen.find(({ status }) => status === 'renewed');
        if (done !== undefined) return done;
        if (Date.now() > deadline) throw new Error(`${begun.renewalId} is still ${String(seen[0]?.status)}`);
      }
    },
    look: ({ renewalId, renewalToken: token }) =>
      persist('status', (url) => ({
        method: 'GET',
        url: `${url}/renewals/${renewalId}?refresh=1`,
        token,
      })) as Promise<Renewal>,
    receipt: ({ renewalId, renewalToken: token }) =>
      persist('receipt', (url) => ({
        method: 'GET',
        url: `${url}/renewals/${renewalId}/receipt`,
        token,
      })) as Promise<Receipt>,
    async renew(cardRef) {
      const begun = await customer.begin(await customer.quote(cardRef));
      await customer.pay(begun);
      return customer.receipt(await customer.renewed(begun));
    },
  };
  return customer;

  async function signedIn(path: string, { body }: { body: unknown }): Promise<unknown> {
    const deadline = Date.now() + patienceMs;
    for (;;) {
      const token = await customer.signIn();
      const { status, value } = await once(path, (url) => ({ method: 'POST', url: url + path, token, body }));
      if (isSuccess(status)) return value;
      if (status === 401) session = null;
      else await goOn(path, status, value, deadline);
    }
  }

  async function enter(): Promise<string> {
    const answer = (await persist('sign-in', (url) => ({
      method: 'POST',
      url: `${url}/session`,
      body: { email, password },
    }))) as SignInAnswer;
    if (answer.kind !== 'session') throw new Error(`signing in asked for a ${answer.kind}`);
    return answer.session.token;
  }

  /** The value of a success, whatever it takes. */
  async function persist(what: string, asking: (url: string) => Asking): Promise<unknown> {
    const deadline = Date.now() + patienceMs;
    for (;;) {
      const { status, value } = await once(what, asking);
      if (isSuccess(status)) return value;
      await goOn(what, status, value, deadline);
    }
  }

  /** Status 0 where no answer came. */
  async function once(
    what: string,
    asking: (url: string) => Asking,
  ): Promise<{ status: number; value: unknown }> {
    const all = servers();
    const { url = '' } = all[turn++ % all.length] ?? {};
    try {
      return await ask(asking(url));
    } catch (error) {
      return { status: 0, value: error instanceof Error ? `${what}: ${error.message}` : what };
    }
  }

  async function goOn(what: string, status: number, value: unknown, deadline: number): Promise<void> {
    const said = status === 0 ? String(value) : `${what}: ${status} ${(value as Problem | null)?.code ?? ''}`;
    onTrouble(said);
    if (Date.now() > deadline) throw new Error(said);
    await delay(againMs);
  }
}

const isSuccess = (status: number): boolean => status >= 200 && status < 300;
