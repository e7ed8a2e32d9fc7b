import { misuse } from '../misuse.ts';
import { longest, members } from '../plain-data.ts';
import { whole } from '../whole.ts';
import { leftOut } from './given.ts';

/** How a supplier extends a card. Suppliers do not agree, so the rule is data, per plan. */
export interface ExtensionPolicy {
  /** Renewed before the end: add to it, wait behind it, or start again from now. Default `stack`. */
  readonly active?: 'stack' | 'queue' | 'restart' | undefined;
  /** Local calendar days after the end in which a renewal is still counted as on time. Default 0. */
  readonly graceDays?: number | undefined;
  /** In grace: from the old end (service was on; the default) or from now (service was off). */
  readonly grace?: 'from-expiry' | 'from-now' | undefined;
  /** Local calendar days after the end from which the number is gone. Default never. */
  readonly recoverDays?: number | undefined;
  /** No end may lie further ahead than this, in months from now. */
  readonly horizonMonths?: number | undefined;
  /** `sticky` (default) comes back to the anchor's day and time after a shift; `drift` forgets them. */
  readonly anchor?: 'sticky' | 'drift' | undefined;
  /** Renewal opens this many local calendar days before the end. */
  readonly opensBeforeDays?: number | undefined;
  /** Renewal closes this many minutes before the end, until the end. */
  readonly closesBeforeMinutes?: number | undefined;
  /** At most this many terms may wait. */
  readonly maxStacked?: number | undefined;
}

type Check = (what: string, value: unknown) => void;

const oneOf =
  (...words: readonly string[]): Check =>
  (what, value) => {
    if (!words.includes(value as string)) throw misuse(what, value, `one of ${words.join(', ')}`);
  };

const count =
  (least: number, most: number): Check =>
  (what, value) => {
    whole(what, value, least, most);
  };

const checks: Readonly<Record<keyof ExtensionPolicy, Check>> = {
  active: oneOf('stack', 'queue', 'restart'),
  graceDays: count(0, longest),
  grace: oneOf('from-expiry', 'from-now'),
  recoverDays: count(0, longest),
  horizonMonths: count(1, longest),
  anchor: oneOf('sticky', 'drift'),
  opensBeforeDays: count(0, longest),
  closesBeforeMinutes: count(0, longest * 24 * 60),
  maxStacked: count(0, longest),
};

/**
 * A policy with nothing in it that no rule knows: a slip of the pen must not sell a number that is gone.
 * Members that are null are left out.
 */
export function policyOf(what: string, policy: unknown): ExtensionPolicy {
  const known = Object.entries(members(what, policy) as object).filter(([, value]) => !leftOut(value));
  for (const [name, value] of known) {
    if (!Object.hasOwn(checks, name))
      throw misuse(`${what}: a member`, name, `one of ${Object.keys(checks).join(', ')}`);
    checks[name as keyof ExtensionPolicy](`${what}.${name}`, value);
  }
  return Object.fromEntries(known);
}
