import type { Renewal } from '../contract/index.ts';
import { misuse } from '../misuse.ts';
import type { RenewalEvent, RenewalState } from './state.ts';

export const known = 'one that this machine knows';

/** The object that each state holds and is nothing without, if any. */
const heldBy = new Map<unknown, string>(
  Object.entries({
    choosing: '',
    quoting: 'choice',
    agreeing: 'quote',
    opening: 'quote',
    reviewing: 'quote',
    paying: 'renewal',
    confirming: 'renewal',
    checking: 'renewal',
    cancelling: 'renewal',
    resuming: 'ticket',
    extending: 'renewal',
    renewed: 'renewal',
    held: 'renewal',
  } satisfies Record<RenewalState['status'], string>),
);

/** The object that each event carries and is nothing without, if any. */
const carriedBy = new Map<unknown, string>(
  Object.entries({
    choose: 'choice',
    agree: '',
    pay: '',
    back: '',
    retry: '',
    done: '',
    dismiss: '',
    resume: 'ticket',
    look: '',
    quoted: 'quote',
    news: 'renewal',
    refused: 'problem',
    'form-ready': '',
    'form-blocked': 'problem',
    'form-lost': '',
    outcome: 'outcome',
  } satisfies Record<RenewalEvent['type'], string>),
);

/** The events that carry the number of their question. */
export const answers: ReadonlySet<unknown> = new Set<Extract<RenewalEvent, { run: number }>['type']>([
  'quoted',
  'news',
  'refused',
  'outcome',
]);

/** Throws a `Misuse` that names what the state or the event lacks, if they lack anything. */
export function demandBoth(state: unknown, event: unknown): void {
  demand('status', state, heldBy);
  const type = demand('type', event, carriedBy);
  if (answers.has(type) && memberOf(event, 'run') === undefined)
    throw misuse(`renewalStep: run of ${type}`, undefined, 'there');
}

function demand(tag: 'status' | 'type', it: unknown, parts: ReadonlyMap<unknown, string>): string {
  const name = memberOf(it, tag);
  const part = parts.get(name);
  if (part === undefined) throw misuse(`renewalStep: ${tag}`, name, known);
  if (part !== '' && !isObject(memberOf(it, part)))
    throw misuse(`renewalStep: ${part} of ${name as string}`, memberOf(it, part), 'an object');
  return name as string;
}

/** The value. What it lacks is named by `demandBoth`. */
export function there<T>(value: T): T {
  if (!isObject(value)) throw new TypeError();
  return value;
}

/** A renewal is known by its id, its news are ordered by their number, and one that can be paid says where. */
export function demandNews(renewal: Renewal): void {
  demandText('renewalId of the renewal', renewal.renewalId);
  demandWhole('seq of the renewal', renewal.seq);
  if (renewal.status === 'awaiting-payment' && !isObject(renewal.handoff))
    throw misuse('renewalStep: handoff of the renewal', renewal.handoff, 'an object');
}

export function demandText(name: string, value: string): void {
  if (typeof value !== 'string') throw misuse(`renewalStep: ${name}`, value, 'a text');
}

export function demandWhole(name: string, value: number): void {
  if (!Number.isSafeInteger(value)) throw misuse(`renewalStep: ${name}`, value, 'a whole number');
}

const isObject = (value: unknown): boolean => typeof value === 'object' && value !== null;
const memberOf = (it: unknown, name: string): unknown =>
  (it as Readonly<Record<string, unknown>> | null | undefined)?.[name];
