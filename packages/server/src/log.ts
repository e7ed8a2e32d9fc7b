/** One thing that happened, without personal data, card numbers, tokens or secrets. */
export interface LogEntry {
  readonly level: 'info' | 'warn' | 'error';
  /** Stable name, e.g. `renewal.review`. */
  readonly event: string;
  readonly renewalId?: string;
  readonly reference?: string;
  readonly detail?: string;
  readonly error?: unknown;
}

export type Log = (entry: LogEntry) => void;

/** One line of JSON per warning or error, on standard error. */
export const logToConsole: Log = ({ error, ...entry }) => {
  if (entry.level === 'info') return;
  const line = JSON.stringify({ ...entry, ...(error === undefined ? {} : { error: describe(error) }) });
  process.stderr.write(`${line}\n`);
};

const describe = (error: unknown): string =>
  error instanceof Error ? (error.stack ?? error.message) : String(error);
