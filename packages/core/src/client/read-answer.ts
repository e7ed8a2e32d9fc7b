import * as v from 'valibot';
import { fine, Problem, trouble, type Answer, type ProblemCode } from '../contract/index.ts';

/** Turns an HTTP answer into a value or a problem, checked against the contract. Nothing gets by unread. */
export function readAnswer<T>(
  status: number,
  text: string,
  schema: v.GenericSchema<unknown, T> | null,
): Answer<T> {
  if (status >= 200 && status < 300) {
    if (schema === null)
      return text.trim() === '' || parseJson(text) !== undefined ? fine(null as T) : notJson;
    const parsed = v.safeParse(schema, parseJson(text));
    return parsed.success ? fine(parsed.output) : wrongAnswer(parsed.issues[0]);
  }
  const parsed = v.safeParse(Problem, parseJson(text));
  return parsed.success ? { ok: false, problem: parsed.output } : trouble(byStatus(status));
}

/** For servers, proxies and captive portals that answer without a problem document. */
function byStatus(status: number): ProblemCode {
  if (status === 401) return 'not-signed-in';
  if (status === 413) return 'body-too-large';
  if (status === 429) return 'too-many-requests';
  if (status === 502 || status === 503 || status === 504) return 'unavailable';
  return status >= 500 ? 'server-error' : 'wrong-answer';
}

function wrongAnswer(issue: v.BaseIssue<unknown>): Answer<never> {
  const field = v.getDotPath(issue);
  return trouble('wrong-answer', { ...(field === null ? {} : { field }), detail: issue.message });
}

/** E.g. the page of a captive portal. */
const notJson = trouble('wrong-answer', { detail: 'not JSON' });

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
