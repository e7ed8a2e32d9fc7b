import type * as v from 'valibot';
import { CardList } from './card.ts';
import { PlanList } from './plan.ts';
import { Quote, QuoteRequest } from './quote.ts';
import { Receipt } from './receipt.ts';
import { BeginRequest, Renewal } from './renewal.ts';
import { CodeRequest, ResetRequest, SignInAnswer, SignInRequest } from './session.ts';

/** Every answer carries the server's time in this header, as an ISO instant. Clients use no other clock. */
export const serverTimeHeader = 'leb-server-time';
/** Made once per wish and repeated with every retry. */
export const idempotencyHeader = 'idempotency-key';

/** Who may call: anyone, a session, or a session *or* the renewal's own token. */
export type Access = 'anyone' | 'session' | 'renewal';

/** The contract over HTTP, in one table: the client sends by it, the server answers by it, and an OpenAPI document can be written from it. */
export const calls = {
  signIn: { method: 'POST', path: '/session', access: 'anyone', body: SignInRequest, answer: SignInAnswer },
  verifyCode: {
    method: 'POST',
    path: '/session/code',
    access: 'anyone',
    body: CodeRequest,
    answer: SignInAnswer,
  },
  requestReset: {
    method: 'POST',
    path: '/session/reset',
    access: 'anyone',
    body: ResetRequest,
    answer: null,
  },
  signOut: { method: 'DELETE', path: '/session', access: 'session', body: null, answer: null },
  cards: { method: 'GET', path: '/cards', access: 'session', body: null, answer: CardList },
  plans: {
    method: 'GET',
    path: '/cards/{cardRef}/plans',
    access: 'session',
    /** `currency` (ISO 4217) is optional; the seller's default otherwise. */
    query: ['currency'],
    body: null,
    answer: PlanList,
  },
  quote: { method: 'POST', path: '/quotes', access: 'session', body: QuoteRequest, answer: Quote },
  begin: { method: 'POST', path: '/renewals', access: 'session', body: BeginRequest, answer: Renewal },
  renewal: {
    method: 'GET',
    path: '/renewals/{renewalId}',
    access: 'renewal',
    /** `refresh=1` lets the server ask the payment provider first. */
    query: ['refresh'],
    body: null,
    answer: Renewal,
  },
  /** Answers what is true afterwards: a payment that was faster than the wish to cancel wins. */
  cancel: {
    method: 'POST',
    path: '/renewals/{renewalId}/cancel',
    access: 'renewal',
    body: null,
    answer: Renewal,
  },
  receipt: {
    method: 'GET',
    path: '/renewals/{renewalId}/receipt',
    access: 'renewal',
    body: null,
    answer: Receipt,
  },
} as const satisfies Record<string, Call>;

interface Call {
  readonly method: 'GET' | 'POST' | 'DELETE';
  readonly path: string;
  readonly access: Access;
  readonly query?: readonly string[];
  readonly body: v.GenericSchema | null;
  readonly answer: v.GenericSchema | null;
}

export type CallName = keyof typeof calls;
