import { problemKinds, type Problem } from '@leb-renew/core/contract';

/** A problem as RFC 9457 writes it. */
export function problemResponse(problem: Problem): Response {
  const kind = problemKinds[problem.code];
  const status = kind.status ?? 500;
  const headers = new Headers({ 'content-type': 'application/problem+json' });
  if (status === 401) headers.set('www-authenticate', 'Bearer');
  if (problem.retryAfterSeconds !== undefined) headers.set('retry-after', String(problem.retryAfterSeconds));
  return new Response(JSON.stringify({ ...problem, title: kind.title, status }), { status, headers });
}
