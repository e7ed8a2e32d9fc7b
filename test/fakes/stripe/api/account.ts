import type Stripe from 'stripe';
import { missing } from './fault.ts';
import type { Method } from './methods.ts';
import type { TestCard } from './test-cards.ts';

/** What somebody pays with. */
export interface Means {
  readonly type: Method;
  readonly card: TestCard | null;
}

/** One Stripe account, in memory: its books are the objects that the API answers with. */
export interface Account {
  readonly country: string;
  /** Where people are sent to, and where `/v1` is, e.g. `http://127.0.0.1:12111`. */
  readonly origin: () => string;
  readonly intents: Map<string, Stripe.PaymentIntent>;
  readonly methods: Map<string, Stripe.PaymentMethod>;
  /** What is behind a payment method, by its id. */
  readonly means: Map<string, Means>;
  readonly charges: Map<string, Stripe.Charge>;
  readonly refunds: Map<string, Stripe.Refund>;
  readonly disputes: Map<string, Stripe.Dispute>;
  /** On which the wallets may be shown. */
  domains(livemode: boolean): readonly Stripe.PaymentMethodDomain[];
  /** What is sent notices. */
  endpoints(livemode: boolean): readonly Stripe.WebhookEndpoint[];
  /** What was announced, the oldest first. */
  events(): readonly Stripe.Event[];
  /** Announces a change to whoever listens. */
  tell(event: Stripe.Event): void;
}

/** Runs in a page too, where the double of Stripe.js has an account of its own. */
export const newId = (kind: string): string => `${kind}_${crypto.randomUUID().replaceAll('-', '').slice(8)}`;
/** Epoch seconds. */
export const now = (): number => Math.floor(Date.now() / 1000);

/** What a key of one mode sees of the books; Stripe says where a thing is of the other. */
export function find<T extends object>(
  things: ReadonlyMap<string, T>,
  what: string,
  id: string,
  livemode: boolean,
): T {
  const thing = things.get(id);
  if (thing === undefined) throw missing(what, id);
  if ('livemode' in thing && thing.livemode !== livemode) {
    const [there, here] = livemode ? ['test', 'live'] : ['live', 'test'];
    throw missing(
      what,
      id,
      `; a similar object exists in ${there} mode, but a ${here} mode key was used to make this request.`,
    );
  }
  return thing;
}
