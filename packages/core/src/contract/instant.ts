import * as v from 'valibot';

/** A moment on the server's time line: ISO 8601 in UTC with `Z` (RFC 3339), e.g. `2026-12-04T16:00:00Z`. */
export const Instant = v.pipe(
  v.string(),
  v.regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,9})?Z$/, 'must be an ISO instant in UTC'),
  v.check(isReal, 'must be a real date and time'),
);
export type Instant = v.InferOutput<typeof Instant>;

/** IANA time zone of a card, fixed when it is issued, e.g. `Asia/Shanghai`. Never the browser's. */
export const ZoneId = v.pipe(
  v.string(),
  v.regex(/^[A-Za-z][A-Za-z0-9_+\-/]*$/, 'must be an IANA time zone'),
  v.check(isKnown, 'must be a time zone that is known here'),
);
export type ZoneId = v.InferOutput<typeof ZoneId>;

/** `Date.parse` alone takes 30 February for 2 March. */
function isReal(text: string): boolean {
  const at = Date.parse(text);
  return !Number.isNaN(at) && new Date(at).toISOString().slice(0, 19) === text.slice(0, 19);
}

/** Better a problem that names the field than an error where the card is shown. */
function isKnown(zone: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone });
    return true;
  } catch {
    return false;
  }
}
