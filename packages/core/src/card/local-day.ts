import { momentAt, wallTime } from './wall-clock.ts';

const day = 86_400_000;

/** The calendar day in `zone` at `at` (epoch ms), as a running number. */
const dayNumber = (at: number, zone: string): number => Math.floor(wallTime(at, zone) / day);

/** Calendar days from `from` to `to` (epoch ms) as a person in `zone` counts them. */
export const localDays = (from: number, to: number, zone: string): number =>
  dayNumber(to, zone) - dayNumber(from, zone);

/** Start of the calendar day that lies `days` days before the day of `at`. */
export const startOfDayBefore = (at: number, days: number, zone: string): number =>
  momentAt((dayNumber(at, zone) - days) * day, zone);

/** Start of the next calendar day. */
export const nextMidnight = (at: number, zone: string): number => startOfDayBefore(at, -1, zone);
