import assert from 'node:assert/strict';
import { test } from 'node:test';
import ts from 'typescript';
import { root } from './root.ts';

const widget = `${root}/packages/widget/`;
const { options, fileNames } = ts.parseJsonConfigFileContent(
  ts.readConfigFile(`${widget}tsconfig.json`, (path) => ts.sys.readFile(path)).config,
  ts.sys,
  widget,
);
const program = ts.createProgram(fileNames, { ...options, noEmit: true });
const checker = program.getTypeChecker();
const sources = program.getSourceFiles().filter(({ fileName }) => fileName.startsWith(`${widget}src/`));
const vocabulary = sources.find(({ fileName }) => fileName.endsWith('/text/messages.ts'))!;

/** `de/plans.ts` for a file of a language; null for all others. */
const ofLanguage = ({ fileName }: ts.SourceFile): string | null =>
  /\/text\/([^/]+\/[^/]+)$/.exec(fileName)?.[1] ?? null;

const isRead: ReadonlyMap<ts.SourceFile, ts.Node[]> = new Map(sources.map((file) => [file, everyNode(file)]));

function everyNode(node: ts.Node): ts.Node[] {
  const inner: ts.Node[] = [];
  ts.forEachChild(node, (child) => void inner.push(...everyNode(child)));
  return [node, ...inner];
}

/** The members of a type that a node reads: of a list by a code, all of them. */
function read(node: ts.Node): readonly ts.Symbol[] {
  if (ts.isPropertyAccessExpression(node)) return listOf(checker.getSymbolAtLocation(node.name));
  if (ts.isElementAccessExpression(node)) return checker.getTypeAtLocation(node.expression).getProperties();
  if (!ts.isBindingElement(node) || !ts.isObjectBindingPattern(node.parent)) return [];
  const name = (node.propertyName ?? node.name).getText();
  return listOf(checker.getTypeAtLocation(node.parent).getProperty(name));
}

const listOf = <Item>(item: Item | undefined): readonly Item[] => (item === undefined ? [] : [item]);

/** `plans`: the words of one section, and what they are made of. */
const isOfWords = (node: ts.Node): boolean =>
  ts.isInterfaceDeclaration(node)
    ? node.name.text.endsWith('Words')
    : !ts.isSourceFile(node) && isOfWords(node.parent);

test('no text is left that nothing says', () => {
  const used = new Set<ts.Node>();
  const asked = new Set<string>();
  for (const [file, nodes] of isRead) {
    if (ofLanguage(file) !== null) continue;
    for (const symbol of nodes.flatMap(read))
      for (const declaration of symbol.declarations ?? []) {
        used.add(declaration);
        // A template that takes any section which has the text.
        if (ts.isTypeLiteralNode(declaration.parent)) asked.add(symbol.name);
      }
  }
  const unused = isRead
    .get(vocabulary)!
    .filter((node) => ts.isPropertySignature(node))
    .filter(isOfWords)
    .filter((node) => !used.has(node) && !asked.has(node.name.getText()))
    .map((node) => node.getText().replace(/[:(].*/s, ''));
  assert.deepEqual(unused, []);
});

/** Forms that whole numbers of everyday size have in a language. */
function formsOf(tag: string): string[] {
  const rules = new Intl.PluralRules(tag);
  const numbers = Array.from({ length: 121 }, (_, number) => number);
  return [...new Set(numbers.map((number) => rules.select(number)))].sort();
}

/** What a file calls to put a number into the right form, with the tag of the language. */
function countersOf(nodes: readonly ts.Node[]): ReadonlyMap<string, string> {
  return new Map(
    nodes.flatMap((node) => {
      if (!ts.isVariableDeclaration(node) || !node.initializer || !ts.isCallExpression(node.initializer))
        return [];
      const [tag] = node.initializer.arguments;
      const isCounter = node.initializer.expression.getText() === 'counter' && tag && ts.isStringLiteral(tag);
      return isCounter ? [[node.name.getText(), tag.text]] : [];
    }),
  );
}

test('every number is said in each form that its language has', () => {
  let count = 0;
  for (const [file, nodes] of isRead) {
    const place = ofLanguage(file);
    if (place === null) continue;
    const counters = countersOf(nodes);
    for (const node of nodes) {
      const tag = ts.isCallExpression(node) ? counters.get(node.expression.getText()) : undefined;
      if (!ts.isCallExpression(node) || tag === undefined) continue;
      const [, forms] = node.arguments;
      assert.ok(forms && ts.isObjectLiteralExpression(forms), `${place}: ${node.getText()}`);
      const given = forms.properties.map(({ name }) => name?.getText() ?? '');
      const missing = formsOf(tag).filter((form) => !given.includes(form));
      assert.deepEqual(missing, [], `${place}: ${node.getText()}`);
      assert.ok(tag.toLowerCase().startsWith(place.split('/')[0]!), `${place} counts in ${tag}`);
      count += 1;
    }
  }
  assert.ok(count > 100, `${count} counts found: is it still looked in the right place?`);
});

/** Numbers beside words that stay as they are: `7 of 23`, `More cards: 7`. */
const bare = new Set(['times', 'digits', 'found', 'all', 'more']);

test('no number is put beside a word that has more than two forms', () => {
  const found: string[] = [];
  for (const [file, nodes] of isRead) {
    const place = ofLanguage(file);
    if (place === null || formsOf(place.split('/')[0]!).length < 3) continue;
    for (const node of nodes)
      if (
        ts.isTemplateSpan(node) &&
        checker.getTypeAtLocation(node.expression).flags & ts.TypeFlags.NumberLike &&
        !bare.has(node.expression.getText())
      )
        found.push(`${place}: ${node.parent.getText()}`);
  }
  assert.deepEqual(found, []);
});
