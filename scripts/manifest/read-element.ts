import ts from 'typescript';
import { tagsAbove, textAbove, type DocTag } from './doc-comments.ts';
import type { Attribute, Declaration, Field, Method, Named } from './schema.ts';

/** What a class of an element offers, by its own words. Null for a class that is no element by itself. */
export function readElement(node: ts.ClassDeclaration): Declaration | null {
  const tags = tagsAbove(node);
  const tagName = tags.find(({ tag }) => tag === 'element')?.name;
  if (tagName === undefined || node.name === undefined) return null;
  const declared = declaredProperties(node);
  const fields = node.members
    .filter((member) => ts.isPropertyDeclaration(member) || ts.isGetAccessor(member))
    .filter(isPublic)
    .map((member) => fieldOf(member, declared, firstValues(node)));
  return {
    kind: 'class',
    name: node.name.text,
    tagName,
    customElement: true,
    description: textAbove(node),
    attributes: fields.flatMap((field) => attributeOf(field, tags)),
    members: [...fields, ...node.members.filter(ts.isMethodDeclaration).filter(isPublic).map(methodOf)],
    events: named(tags, 'fires').map(({ type, ...event }) => ({ ...event, type: { text: type } })),
    slots: named(tags, 'slot').map(plain),
    cssParts: named(tags, 'csspart').map(plain),
  };
}

const named = (tags: readonly DocTag[], wanted: string) =>
  tags
    .filter(({ tag }) => tag === wanted)
    .map(({ name, text, type }) => ({ name: name === '-' ? '' : name, description: text, type }));

const plain = ({ name, description }: Named): Named => ({ name, description });

const has = (node: ts.Declaration, kind: ts.ModifierFlags): boolean =>
  (ts.getCombinedModifierFlags(node) & kind) !== 0;

/** What the platform or Lit calls is not for pages. */
const isPublic = (member: ts.ClassElement): boolean =>
  member.name !== undefined &&
  ts.isIdentifier(member.name) &&
  !member.name.text.endsWith('Callback') &&
  !has(
    member,
    ts.ModifierFlags.Private |
      ts.ModifierFlags.Protected |
      ts.ModifierFlags.Static |
      ts.ModifierFlags.Override,
  );

/** Lit's declarations: by the property's name, that of its attribute. */
function declaredProperties(node: ts.ClassDeclaration): ReadonlyMap<string, string | null> {
  const list = node.members.find(
    (member) => ts.isPropertyDeclaration(member) && member.name.getText() === 'properties',
  ) as ts.PropertyDeclaration | undefined;
  const options = list?.initializer;
  if (options === undefined || !ts.isObjectLiteralExpression(options)) return new Map();
  return new Map(
    options.properties.filter(ts.isPropertyAssignment).map(({ name, initializer }) => {
      const given = optionsOf(initializer);
      const attribute = given.get('attribute') ?? `'${name.getText().toLowerCase()}'`;
      const hasNone = attribute === 'false' || given.get('state') === 'true';
      return [name.getText(), hasNone ? null : attribute.slice(1, -1)];
    }),
  );
}

const optionsOf = (initializer: ts.Expression): ReadonlyMap<string, string> =>
  new Map(
    ts.isObjectLiteralExpression(initializer)
      ? initializer.properties
          .filter(ts.isPropertyAssignment)
          .map(({ name, initializer: value }) => [name.getText(), value.getText()])
      : [],
  );

/** What the constructor gives to properties. */
function firstValues(node: ts.ClassDeclaration): ReadonlyMap<string, string> {
  const statements = node.members.find(ts.isConstructorDeclaration)?.body?.statements ?? [];
  return new Map(
    statements.flatMap((statement): [string, string][] => {
      if (!ts.isExpressionStatement(statement) || !ts.isBinaryExpression(statement.expression)) return [];
      const { left, right } = statement.expression;
      return left.getText().startsWith('this.') ? [[left.getText().slice(5), right.getText()]] : [];
    }),
  );
}

function fieldOf(
  member: ts.PropertyDeclaration | ts.GetAccessorDeclaration,
  declared: ReadonlyMap<string, string | null>,
  values: ReadonlyMap<string, string>,
): Field {
  const name = member.name.getText();
  const first = values.get(name);
  const attribute = declared.get(name) ?? null;
  return {
    kind: 'field',
    name,
    description: textAbove(member),
    type: { text: member.type?.getText() ?? '' },
    ...(first === undefined ? {} : { default: first }),
    ...(attribute === null ? {} : { attribute }),
    ...(ts.isGetAccessor(member) ? { readonly: true } : {}),
  };
}

/** As its field, in the words for whoever writes markup where the doc comment has them. */
function attributeOf({ attribute, name, ...field }: Field, tags: readonly DocTag[]): readonly Attribute[] {
  if (attribute === undefined) return [];
  const said = tags.find(({ tag, name: its }) => tag === 'attr' && its === attribute);
  return [
    {
      name: attribute,
      description: said?.text ?? field.description,
      type: { text: said?.type ?? field.type.text },
      ...(field.default === undefined ? {} : { default: field.default }),
      fieldName: name,
    },
  ];
}

const methodOf = (member: ts.MethodDeclaration): Method => ({
  kind: 'method',
  name: member.name.getText(),
  description: textAbove(member),
  parameters: member.parameters.map((each) => ({
    name: each.name.getText(),
    type: { text: each.type?.getText() ?? '' },
  })),
  return: { type: { text: member.type?.getText() ?? '' } },
});
