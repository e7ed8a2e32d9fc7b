const minute = 60_000;
const day = 86_400_000;

const calendars = new Map<string, Intl.DateTimeFormat>();

/** The calendar day in `zone` at `at` (epoch ms), as a running number. */
function dayNumber(at: number, zone: string): number {
  let calendar = calendars.get(zone);
  if (calendar === undefined) {
    calendar = new Intl.DateTimeFormat('en-US', {
      timeZone: zone,
      calendar: 'gregory',
      numberingSystem: 'latn',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
    });
    calendars.set(zone, calendar);
  }
  const [month = 1, date = 1, year = 1970] = calendar.format(at).split('/').map(Number);
  return Date.UTC(year, month - 1, date) / day;
}

/**
 * The first minute of a calendar day in `zone`, epoch ms. Searched for rather than computed, because some
 * zones skip midnight when clocks go forward and some have skipped a whole day.
 */
function startOf(number: number, zone: string): number {
  let before = number * day - 15 * 60 * minute;
  let within = number * day + 15 * 60 * minute;
  while (within - before > minute) {
    const middle = before + Math.floor((within - before) / minute / 2) * minute;
    if (dayNumber(middle, zone) >= number) within = middle;
    else before = middle;
  }
  return within;
}

/** Calendar days from `from` to `to` (epoch ms) as a person in `zone` counts them. */
export const localDays = (from: number, to: number, zone: string): number =>
  dayNumber(to, zone) - dayNumber(from, zone);

/** Start of the calendar day that lies `days` days before the day of `at`. */
export const startOfDayBefore = (at: number, days: number, zone: string): number =>
  startOf(dayNumber(at, zone) - days, zone);

/** Start of the next calendar day. */
export const nextMidnight = (at: number, zone: string): number => startOf(dayNumber(at, zone) + 1, zone);
