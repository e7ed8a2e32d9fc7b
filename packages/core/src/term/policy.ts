/** How a supplier extends a card. Suppliers do not agree, so the rule is data, per plan. */
export interface ExtensionPolicy {
  /** Renewed before the end: add to it, wait behind it, or start again from now. Default `stack`. */
  readonly active?: 'stack' | 'queue' | 'restart' | undefined;
  /** Local calendar days after the end in which a renewal is still counted as on time. Default 0. */
  readonly graceDays?: number | undefined;
  /** In grace: from the old end (service was on; the default) or from now (service was off). */
  readonly grace?: 'from-expiry' | 'from-now' | undefined;
  /** Local calendar days after the end from which the number is gone. Default never. */
  readonly recoverDays?: number | undefined;
  /** No end may lie further ahead than this, in months from now. */
  readonly horizonMonths?: number | undefined;
  /** `sticky` (default) comes back to the anchor day after a short month; `drift` forgets it. */
  readonly anchor?: 'sticky' | 'drift' | undefined;
  /** Renewal opens this many local calendar days before the end. */
  readonly opensBeforeDays?: number | undefined;
  /** Renewal closes this many minutes before the end, until the end. */
  readonly closesBeforeMinutes?: number | undefined;
  /** At most this many terms may wait. */
  readonly maxStacked?: number | undefined;
}
