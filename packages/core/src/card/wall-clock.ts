import { misuse } from '../misuse.ts';

const day = 86_400_000;

/**
 * Epoch ms of an instant as the contract writes it, `2026-12-04T16:00:00Z`.
 *
 * @throws Misuse for anything else, 30 February included
 */
export function momentOf(what: string, instant: string): number {
  const at = typeof instant === 'string' && form.test(instant) ? Date.parse(instant) : Number.NaN;
  // `Date.parse` alone takes 30 February for 2 March.
  if (Number.isNaN(at) || new Date(at).toISOString().slice(0, 19) !== instant.slice(0, 19))
    throw misuse(what, instant, 'an ISO 8601 instant with Z');
  return at;
}

/** From the year 1000: ten years earlier still has four digits. */
const form = /^[1-9]\d{3}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,9})?Z$/;

const clocks = new Map<string, Intl.DateTimeFormat>();

/**
 * What the clock in `zone` shows at `at` (epoch ms): the epoch ms at which a clock in UTC shows the same.
 *
 * @throws Misuse when the zone is not known here
 */
export function wallTime(at: number, zone: string): number {
  const shown = clockOf(zone).format(at);
  const [month = 1, date = 1, year = 1970, hour, minute, second] = shown.split(/\D+/).map(Number);
  const time = Date.UTC(2000, 0, 1, hour, minute, second, ((at % 1000) + 1000) % 1000);
  // `Date.UTC` alone takes the year 1 for 1901. The year before it is shown as 1 B.
  return new Date(time).setUTCFullYear(shown.includes('B') ? 1 - year : year, month - 1, date);
}

/**
 * When the clock in `zone` shows `wall`. A time that a clock change skips moves forward, of one that happens
 * twice it is the first: Temporal's "compatible".
 */
export function momentAt(wall: number, zone: string): number {
  const before = wall - offset(wall - day, zone);
  if (wallTime(before, zone) === wall) return before;
  const after = wall - offset(wall + day, zone);
  return wallTime(after, zone) === wall ? after : before;
}

const offset = (at: number, zone: string): number => wallTime(at, zone) - at;

function clockOf(zone: string): Intl.DateTimeFormat {
  // Anything that is no text would stand for the zone of the device.
  if (typeof zone !== 'string') throw misuse('zone', zone, 'an IANA time zone');
  let clock = clocks.get(zone);
  if (clock === undefined) {
    try {
      clock = new Intl.DateTimeFormat('en-US', {
        timeZone: zone,
        calendar: 'gregory',
        numberingSystem: 'latn',
        hourCycle: 'h23',
        era: 'narrow',
        year: 'numeric',
        month: 'numeric',
        day: 'numeric',
        hour: 'numeric',
        minute: 'numeric',
        second: 'numeric',
      });
    } catch {
      throw misuse('zone', zone, 'an IANA time zone');
    }
    clocks.set(zone, clock);
  }
  return clock;
}
