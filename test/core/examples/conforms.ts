import { check, type Schema } from '@leb-renew/core/contract';

/** What a schema has against a value first, as `path: rule`. */
export function issuesOf(schema: Schema, value: unknown): string[] {
  const checked = check(schema, value);
  return checked.ok ? [] : [`${checked.path}: ${checked.rule}`];
}

/** What a schema lets through of a value it accepts: members it does not know are gone. */
export function acceptedBy(schema: Schema, value: unknown): unknown {
  const checked = check(schema, value);
  if (checked.ok) return checked.value;
  throw new Error(`${checked.path}: ${checked.rule}`);
}
