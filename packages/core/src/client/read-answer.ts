import {
  Charged,
  fine,
  Problem,
  problem,
  trouble,
  type Answer,
  type ProblemCode,
} from '../contract/index.ts';
import { check, type Schema } from '../schema/index.ts';
import type { Heard } from './transport.ts';

/** Turns an HTTP answer into a value or a problem, checked against the contract. Nothing gets by unread. */
export function readAnswer<T>(
  { status, text, retryAfterSeconds }: Heard,
  schema: Schema<T> | null,
): Answer<T> {
  const json = parseJson(text);
  if (status >= 200 && status < 300) {
    if (schema === null) return text.trim() === '' || json !== undefined ? fine(null as T) : notJson;
    const checked = check(schema, json);
    return checked.ok
      ? fine(checked.value)
      : trouble('wrong-answer', { ...named(checked.path), detail: checked.rule });
  }
  const checked = check(Problem, json);
  const said = checked.ok ? checked.value : guessed(status, json, checked);
  return { ok: false, problem: { ...(retryAfterSeconds !== null && { retryAfterSeconds }), ...said } };
}

/**
 * From what can be read of an answer that is no problem of the contract: its status, and, where it was meant for one,
 * what is wrong with it and what it says about money.
 */
function guessed(status: number, json: unknown, { path, rule }: { path: string; rule: string }): Problem {
  const { code, charged } = (json ?? {}) as { readonly code?: unknown; readonly charged?: unknown };
  if (typeof code !== 'string') return problem(byStatus(status));
  const money = check(Charged, charged);
  return problem(byStatus(status), {
    ...named(path),
    detail: rule,
    ...(money.ok && { charged: money.value }),
  });
}

/** For servers, proxies and captive portals that answer without a problem document. */
function byStatus(status: number): ProblemCode {
  if (status === 401) return 'not-signed-in';
  if (status === 413) return 'body-too-large';
  if (status === 429) return 'too-many-requests';
  if (status === 502 || status === 503 || status === 504) return 'unavailable';
  return status >= 500 ? 'server-error' : 'wrong-answer';
}

/** The whole answer has no name. */
const named = (field: string) => (field === '' ? {} : { field });

/** E.g. the page of a captive portal. */
const notJson = trouble('wrong-answer', { detail: 'not JSON' });

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
