import * as v from 'valibot';

/** An opaque identifier given by the server. Short, printable, safe in a URL path. */
export const Id = v.pipe(
  v.string(),
  v.regex(/^[A-Za-z0-9_-]{1,64}$/, 'must be 1 to 64 letters, digits, _ or -'),
);
export type Id = v.InferOutput<typeof Id>;

/** First and last four digits of an ICCID, e.g. `8985 •••• •••• 2210`. */
export const IccidMasked = v.pipe(v.string(), v.regex(/^\d{4}[ •]+\d{4}$/, 'must be masked'));

/** A text written for people, in the language the server was asked for. */
export const Line = v.pipe(v.string(), v.minLength(1), v.maxLength(500));
