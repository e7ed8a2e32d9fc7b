import { Temporal } from 'temporal-polyfill';
import { misuse } from '../misuse.ts';
import { whole } from '../whole.ts';

/** An instant as the contract writes it, `2026-12-04T16:00:00Z`; Temporal alone takes many more forms. */
export const instantOf = (what: string, text: unknown): Temporal.Instant =>
  parsed(what, text, instantForm, 'an ISO 8601 instant with Z', (iso) => Temporal.Instant.from(iso));

/** An instant seen in the card's zone. */
export const localTime = (instant: Temporal.Instant, what: string, zone: unknown): Temporal.ZonedDateTime =>
  parsed(what, zone, zoneForm, 'an IANA time zone', (id) => instant.toZonedDateTimeISO(id));

/** What months, and every end, come back to. */
export interface Aim {
  readonly day?: number | undefined;
  readonly time?: Temporal.PlainTime | undefined;
}

/** An anchor as it is kept: the day, and the wall time `HH:MM:SS` with a fraction where it has one. */
export const aimOf = (call: string, anchorDay: unknown, anchorTime: unknown): Aim => ({
  day: leftOut(anchorDay) ? undefined : whole(`${call}: anchorDay`, anchorDay, 1, 31),
  time: leftOut(anchorTime)
    ? undefined
    : parsed(`${call}: anchorTime`, anchorTime, timeForm, 'a wall time HH:MM:SS', (time) =>
        Temporal.PlainTime.from(time),
      ),
});

/** JSON has no undefined. */
export const leftOut = (value: unknown): value is undefined | null => value === undefined || value === null;

const instantForm = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:[0-5]\d(\.\d{1,9})?)?Z$/;
const zoneForm = /^[A-Za-z][\w+\-/]*$/;
const timeForm = /^\d\d:\d\d:[0-5]\d(\.\d{1,9})?$/;

function parsed<Value>(
  what: string,
  text: unknown,
  form: RegExp,
  rule: string,
  parse: (text: string) => Value,
): Value {
  try {
    if (typeof text === 'string' && form.test(text)) return parse(text);
  } catch {
    // Right in form only, as 30 February and Mars/Base are.
  }
  throw misuse(what, text, rule);
}
