/** What a page keeps to find its renewal again after a reload or a redirect. Opens this one renewal only. */
export interface Ticket {
  readonly renewalId: string;
  /** Null when the session is to vouch instead. */
  readonly renewalToken: string | null;
  /** True from the moment a payment is sent until its outcome is known: money may be on its way. */
  readonly confirming: boolean;
}
