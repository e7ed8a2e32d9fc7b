/** Node's and PostgreSQL's codes for a database that cannot be reached now: refused, reset, starting, stopping, full. */
const codes = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  '57P01',
  '57P02',
  '57P03',
  '53300',
  '08006',
  '08001',
]);

export function isDatabaseDown(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if ('code' in error && codes.has(String(error.code))) return true;
  return /connection terminated|timeout exceeded when trying to connect/i.test(error.message);
}
