import type { ReactiveControllerHost } from 'lit';

/** What is chosen before a renewal begins. */
export interface Chosen {
  /** Null while the cards are shown. */
  readonly cardRef: string | null;
  /** Null for the plan that the card runs on. */
  readonly planId: string | null;
  /** Whether the receipts of the card are shown, in place of its plans. */
  readonly receipts: boolean;
  /** The renewal whose receipt was picked from a list; null for the one that is shown first. */
  readonly picked: string | null;
  /** ISO 4217; the seller's own when undefined. */
  readonly currency: string | undefined;
  /** Raised to read the cards and plans again. */
  readonly visit: number;
}

/** Where the person is before a renewal begins. Each change renders the host again. */
export class Place {
  chosen: Chosen = {
    cardRef: null,
    planId: null,
    receipts: false,
    picked: null,
    currency: undefined,
    visit: 0,
  };

  readonly #host: ReactiveControllerHost;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
  }

  change(part: Partial<Chosen>): void {
    this.chosen = { ...this.chosen, ...part };
    this.#host.requestUpdate();
  }

  readonly readAgain = (): void => {
    this.change({ visit: this.chosen.visit + 1 });
  };
}
