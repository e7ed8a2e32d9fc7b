import type { Schema } from '../schema/index.ts';
import { CardList } from './card.ts';
import { PlanList } from './plan.ts';
import { Quote } from './quote.ts';
import { Receipt, ReceiptList } from './receipt.ts';
import { Renewal } from './renewal.ts';
import { Session, SignInAnswer } from './session.ts';

/** Every answer carries the server's time in this header, as an ISO instant. Clients use no other clock. */
export const serverTimeHeader = 'leb-server-time';
/** Made once per wish and repeated with every retry. */
export const idempotencyHeader = 'idempotency-key';

/** Who may call: anyone, a session, or a session *or* the renewal's own token. */
export type Access = 'anyone' | 'session' | 'renewal';

/**
 * The contract over HTTP, in one table: the client sends by it, the server answers by it, and an OpenAPI document can
 * be written from it. What a wish may carry is in `bodies`, which only a server needs.
 */
export const calls = {
  signIn: { method: 'POST', path: '/session', access: 'anyone', answer: SignInAnswer },
  verifyCode: { method: 'POST', path: '/session/code', access: 'anyone', answer: SignInAnswer },
  requestReset: { method: 'POST', path: '/session/reset', access: 'anyone', answer: null },
  setPassword: { method: 'POST', path: '/session/password', access: 'anyone', answer: null },
  openLink: { method: 'POST', path: '/session/link', access: 'anyone', answer: Session },
  /**
   * Goes on with a session by the cookie that signing in has left, if the browser keeps one for this page. A session's
   * own token, where one is sent along, has to be of the same session; it may have ended.
   */
  refreshSession: { method: 'POST', path: '/session/refresh', access: 'anyone', answer: Session },
  signOut: { method: 'DELETE', path: '/session', access: 'session', answer: null },
  cards: { method: 'GET', path: '/cards', access: 'session', answer: CardList },
  /** `currency` (ISO 4217) is optional; the seller's default otherwise. */
  plans: { method: 'GET', path: '/cards/{cardRef}/plans', access: 'session', answer: PlanList },
  /** What was paid for the card. Never shown to whoever came by a renewal link. */
  receipts: { method: 'GET', path: '/cards/{cardRef}/receipts', access: 'session', answer: ReceiptList },
  quote: { method: 'POST', path: '/quotes', access: 'session', answer: Quote },
  begin: { method: 'POST', path: '/renewals', access: 'session', answer: Renewal },
  /** `refresh=1` lets the server ask the payment provider first. */
  renewal: { method: 'GET', path: '/renewals/{renewalId}', access: 'renewal', answer: Renewal },
  /** Answers what is true afterwards: a payment that was faster than the wish to cancel wins. */
  cancel: { method: 'POST', path: '/renewals/{renewalId}/cancel', access: 'renewal', answer: Renewal },
  receipt: { method: 'GET', path: '/renewals/{renewalId}/receipt', access: 'renewal', answer: Receipt },
} as const satisfies Record<string, Call>;

interface Call {
  readonly method: 'GET' | 'POST' | 'DELETE';
  readonly path: string;
  readonly access: Access;
  readonly answer: Schema | null;
}

export type CallName = keyof typeof calls;
