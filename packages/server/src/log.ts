import { discreetError, discreetText } from './discreet.ts';

/** One thing that happened, without personal data, card numbers, tokens or secrets. */
export interface LogEntry {
  readonly level: 'info' | 'warn' | 'error';
  /** Stable name, e.g. `renewal.review`. */
  readonly event: string;
  readonly renewalId?: string;
  readonly reference?: string;
  readonly detail?: string;
  /** A log is given a `DiscreetError`: plain data without what a library's error may repeat. */
  readonly error?: unknown;
}

export type Log = (entry: LogEntry) => void;

/** What other programs say about their errors is cleared of personal data before `log` gets it. */
export const discreet =
  (log: Log): Log =>
  ({ detail, error, ...entry }) =>
    log({
      ...entry,
      ...(detail === undefined ? {} : { detail: discreetText(detail) }),
      ...(error === undefined ? {} : { error: discreetError(error) }),
    });

/** One line of JSON per warning or error, on standard error. */
export const logToConsole: Log = discreet((entry) => {
  if (entry.level !== 'info') process.stderr.write(`${JSON.stringify(entry)}\n`);
});
