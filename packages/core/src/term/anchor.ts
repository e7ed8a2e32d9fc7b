import { instantOf, localTime } from './given.ts';

/** What the ends of a card's terms come back to, in the card's zone. Kept with the card. */
export interface Anchor {
  /** Local day of month, 1 to 31. */
  readonly anchorDay: number;
  /** Local wall time `HH:MM:SS`, with a fraction where there is one. */
  readonly anchorTime: string;
}

/**
 * The anchor that an instant makes: of a card's first end, of its end after goodwill or a correction moved it,
 * and of the moment from which a term was started again.
 *
 * @throws Misuse when a value is no instant or zone
 */
export function anchorOf(instant: string, zone: string): Anchor {
  const local = localTime(instantOf('anchorOf: instant', instant), 'anchorOf: zone', zone);
  return { anchorDay: local.day, anchorTime: local.toPlainTime().toString() };
}
