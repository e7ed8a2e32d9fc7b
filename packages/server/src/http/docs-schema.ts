import { html, type Html } from '../html.ts';
import type { ShownSchema } from '../openapi/schemas.ts';
import { inline, joined, paragraphs } from './docs-words.ts';

/** A named type: what it is, and its members. */
export const typeSection = (name: string, schema: ShownSchema): Html =>
  html`<article id="${name}">
    <h3><code>${name}</code></h3>
    ${paragraphs(schema.description ?? '')}
    ${schema.properties || schema.oneOf ? membersOf(schema) : html`<p class="type">${typeOf(schema)}</p>`}
  </article>`;

function membersOf(schema: ShownSchema): Html[] {
  const { oneOf: forms } = schema;
  if (forms === undefined) return [list(rowsOf(schema))];
  const [first = [], ...others] = forms.map((form) => rowsOf(form));
  const isShared = (row: Row) => others.every((rows) => rows.some((other) => isSame(row, other)));
  const shared = first.filter(isShared);
  return [
    ...(shared.length === 0 ? [] : [list(shared)]),
    ...forms.map((form) => {
      const [tag, ...own] = rowsOf(form).filter((row) => !shared.some((each) => isSame(each, row)));
      return html`<p>
          With <code>${tag?.name}</code> ${typeOf(tag?.schema ?? {})}${own.length === 0 ? '.' : ':'}
        </p>
        ${own.length === 0 ? '' : list(own)}`;
    }),
  ];
}

interface Row {
  readonly name: string;
  readonly isOptional: boolean;
  readonly schema: ShownSchema;
}

const isSame = (one: Row, other: Row): boolean => JSON.stringify(one) === JSON.stringify(other);

/** The members, and below each those of an object that has no name of its own. */
function rowsOf({ properties = {}, required = [] }: ShownSchema, before = ''): Row[] {
  return Object.entries(properties).flatMap(([member, schema]) => {
    const name = before + member;
    const inner = [schema, schema.items, ...(schema.anyOf ?? [])].find((each) => each?.properties);
    return [
      { name, isOptional: !required.includes(member), schema },
      ...(inner === undefined ? [] : rowsOf(inner, `${name}${schema.items ? '[]' : ''}.`)),
    ];
  });
}

const list = (rows: readonly Row[]): Html =>
  html`<dl>
    ${rows.map(
      ({ name, isOptional, schema }) =>
        html`<dt>
            <code>${name}</code> <span class="type">${typeOf(schema)}${isOptional ? ', optional' : ''}</span>
          </dt>
          <dd>${inline(schema.description ?? '')}</dd>`,
    )}
  </dl>`;

/** A type in a few words, with links to those that have a name. */
export function typeOf(schema: ShownSchema): (Html | string)[] {
  const { $ref, anyOf, oneOf, items, properties, type } = schema;
  if ($ref !== undefined) {
    const name = $ref.slice($ref.lastIndexOf('/') + 1);
    return [html`<a href="#${name}">${name}</a>`];
  }
  if (schema.enum) {
    return joined(
      schema.enum.map((value) => html`<code>${JSON.stringify(value)}</code>`),
      ' or ',
    );
  }
  const forms = anyOf ?? oneOf;
  if (forms)
    return joined(
      forms.map((form) => html`${form.properties ? shapeOf(form) : typeOf(form)}`),
      ' or ',
    );
  if (items) return ['list of ', ...typeOf(items)];
  if (properties) return ['object'];
  return type === undefined ? ['anything'] : [type, ...rulesOf(schema)];
}

function shapeOf({ properties = {} }: ShownSchema): (Html | string)[] {
  const members = Object.entries(properties).map(([name, schema]) => html`${name}: ${typeOf(schema)}`);
  return ['{ ', ...joined(members, ', '), ' }'];
}

function rulesOf({ minimum, maximum, minLength, maxLength, pattern }: ShownSchema): (Html | string)[] {
  const isSet = (limit?: number) => limit !== undefined && Math.abs(limit) < Number.MAX_SAFE_INTEGER;
  return [
    ...(isSet(minimum) ? [` from ${minimum}`] : []),
    ...(isSet(maximum) ? [` to ${maximum}`] : []),
    ...(minLength === undefined ? [] : [`, at least ${minLength} characters`]),
    ...(maxLength === undefined ? [] : [`, at most ${maxLength} characters`]),
    ...(pattern === undefined ? [] : [' like ', html`<code>${pattern}</code>`]),
  ];
}
