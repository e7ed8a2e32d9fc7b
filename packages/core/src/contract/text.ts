import { list, map, string, type Of } from '../schema/index.ts';

/** An opaque identifier given by the server. Short, printable, safe in a URL path. */
export const Id = string({ pattern: '^[A-Za-z0-9_-]{1,64}$' });
export type Id = Of<typeof Id>;

/** First and last four digits of an ICCID, e.g. `8985 •••• •••• 2210`. */
export const IccidMasked = string({ pattern: '^\\d{4}[ •]+\\d{4}$' });

/** Where a browser can go. */
export const WebAddress = string({ pattern: '^https?://\\S+$' });

/** A text written for people, in the language the server was asked for. */
export const Line = string({ minLength: 1, maxLength: 500 });

/** A language as a seller names it, written as BCP 47 recommends: `de`, `zh-Hans`, `pt-BR`, `es-419`. */
const Language = string({ pattern: '^[a-z]{2,3}(-[A-Z][a-z]{3})?(-([A-Z]{2}|\\d{3}))?$' });

/**
 * A text in other languages, by their tags. Sent along with the text that it stands for, so that a page can change its
 * language without asking again; `inLanguage` says which one a person reads.
 */
export const LineByLanguage = map(Language, Line);
export type LineByLanguage = Of<typeof LineByLanguage>;

/** The same for a list of them. */
export const LinesByLanguage = map(Language, list(Line));
export type LinesByLanguage = Of<typeof LinesByLanguage>;
