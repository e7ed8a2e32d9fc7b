import { misuse } from '../misuse.ts';
import type { Schema, Variant } from './schema.ts';

export type Checked<T> =
  | { readonly ok: true; readonly value: T }
  /** `path` names the member at fault, e.g. `plans.2.price`; empty for the value itself. The value is not repeated. */
  | { readonly ok: false; readonly path: string; readonly rule: string };

/** What a schema lets through of `value`, as a copy; or the first thing that is wrong with it. */
export function check<T>(schema: Schema<T>, value: unknown): Checked<T> {
  const given: unknown = schema;
  if (typeof given !== 'object' || given === null) throw misuse('check: schema', given, 'a schema');
  try {
    return { ok: true, value: read(schema, value, '') as T };
  } catch (error) {
    if (error instanceof Fault) return { ok: false, path: error.path, rule: error.message };
    throw error;
  }
}

/** For arguments: throws a `Misuse` that names the member at fault and the rule. */
export function demand<T>(schema: Schema<T>, value: unknown, name: string): T {
  const checked = check(schema, value);
  if (checked.ok) return checked.value;
  const keys = checked.path.split('.').filter(Boolean);
  const at = keys.reduce<unknown>((owner, key) => (owner as Record<string, unknown>)[key], value);
  throw misuse([name, ...keys].join('.'), at, `as the contract says (${checked.rule})`);
}

class Fault extends Error {
  readonly path: string;
  /** Another form of the same thing may fit. */
  readonly isForm: boolean;

  constructor(path: string, rule: string, isForm = false) {
    super(rule);
    this.path = path;
    this.isForm = isForm;
  }
}

/** Whether a value keeps a keyword's rule. What comes after `type` relies on it. */
const keeps = {
  type: (value: unknown, type: string) =>
    type === kindOf(value) || (type === 'number' && kindOf(value) === 'integer'),
  enum: (value: unknown, list: readonly unknown[]) => list.includes(value),
  minimum: (value: number, limit: number) => value >= limit,
  maximum: (value: number, limit: number) => value <= limit,
  minLength: (value: string, limit: number) => charactersIn(value) >= limit,
  maxLength: (value: string, limit: number) => charactersIn(value) <= limit,
  pattern: (value: string, pattern: string) => new RegExp(pattern, 'u').test(value),
  format: (value: string, format: string) => (format === 'date-time' ? isReal(value) : isKnownZone(value)),
};
const rules = Object.entries(keeps) as [keyof typeof keeps, (value: unknown, limit: unknown) => boolean][];

const charactersIn = (text: string): number => Array.from(text).length;

function kindOf(value: unknown): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'array';
  if (typeof value !== 'number') return typeof value;
  return Number.isInteger(value) ? 'integer' : Number.isFinite(value) ? 'number' : 'no number';
}

function read(schema: Schema, value: unknown, path: string): unknown {
  const { additionalProperties: others, anyOf, items, oneOf, properties, propertyNames } = schema;
  if (anyOf) return readForm(anyOf, value, path);
  for (const [keyword, isKept] of rules) {
    const limit = schema[keyword];
    if (limit !== undefined && !isKept(value, limit))
      throw new Fault(path, `${keyword} ${String(limit)}`, keyword === 'type');
  }
  const below = (key: PropertyKey) => (path === '' ? '' : `${path}.`) + String(key);
  if (items) return (value as unknown[]).map((item, index) => read(items, item, below(index)));

  const owner = value as Readonly<Record<string, unknown>>;
  if (oneOf) {
    const [tag] = oneOf[0].required;
    const tagsOf = ({ properties: { [tag]: told } }: Variant) => (told as { enum: readonly unknown[] }).enum;
    const meant = oneOf.find((variant) => tagsOf(variant).includes(owner[tag]));
    if (!meant) throw new Fault(below(tag), `enum ${oneOf.flatMap(tagsOf).join()}`);
    return read(meant, value, path);
  }
  if (propertyNames)
    return Object.fromEntries(
      Object.entries(owner).map(([name, member]) => [
        read(propertyNames, name, below(name)),
        read(others as Schema, member, below(name)),
      ]),
    );
  if (!properties) return value;

  const strange = others === false && Object.keys(owner).find((name) => !Object.hasOwn(properties, name));
  if (typeof strange === 'string') throw new Fault(below(strange), 'additionalProperties false', true);
  const copy: Record<string, unknown> = {};
  for (const [name, property] of Object.entries(properties)) {
    if (owner[name] !== undefined) copy[name] = read(property, owner[name], below(name));
    else if (schema.required?.includes(name)) throw new Fault(below(name), 'required', true);
  }
  return copy;
}

/** The first form that fits. Otherwise the fault of the form that was meant, where that can be told. */
function readForm(forms: readonly Schema[], value: unknown, path: string): unknown {
  const faults: Fault[] = [];
  for (const form of forms) {
    if (form.type === 'null' && value !== null) continue;
    try {
      return read(form, value, path);
    } catch (error) {
      if (!(error instanceof Fault)) throw error;
      faults.push(error);
    }
  }
  const meant = faults.length === 1 ? faults[0] : faults.find(({ isForm }) => !isForm);
  throw meant ?? new Fault(path, `none of ${forms.length} forms`);
}

/** `Date.parse` alone takes 30 February for 2 March. */
function isReal(text: string): boolean {
  const at = Date.parse(text);
  return !Number.isNaN(at) && new Date(at).toISOString().slice(0, 19) === text.slice(0, 19);
}

/** Better a problem that names the field than an error where the card is shown. */
function isKnownZone(zone: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone });
    return true;
  } catch {
    return false;
  }
}
