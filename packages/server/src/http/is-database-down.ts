/** Node's codes for a database that cannot be reached. */
const unreachable = new Set(['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'ENOTFOUND', 'EAI_AGAIN']);

/**
 * PostgreSQL's (appendix A of its manual): connection lost (08), no room, memory or connection left (53), starting,
 * stopping or told to stop (57P), not letting anybody in (55000), not there (3D000).
 */
const unable = /^(08...|53...|57P..|55000|3D000)$/;

/** Whether a failure says that the database cannot be used now, rather than that we used it wrongly. */
export function isDatabaseDown(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const code = 'code' in error ? String(error.code) : '';
  if (unreachable.has(code) || unable.test(code)) return true;
  return /connection terminated|timeout exceeded when trying to connect/i.test(error.message);
}
