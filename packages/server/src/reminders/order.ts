/** A mail ahead of a card's end. */
export interface ReminderOrder {
  readonly cardRef: string;
  /** The end that it is about, as an instant. */
  readonly endsAt: string;
  /** How many days ahead of it. */
  readonly days: number;
}
