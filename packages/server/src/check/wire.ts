import {
  calls,
  check,
  idempotencyHeader,
  Problem,
  serverTimeHeader,
  type CallName,
} from '@leb-renew/core/contract';
import { setTimeout as delay } from 'node:timers/promises';
import { Broken, must } from './must.ts';
import type { RunNotes } from './run-notes.ts';

export interface Wish {
  readonly path?: Readonly<Record<string, string>>;
  readonly query?: string;
  readonly body?: unknown;
  readonly token?: string | null;
  readonly key?: string;
}

export interface Said {
  readonly status: number;
  /** As it came. */
  readonly text: string;
  readonly value: unknown;
  readonly problem: Problem | null;
}

/** Asks the back end, and takes no answer that is not in the contract. */
export type Ask = (name: CallName, wish?: Wish) => Promise<Said>;

/** For one answer. */
export const deadlineMs = 30_000;
/** A back end may slow down whoever asks so much; that is no fault, as long as it says for how long. */
const longestPauseMs = 60_000;
const mostTries = 10;

export function askAt(baseUrl: string, notes: RunNotes): Ask {
  return (name, wish = {}) => attempt(name, wish, 1);

  async function attempt(name: CallName, wish: Wish, tries: number): Promise<Said> {
    const { method, path: template, answer } = calls[name];
    const { path = {}, query = '', body, token = null, key } = wish;
    const what = `${method} ${template}${query}`;
    const url = baseUrl + template.replaceAll(/\{(\w+)\}/g, (_, part: string) => path[part] ?? '') + query;
    notes.requests += 1;
    const { status, headers, text } = await send(what, url, {
      method,
      headers: {
        ...(token === null ? {} : { authorization: `Bearer ${token}` }),
        ...(key === undefined ? {} : { [idempotencyHeader]: key }),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const saidAt = Date.parse(headers.get(serverTimeHeader) ?? '');
    must(!Number.isNaN(saidAt), `${what} was answered ${status} without ${serverTimeHeader}`);
    if (status === 429) {
      const pauseMs = Number(headers.get('retry-after')) * 1000;
      must(pauseMs > 0 && pauseMs <= longestPauseMs, `${what} was answered 429 without a usable retry-after`);
      must(tries < mostTries, `${what} was answered 429 ${tries} times, each after the pause it asked for`);
      await delay(pauseMs);
      return attempt(name, wish, tries + 1);
    }
    const json = parsed(text);
    if (status >= 400) {
      const problem = check(Problem, json);
      must(problem.ok, `${what} was answered ${status} with no problem of the contract`);
      return { status, text, value: null, problem: problem.value };
    }
    if (answer === null) return { status, text, value: null, problem: null };
    const value = check<unknown>(answer, json);
    if (!value.ok)
      throw new Broken(`${what} was answered outside the contract at ${value.path || 'the top'}`);
    return { status, text, value: value.value, problem: null };
  }
}

async function send(what: string, url: string, wish: RequestInit) {
  try {
    const response = await fetch(url, { ...wish, signal: AbortSignal.timeout(deadlineMs) });
    return { status: response.status, headers: response.headers, text: await response.text() };
  } catch (error) {
    throw new Broken(`${what} was not answered (${error instanceof Error ? error.name : 'Error'})`);
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
