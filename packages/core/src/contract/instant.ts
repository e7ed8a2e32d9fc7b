import { string, type Of } from '../schema/index.ts';

/** A moment on the server's time line: ISO 8601 in UTC with `Z` (RFC 3339), e.g. `2026-12-04T16:00:00Z`. */
export const Instant = string({
  format: 'date-time',
  pattern: '^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d{1,9})?Z$',
});
export type Instant = Of<typeof Instant>;

/** IANA time zone of a card, fixed when it is issued, e.g. `Asia/Shanghai`. Never the browser's. */
export const ZoneId = string({ format: 'iana-time-zone', pattern: '^[A-Za-z][A-Za-z0-9_+/-]*$' });
export type ZoneId = Of<typeof ZoneId>;
