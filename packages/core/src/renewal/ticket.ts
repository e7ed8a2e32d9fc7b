/** What a page keeps to find its renewal again after a reload or a redirect. Opens this one renewal only. */
export interface Ticket {
  readonly renewalId: string;
  /** Null when the session is to vouch instead. */
  readonly renewalToken: string | null;
  /** True from the moment a payment is sent, here or in another tab, until its outcome is known: money may be on its way. */
  readonly confirming: boolean;
  /**
   * The number of the news that knew of every earlier payment: a problem in later news is one of the payment that the
   * ticket is for. Left out while an earlier one is in doubt, or may have been declined without the server's knowledge.
   */
  readonly since?: number;
  /** The provider has led the person back to the page: what was sent has reached it. */
  readonly returned?: boolean | undefined;
}
