import Stripe from 'stripe';
import { neededEvents } from '../../../../packages/server/src/payments/stripe/start.ts';
import { newId, now } from './account.ts';

export interface NoticesOptions {
  /** Where notices go; nowhere when null. */
  readonly url?: string | null;
  /** What a shop is told to ask for, by default. */
  readonly enabledEvents?: readonly string[];
}

export interface Delivery {
  /** Signs instead of the secret of now. */
  readonly secret?: string;
  /** Seconds added to the time of signing. */
  readonly seconds?: number;
  /** Instead of the end-point's. */
  readonly url?: string;
}

/** The webhook end-point of an account, and what is sent to it. */
export interface Notices {
  url: string | null;
  readonly enabledEvents: readonly string[];
  /** Everything that has been announced, also what nobody asked for, in the order in which it happened. */
  readonly events: readonly Stripe.Event[];
  /** What nobody has taken yet. */
  readonly undelivered: readonly Stripe.Event[];
  readonly secret: string;
  /** Makes another secret and answers it. Signs with both until `retire`. */
  rotate(): string;
  /** Forgets the secrets before the last. */
  retire(): void;
  /** Keeps what happens from now on until it is delivered by hand. */
  hold(): void;
  /** Sends again what happens from now on. */
  resume(): void;
  /** Answers the status; 0 where nobody was there. */
  deliver(event: Stripe.Event, delivery?: Delivery): Promise<number>;
  /** As Stripe does for days: everything that was not taken, again. */
  redeliver(): Promise<void>;
  /** The same fact under another id, as Stripe sends at times. */
  twinOf(event: Stripe.Event): Stripe.Event;
  /** When nothing is on its way any more. */
  settled(): Promise<void>;
  announce(event: Stripe.Event): void;
}

export function openNotices({ url = null, enabledEvents = neededEvents }: NoticesOptions): Notices {
  const events: Stripe.Event[] = [];
  const undelivered = new Set<Stripe.Event>();
  const onTheirWay = new Set<Promise<unknown>>();
  let secrets = [newId('whsec')];
  let held = false;

  const notices: Notices = {
    url,
    enabledEvents,
    events,
    get undelivered() {
      return [...undelivered];
    },
    get secret() {
      return secrets[0] ?? '';
    },
    rotate() {
      secrets = [newId('whsec'), ...secrets];
      return notices.secret;
    },
    retire: () => void (secrets = secrets.slice(0, 1)),
    hold: () => void (held = true),
    resume: () => void (held = false),
    async deliver(event, { secret, seconds = 0, url: to = notices.url ?? '' } = {}) {
      const body = JSON.stringify(event, null, 2);
      const timestamp = now() + seconds;
      const signatures = (secret === undefined ? secrets : [secret]).map((each) =>
        Stripe.webhooks.generateTestHeaderString({ payload: body, secret: each, timestamp }),
      );
      const status = await post(to, body, joined(signatures));
      if (status >= 200 && status < 300) undelivered.delete(event);
      return status;
    },
    async redeliver() {
      for (const event of undelivered) await notices.deliver(event);
    },
    twinOf: (event) => ({ ...event, id: newId('evt') }),
    async settled() {
      while (onTheirWay.size > 0) await Promise.all(onTheirWay);
    },
    announce(event) {
      events.push(event);
      if (!enabledEvents.includes(event.type)) return;
      undelivered.add(event);
      if (held || notices.url === null) return;
      const sending = notices.deliver(event).finally(() => onTheirWay.delete(sending));
      onTheirWay.add(sending);
    },
  };
  return notices;
}

/** One header with a signature by each secret. */
function joined([first = '', ...more]: readonly string[]): string {
  return [first, ...more.map((header) => header.slice(header.indexOf('v1=')))].join(',');
}

async function post(url: string, body: string, signature: string): Promise<number> {
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers: {
        'content-type': 'application/json; charset=utf-8',
        'stripe-signature': signature,
        'user-agent': 'Stripe/1.0 (+https://stripe.com/docs/webhooks)',
      },
      body,
    });
    await response.body?.cancel();
    return response.status;
  } catch {
    return 0;
  }
}
