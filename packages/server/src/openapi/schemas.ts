import {
  BeginRequest,
  Consent,
  Card,
  CardList,
  Charged,
  CodeChallenge,
  CodeRequest,
  CurrencyCode,
  Device,
  Effect,
  Entitlement,
  Handoff,
  Id,
  Instant,
  LineByLanguage,
  LinesByLanguage,
  LinkRequest,
  Money,
  PasswordRequest,
  PaymentMethod,
  Plan,
  PlanList,
  PlanRef,
  Price,
  Problem,
  ProfileState,
  Quote,
  QuoteLine,
  QuoteRequest,
  Receipt,
  ReceiptList,
  ReceiptSummary,
  RefusalReason,
  Renewal,
  ResetRequest,
  Seller,
  ServicePeriod,
  Session,
  SignInAnswer,
  SignInRequest,
  Term,
  ZoneId,
  type Schema,
} from '@leb-renew/core/contract';
import { schemasInWords } from './schemas-in-words.ts';

/** A schema as the document shows it: JSON Schema 2020-12 with names and words. */
export interface ShownSchema {
  readonly $ref?: string;
  readonly description?: string;
  readonly type?: string;
  readonly enum?: readonly (string | number | boolean)[];
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly pattern?: string;
  readonly format?: string;
  readonly items?: ShownSchema;
  readonly properties?: Readonly<Record<string, ShownSchema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: boolean | ShownSchema;
  readonly propertyNames?: ShownSchema;
  readonly anyOf?: readonly ShownSchema[];
  readonly oneOf?: readonly ShownSchema[];
  readonly allOf?: readonly ShownSchema[];
}

/** The types that have a name. What has none is written out where it stands. */
const named: Readonly<Record<string, Schema>> = {
  SignInRequest,
  SignInAnswer,
  Session,
  CodeChallenge,
  CodeRequest,
  ResetRequest,
  PasswordRequest,
  LinkRequest,
  CardList,
  Card,
  Entitlement,
  ServicePeriod,
  ProfileState,
  Device,
  PlanList,
  Plan,
  PlanRef,
  Term,
  Effect,
  RefusalReason,
  Price,
  Money,
  CurrencyCode,
  QuoteRequest,
  Quote,
  QuoteLine,
  PaymentMethod,
  Seller,
  BeginRequest,
  Consent,
  Renewal,
  Handoff,
  Receipt,
  ReceiptList,
  ReceiptSummary,
  Problem,
  Charged,
  LineByLanguage,
  LinesByLanguage,
  Id,
  Instant,
  ZoneId,
};
const names = new Map(Object.entries(named).map(([name, schema]) => [schema, name]));

export const schemaRef = (name: string): ShownSchema => ({ $ref: `#/components/schemas/${name}` });

/** A schema by its name, or written out. */
export function show(schema: Schema, path = ''): ShownSchema {
  const name = names.get(schema);
  const description = schemasInWords[path];
  return {
    ...(name === undefined ? writeOut(schema, path) : schemaRef(name)),
    ...(description === undefined ? {} : { description }),
  };
}

/** Every named type. */
export const shownSchemas: Readonly<Record<string, ShownSchema>> = Object.fromEntries(
  Object.entries(named).map(([name, schema]) => {
    const description = schemasInWords[name];
    return [name, { ...(description === undefined ? {} : { description }), ...writeOut(schema, name) }];
  }),
);

/** `path` leads to the words: the named type, and the members on the way. */
function writeOut(schema: Schema, path: string): ShownSchema {
  const { items, properties, propertyNames, additionalProperties: others, anyOf, oneOf, ...rules } = schema;
  const forms = (list: readonly Schema[]) => list.map((form) => showForm(form, path));
  return {
    ...rules,
    ...(others !== undefined && {
      additionalProperties: typeof others === 'boolean' ? others : showForm(others, path),
    }),
    ...(propertyNames && { propertyNames: showForm(propertyNames, path) }),
    ...(items && { items: showForm(items, path) }),
    ...(properties && {
      properties: Object.fromEntries(
        Object.entries(properties).map(([member, property]) => [member, show(property, `${path}.${member}`)]),
      ),
    }),
    ...(anyOf && { anyOf: forms(anyOf) }),
    ...(oneOf && { oneOf: forms(oneOf) }),
  };
}

/** A part that stands for the same thing as the whole, which already has its words. */
function showForm(schema: Schema, path: string): ShownSchema {
  const name = names.get(schema);
  return name === undefined ? writeOut(schema, path) : schemaRef(name);
}
