import { string, type Of } from '../schema/index.ts';

/** An opaque identifier given by the server. Short, printable, safe in a URL path. */
export const Id = string({ pattern: '^[A-Za-z0-9_-]{1,64}$' });
export type Id = Of<typeof Id>;

/** First and last four digits of an ICCID, e.g. `8985 •••• •••• 2210`. */
export const IccidMasked = string({ pattern: '^\\d{4}[ •]+\\d{4}$' });

/** Where a browser can go. */
export const WebAddress = string({ pattern: '^https?://\\S+$' });

/** A text written for people, in the language the server was asked for. */
export const Line = string({ minLength: 1, maxLength: 500 });
