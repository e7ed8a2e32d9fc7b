import type { Instant, PlanRef, ZoneId } from '@leb-renew/core/contract';

export interface ExtensionOrder {
  /** The same with every try of one renewal: the supplier, or its adapter, acts on it once. */
  readonly key: string;
  /** Full number. Never log it. */
  readonly iccid: string;
  readonly plan: PlanRef;
  readonly zone: ZoneId;
  readonly from: Instant;
  readonly to: Instant;
}

/** The dates that the supplier put into force. */
export interface Extended {
  readonly outcome: 'applied';
  readonly from: Instant;
  readonly to: Instant;
  /** The supplier's name for it. */
  readonly supplierRef: string;
}

/** `refused` is final; `unknown` means that it may have happened: ask with `find` before trying again. */
export type ExtensionOutcome =
  | Extended
  | { readonly outcome: 'refused'; readonly reason: string }
  | { readonly outcome: 'unknown'; readonly reason: string };

export type FindOutcome =
  Extended | { readonly outcome: 'absent' } | { readonly outcome: 'unknown'; readonly reason: string };

/** Who operates the cards. Resolves, also when the network fails: that is `unknown`. */
export interface Supplier {
  readonly name: string;
  extend(order: ExtensionOrder, signal: AbortSignal): Promise<ExtensionOutcome>;
  find(key: string, signal: AbortSignal): Promise<FindOutcome>;
  /** Called with the server's start and stop, for what has to be opened and closed. */
  start?(): Promise<void>;
  stop?(): Promise<void>;
}
