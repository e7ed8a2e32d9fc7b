/** The part of Standard Schema (standardschema.dev) that valibot's schemas fit. */
export interface Schema {
  readonly '~standard': {
    validate(value: unknown): unknown;
  };
}

type Path = readonly (PropertyKey | { readonly key: PropertyKey })[];
interface Result {
  readonly value?: unknown;
  readonly issues?: readonly { readonly message: string; readonly path?: Path }[];
}

const check = (schema: Schema, value: unknown) => schema['~standard'].validate(value) as Result;

/** What a schema has against a value, each as `path: message`. */
export const issuesOf = (schema: Schema, value: unknown): string[] =>
  (check(schema, value).issues ?? []).map(({ path = [], message }) => {
    const keys = path.map((part) => String(typeof part === 'object' ? part.key : part));
    return `${keys.join('.')}: ${message}`;
  });

/** What a schema lets through of a value it accepts: members it does not know are gone. */
export function acceptedBy(schema: Schema, value: unknown): unknown {
  const issues = issuesOf(schema, value);
  if (issues.length > 0) throw new Error(issues.join('; '));
  return check(schema, value).value;
}
