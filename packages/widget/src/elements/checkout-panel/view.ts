import type { Quote, RenewalState } from '@leb-renew/core';
import type { CheckoutWords } from '../../text/messages.ts';

/** From a price to its payment. Before the first price there is nothing to review. */
export type Open = Extract<
  RenewalState,
  { status: 'quoting' | 'agreeing' | 'opening' | 'reviewing' | 'paying' | 'confirming' | 'cancelling' }
>;

/** What the parts of the panel speak with. */
export interface Speech {
  readonly words: CheckoutWords;
  readonly locale: string;
}

/** What a person has to accept by a tick of their own: that paid days are dropped; that they can no longer withdraw. */
export type Tick = 'loss' | 'withdrawal';

/** What the panel knows besides the state of the renewal. */
export interface View extends Speech {
  /** The server's time, epoch ms. */
  readonly now: number;
  /** Whether the device has a network. */
  readonly isOnline: boolean;
  /** Whether there is a price that a tick could be for. */
  readonly mayTick: boolean;
  /** Ticked for this price. */
  readonly ticked: ReadonlySet<Tick>;
  readonly tick: (tick: Tick, isOn: boolean) => void;
  /** The ways to pay that the payment form offers; null until it has said so. */
  readonly methods: readonly string[] | null;
  /** The price that was being read when it ran out; null when this is the first. */
  readonly before: Quote | null;
}
