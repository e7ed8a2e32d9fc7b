import type { Answer, Card, Instant, PlanRef, RefusalReason, ZoneId } from '@leb-renew/core/contract';

/** One extension of one card, the same with every try. */
export interface ExtensionOrder {
  /** Names the order; at most 50 characters. The supplier, or its adapter, acts on it once. */
  readonly key: string;
  /** Full number. Never log it. */
  readonly iccid: string;
  readonly plan: PlanRef;
  readonly zone: ZoneId;
  /** What was promised to the customer. */
  readonly from: Instant;
  readonly to: Instant;
  /** When it went out last, in any process; for `apply`, when this try does. Left out while it never has. */
  readonly lastSentAt?: Instant;
}

/**
 * What the supplier showed for the card before the order went out the first time, as plain JSON; only its adapter reads
 * it. Kept with the renewal, so that a supplier without idempotency keys can be asked what has changed since.
 */
export type Mark = string | null;

/** `refused`: it has not happened. Unless `isFinal`, the same order may go through later: no credit, maintenance, too many requests. */
export interface Refusal {
  readonly outcome: 'refused';
  readonly reason: RefusalReason | 'other';
  readonly isFinal: boolean;
  /** The supplier's own code or words, for the log and the seller. Without personal data. */
  readonly detail: string;
  /** When the supplier asks not to be asked before. Seconds. */
  readonly retryAfterSeconds?: number;
}

/** Nobody knows: the question or its answer was lost. */
export interface Unknown {
  readonly outcome: 'unknown';
  readonly detail: string;
  readonly retryAfterSeconds?: number;
}

/** The dates that the supplier put into force. */
export interface Applied {
  readonly outcome: 'applied';
  readonly from: Instant;
  readonly to: Instant;
  /** The supplier's name for it. */
  readonly supplierRef: string;
}

/** What the supplier says of a card. */
export interface CardReading {
  readonly outcome: 'read';
  /** Null while service has not started, and where the supplier does not say. */
  readonly expiresAt: Instant | null;
  readonly profile: Card['profile'];
  readonly data: Card['data'];
  /** Null where the supplier does not say. */
  readonly suspended: boolean | null;
  /** The number is gone for good; null where the supplier does not say. */
  readonly revoked: boolean | null;
  /** How old this news is: suppliers answer from hours ago. */
  readonly asOf: Instant;
}

/** A hint that something happened to a card. Nothing is believed before the card is read. */
export interface SupplierNotice {
  /** The same each time the notice is sent again; null where the supplier names none. */
  readonly id: string | null;
  readonly kind: string;
  /** Null for notices about something else. */
  readonly iccid: string | null;
}

/**
 * Who operates the cards. Every function resolves, also when the network fails: that is `unknown`. None goes on once
 * its signal is aborted.
 */
export interface Supplier {
  readonly name: string;
  /** How often one card may be read, ms: suppliers limit it, and answer from a cache. */
  readonly readsEveryMs: number;
  readCard(iccid: string, signal: AbortSignal): Promise<CardReading | Refusal | Unknown>;
  /** Which of these plans it would sell for the card at this time. */
  listPlans(
    iccid: string,
    plans: readonly PlanRef[],
    signal: AbortSignal,
  ): Promise<{ readonly outcome: 'listed'; readonly planIds: readonly string[] } | Refusal | Unknown>;
  /** Whether the order would go through now. Changes nothing. */
  preview(
    order: ExtensionOrder,
    signal: AbortSignal,
  ): Promise<{ readonly outcome: 'possible'; readonly mark: Mark } | Refusal | Unknown>;
  /** `mark` is what `preview` gave before the first try. */
  apply(order: ExtensionOrder, mark: Mark, signal: AbortSignal): Promise<Applied | Refusal | Unknown>;
  /** What became of an order. Asked before every repetition. `absent`: it never arrived and, if it is on its way, never will. */
  find(
    order: ExtensionOrder,
    mark: Mark,
    signal: AbortSignal,
  ): Promise<Applied | { readonly outcome: 'absent' } | Unknown>;
  /** Checks what it can over the exact bytes; `bad-notice` when a signature is missing, wrong or stale. */
  parseNotice(raw: Uint8Array, headers: Headers): Promise<Answer<readonly SupplierNotice[]>>;
  /** Called with the server's start and stop, for what has to be opened and closed. */
  start?(): Promise<void>;
  stop?(): Promise<void>;
}
