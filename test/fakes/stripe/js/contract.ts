/** The arguments of Stripe.js, read from the types of the `@stripe/stripe-js` that is installed. */
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import ts from 'typescript';
import type { Shape } from './shape.ts';

/** Types by the names that the double knows them by. */
const wanted = {
  constructorOptions: 'StripeConstructorOptions',
  elements: 'StripeElementsOptionsClientSecret',
  elementsUpdate: 'StripeElementsUpdateOptions',
  paymentElement: 'StripePaymentElementOptions',
  paymentElementUpdate: 'StripePaymentElementUpdateOptions',
  confirmParams: 'ConfirmPaymentData',
} as const;

export type Contract = Readonly<Record<keyof typeof wanted, Shape>>;

/** Where the types of `@stripe/stripe-js` are. */
export const typesFolder = join(
  dirname(createRequire(import.meta.url).resolve('@stripe/stripe-js/package.json')),
  'dist',
);

export function readContract(): Contract {
  const index = join(typesFolder, 'stripe-js/index.d.ts');
  const program = ts.createProgram([index], {
    strict: true,
    noEmit: true,
    types: [],
    lib: ['lib.es2023.d.ts', 'lib.dom.d.ts'],
  });
  const checker = program.getTypeChecker();
  const file = program.getSourceFile(index);
  const module = file && checker.getSymbolAtLocation(file);
  if (!module) throw new Error(`${index} is no module`);
  const types = new Map(checker.getExportsOfModule(module).map((symbol) => [symbol.name, symbol]));

  const shapes = Object.entries(wanted).map(([name, exported]) => {
    const symbol = types.get(exported);
    if (!symbol) throw new Error(`@stripe/stripe-js has no type ${exported}`);
    return [name, shapeOf(checker.getDeclaredTypeOfSymbol(symbol))] as const;
  });
  return Object.fromEntries(shapes) as Contract;

  function shapeOf(type: ts.Type): Shape {
    if (type.flags & (ts.TypeFlags.Any | ts.TypeFlags.Unknown)) return 'anything';
    if (type.flags & ts.TypeFlags.String) return 'string';
    if (type.flags & ts.TypeFlags.Number) return 'number';
    if (type.isStringLiteral() || type.isNumberLiteral()) return { oneOf: [type.value] };
    if (type.flags & ts.TypeFlags.BooleanLiteral) return { oneOf: [checker.typeToString(type) === 'true'] };
    if (type.flags & ts.TypeFlags.Null) return { oneOf: [null] };
    if (type.flags & (ts.TypeFlags.Never | ts.TypeFlags.Undefined)) return { oneOf: [] };
    if (type.isUnion())
      return eitherOf(type.types.filter((each) => !(each.flags & ts.TypeFlags.Undefined)).map(shapeOf));
    if (type.getCallSignatures().length > 0) return 'function';
    if (checker.isArrayType(type)) {
      const [item] = checker.getTypeArguments(type as ts.TypeReference);
      return { each: item ? shapeOf(item) : 'anything' };
    }
    const others = checker.getIndexInfoOfType(type, ts.IndexKind.String);
    const members = Object.fromEntries(
      checker.getPropertiesOfType(type).map((symbol) => {
        const deprecated = symbol.getJsDocTags(checker).find(({ name }) => name === 'deprecated');
        const member = {
          shape: shapeOf(checker.getTypeOfSymbol(symbol)),
          required: !(symbol.flags & ts.SymbolFlags.Optional),
          ...(deprecated && { deprecated: ts.displayPartsToString(deprecated.text) }),
        };
        return [symbol.name, member];
      }),
    );
    return { members, ...(others && { others: shapeOf(others.type) }) };
  }
}

/** Literals side by side are one list. */
function eitherOf(shapes: readonly Shape[]): Shape {
  const literals = shapes.flatMap((shape) =>
    typeof shape === 'object' && 'oneOf' in shape ? shape.oneOf : [],
  );
  const others = shapes.filter((shape) => !(typeof shape === 'object' && 'oneOf' in shape));
  if (others.length === 0) return { oneOf: literals };
  const all: readonly Shape[] = literals.length > 0 ? [{ oneOf: literals }, ...others] : others;
  return all.length === 1 ? all[0]! : { anyOf: all };
}
