import { misuse } from '../misuse.ts';

/**
 * The contract is data: JSON Schema 2020-12, the part of it that we need, with the TypeScript type of what each
 * schema lets through. One object checks in the browser and at the server's border, and stands in the OpenAPI document.
 */

declare const type: unique symbol;

export interface Schema<out T = unknown> {
  readonly type?: 'string' | 'number' | 'integer' | 'boolean' | 'null' | 'object' | 'array';
  readonly enum?: readonly (string | number | boolean)[];
  readonly minimum?: number;
  readonly maximum?: number;
  /** In Unicode characters, as JSON Schema counts. */
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly pattern?: string;
  readonly format?: 'date-time' | 'iana-time-zone';
  readonly items?: Schema;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  /** Whether there may be others; or what each of them must be. */
  readonly additionalProperties?: boolean | Schema;
  readonly propertyNames?: Schema<string>;
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly [Variant, ...Variant[]];
  /** For the compiler only. */
  readonly [type]?: T;
}

/** One of several objects. Its first member tells which. */
export interface Variant<out T = unknown> extends Schema<T> {
  readonly properties: Readonly<Record<string, Schema>>;
  readonly required: readonly [tag: string, ...others: string[]];
}

/** What a schema lets through. */
export type Of<S extends Schema> = S extends Schema<infer T> ? T : never;

type Rules<Name extends keyof Schema> = Pick<Schema, Name>;

/** A member that may be left out; null is not left out. */
interface Optional<out T = unknown> {
  readonly optional: Schema<T>;
}
type Members = Readonly<Record<string, Schema | Optional>>;
type Shape<M extends Members> = Flat<
  {
    -readonly [Name in keyof M as M[Name] extends Optional ? never : Name]: M[Name] extends Schema<infer T>
      ? T
      : never;
  } & {
    -readonly [Name in keyof M as M[Name] extends Optional ? Name : never]?: M[Name] extends Optional<infer T>
      ? T
      : never;
  }
>;
type Flat<T> = { [Name in keyof T]: T[Name] };

// The comments tell bundlers that a schema nobody uses can go.

export const string = /* @__NO_SIDE_EFFECTS__ */ (
  rules: Rules<'minLength' | 'maxLength' | 'pattern' | 'format'> = {},
): Schema<string> => ({
  type: 'string',
  ...rules,
});
export const number = /* @__NO_SIDE_EFFECTS__ */ (
  rules: Rules<'minimum' | 'maximum'> = {},
): Schema<number> => ({
  type: 'number',
  ...rules,
});
/** A whole number that a double holds exactly. */
export const integer = /* @__NO_SIDE_EFFECTS__ */ (
  minimum: number = Number.MIN_SAFE_INTEGER,
  maximum: number = Number.MAX_SAFE_INTEGER,
): Schema<number> => ({ type: 'integer', minimum, maximum });
export const boolean: Schema<boolean> = { type: 'boolean' };
export const nothing: Schema<null> = { type: 'null' };
/** Checked by whoever it is meant for. */
export const anything: Schema = {};

export const oneOf = /* @__NO_SIDE_EFFECTS__ */ <const Values extends readonly (string | number | boolean)[]>(
  ...values: Values
): Schema<Values[number]> => ({ enum: values });
export const list = /* @__NO_SIDE_EFFECTS__ */ <T>(items: Schema<T>): Schema<T[]> => ({
  type: 'array',
  items,
});
export const either = /* @__NO_SIDE_EFFECTS__ */ <A, B>(a: Schema<A>, b: Schema<B>): Schema<A | B> => ({
  anyOf: [a, b],
});
export const nullable = /* @__NO_SIDE_EFFECTS__ */ <T>(schema: Schema<T>): Schema<T | null> =>
  either(schema, nothing);

export const optional = /* @__NO_SIDE_EFFECTS__ */ <T>(schema: Schema<T>): Optional<T> => ({
  optional: schema,
});
/** Members that it does not know are dropped. */
export const object = /* @__NO_SIDE_EFFECTS__ */ <M extends Members>(members: M): Variant<Shape<M>> => {
  const named = Object.entries((members as M | null | undefined) ?? {});
  const wrong = named.find(([, member]: [string, unknown]) => typeof member !== 'object' || member === null);
  if (wrong) throw misuse(`object: ${wrong[0]}`, wrong[1], 'a schema');
  return {
    type: 'object',
    properties: Object.fromEntries(
      named.map(([name, member]) => [name, 'optional' in member ? member.optional : member]),
    ),
    required: named.flatMap(([name, member]) =>
      'optional' in member ? [] : name,
    ) as unknown as Variant['required'],
  };
};
/** A member that it does not know is refused. */
export const exactly = /* @__NO_SIDE_EFFECTS__ */ <M extends Members>(members: M): Variant<Shape<M>> => ({
  ...object(members),
  additionalProperties: false,
});
/** Any number of members, all of one kind, whose names keep a rule. */
export const map = /* @__NO_SIDE_EFFECTS__ */ <T>(
  propertyNames: Schema<string>,
  additionalProperties: Schema<T>,
): Schema<Record<string, T>> => ({ type: 'object', propertyNames, additionalProperties });
/** Objects told apart by their first member, which has another value in each. */
export const variants = /* @__NO_SIDE_EFFECTS__ */ <const S extends readonly [Variant, ...Variant[]]>(
  ...schemas: S
): Schema<Of<S[number]>> => ({ type: 'object', oneOf: schemas });
