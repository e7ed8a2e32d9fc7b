import { dateText } from '../../text/dates.ts';
import type { Speech } from './view.ts';

const minute = 60_000;
/** From so many minutes before the end on, the time that is left is counted. */
const lastMinutes = 5;
/** From so far off, a time of day alone could be taken for today's. */
const farOff = 12 * 60 * minute;

/** For how long a price or a payment stands, and when that is said in other words. */
export interface Hold {
  readonly said: string;
  readonly isOver: boolean;
  /** Epoch ms; null when these words stay. */
  readonly nextWordsAt: number | null;
}

export function holdOf(until: string, now: number, { words, locale }: Speech): Hold {
  const end = Date.parse(until);
  const minutes = Math.ceil((end - now) / minute);
  const time = dateText(end, end - now > farOff ? 'moment' : 'time', locale, null);
  if (minutes > lastMinutes)
    return { said: words.heldUntil(time), isOver: false, nextWordsAt: end - lastMinutes * minute };
  return minutes > 0
    ? { said: words.heldFor(minutes, time), isOver: false, nextWordsAt: end - (minutes - 1) * minute }
    : { said: words.heldUntil(time), isOver: true, nextWordsAt: null };
}
