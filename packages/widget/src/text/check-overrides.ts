import { examples } from './examples.ts';
import { messages as english } from './en/index.ts';
import type { Messages } from './messages.ts';

/** Some of the texts of a language: none has to be given, and `tag` is no text. */
export type TextOverrides = Some<Messages>;

type Some<Part> = Part extends string | ((...facts: never) => string)
  ? Part
  : { readonly [key in keyof Part as key extends 'tag' ? never : key]?: Some<Part[key]> };

/**
 * The texts that can be said. Each of the others is told, by its path and the rule that it breaks: it must be a text of
 * ours, of the same kind, and when it is tried with the facts of an example it must give words, without a placeholder that
 * nothing was put into. What is on the pay button must say the amount.
 */
export function checkOverrides(
  texts: TextOverrides,
  refuse: (path: string, rule: string) => void,
): TextOverrides {
  const look = (given: unknown, known: unknown, example: unknown, path: string): unknown => {
    const rule = broken(given, known, example, path);
    if (rule !== null) {
      refuse(path, rule);
      return undefined;
    }
    if (!isPart(given)) return given;
    const kept = Object.keys(given).flatMap((key) => {
      const inner = path === '' ? key : `${path}.${key}`;
      const text =
        given[key] === undefined
          ? undefined
          : look(given[key], textOf(known, key, path), member(example, key), inner);
      return text === undefined ? [] : [[key, text] as const];
    });
    return Object.fromEntries(kept);
  };
  return look(texts, english, examples, '') ?? {};
}

type Part = Readonly<Record<string, unknown>>;

export const isPart = (value: unknown): value is Part =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** What English says there. `instead` has a place for every problem, and few are filled. */
function textOf(known: unknown, key: string, path: string): unknown {
  if (key === 'tag') return undefined;
  return path.endsWith('problem.instead') ? member(english.checkout.problem.what, key) : member(known, key);
}

const member = (part: unknown, key: string): unknown =>
  isPart(part) && Object.hasOwn(part, key) ? part[key] : undefined;

/** The rule that a text breaks; null where it breaks none. */
function broken(given: unknown, known: unknown, example: unknown, path: string): string | null {
  if (known === undefined) return 'must be the name of a text';
  if (isPart(known)) return isPart(given) ? null : 'must be an object of texts';
  if (typeof known === 'string') return typeof given === 'string' ? spoiled(given) : 'must be a text';
  if (typeof given !== 'function') return 'must be a function that gives a text';
  return trySaying(given as Saying, example as readonly unknown[], path).rule;
}

/** A text that something is put into. A page's own may give anything, or throw. */
export type Saying = (...facts: readonly unknown[]) => unknown;

/** What is said with these facts, and the rule that it breaks; null where it breaks none. */
export function trySaying(
  text: Saying,
  facts: readonly unknown[],
  path: string,
): { readonly said: unknown; readonly rule: string | null } {
  const said = tried(text, facts);
  return { said, rule: brokenBy(said, facts, path) };
}

function tried(text: Saying, facts: readonly unknown[]): unknown {
  try {
    return text(...facts);
  } catch {
    return null;
  }
}

function brokenBy(said: unknown, [first]: readonly unknown[], path: string): string | null {
  if (typeof said !== 'string') return 'must give a text';
  if (path === 'checkout.pay' && !said.includes(String(first)))
    return 'must say the amount: only what the button says binds whoever presses it';
  return spoiled(said);
}

function spoiled(text: string): string | null {
  if (text.trim() === '') return 'must not be empty';
  return /\{[^{}]*\}|undefined|NaN|\[object /.test(text)
    ? 'must have no placeholder left, nor a value that is no text'
    : null;
}
