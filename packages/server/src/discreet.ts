/** An error as a log or a job may keep it: plain data, for JSON. */
export interface DiscreetError {
  readonly name: string;
  readonly message: string;
  /** The system's or PostgreSQL's code. */
  readonly code?: string;
  /** Where it was made; without the message, which V8 repeats there. */
  readonly stack?: string;
  readonly cause?: DiscreetError;
}

const known = new WeakSet<object>();
/** A chain of causes that leads back to itself ends somewhere. */
const deepest = 5;

/**
 * What is said of an error without what it may be about: fields that libraries hang on it are left out (PostgreSQL's
 * `detail` shows the row, a mail server's `rejected` the address), and the message is cleared.
 */
export function discreetError(error: unknown, depth = 0): DiscreetError {
  if (typeof error === 'object' && error !== null && known.has(error)) return error as DiscreetError;
  const made = error instanceof Error ? ofError(error, depth) : { name: 'Error', message: kindOf(error) };
  known.add(made);
  return made;
}

function ofError(error: Error, depth: number): DiscreetError {
  const code = 'code' in error && typeof error.code === 'string' ? error.code : null;
  const stack = framesOf(error);
  return {
    name: discreetText(error.name),
    message: discreetText(error.message),
    ...(code === null ? {} : { code: discreetText(code) }),
    ...(stack === '' ? {} : { stack }),
    ...(error.cause === undefined || depth === deepest
      ? {}
      : { cause: discreetError(error.cause, depth + 1) }),
  };
}

/** Who throws a text or an object may have put anything into it. */
const kindOf = (thrown: unknown): string =>
  typeof thrown === 'string' ? discreetText(thrown) : `A thrown ${thrown === null ? 'null' : typeof thrown}.`;

function framesOf({ stack = '', message }: Error): string {
  const at = stack.indexOf(message);
  const frames = (at === -1 ? stack : stack.slice(at + message.length)).split('\n');
  return frames.filter((line) => /^ {4}at .+:\d+:\d+\)?$/.test(line)).join('\n');
}

/** In PostgreSQL's messages these words introduce a name of ours; anything else in quotes is what somebody sent. */
const ours = /\b(?:constraint|relation|column|table|function|schema|database|index|type|trigger) $/;

/** A text without quoted values, addresses, card numbers, tokens and passwords. Ids of ours and codes stay. */
export function discreetText(text: string): string {
  return text
    .replaceAll(/["«„“][^"»“”]*["»“”]?/g, (quoted, at: number) =>
      ours.test(text.slice(0, at)) ? quoted : '"…"',
    )
    .replaceAll(/:\/\/[^\s/@]*@/g, '://…@')
    .replaceAll(/\b(?:[sr]k_(?:live|test)|whsec)_[\w+/=]+|_secret_\w+/g, '…')
    .replaceAll(/\b(Bearer|Basic) +\S+/gi, '$1 …')
    .replaceAll(/[^\s<>"'(),;:=]+@[^\s<>"'(),;]+/g, '…@…')
    .replaceAll(/(?:\d[ -]?){14,}\d/g, '…')
    .replaceAll(/[\w.~%+/=-]{20,}/g, (word) => (isOurs(word) ? word : '…'));
}

/** In one case, or with a capital: letters by chance, as in a token without digits, are no word. */
const one = '(?:[A-Z]?[a-z]{0,30}|[A-Z]{0,30})';
const words = new RegExp(`^${one}(?:[./_=-]${one})*$`);

/** Names of quotes, renewals, periods and payments, Stripe's too, ids of jobs, and words; no token, and no card's reference. */
const isOurs = (word: string): boolean =>
  /^(?:[qrp]|pay|msg)_[\w-]+$/.test(word) ||
  /^(?:pi|ch|py|re|pyr|du|evt|req)_[a-zA-Z\d]+$/.test(word) ||
  /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/.test(word) ||
  words.test(word);
