import fc from '../../chance.ts';

export type Arguments = readonly unknown[];

const oddNumbers = fc.constantFrom(Number.NaN, Infinity, -0, -1, -900, 0, 0.5, 2 ** 53, 1e300);
const oddTexts = fc.constantFrom(
  '',
  ' ',
  '-1',
  '\ud800',
  '2026-02-30T00:00:00Z',
  '+275760-09-13T00:00:00Z',
  'x'.repeat(100_000),
);
const cyclic: Record<string, unknown> = {};
cyclic['self'] = cyclic;

/**
 * Whatever a program can hold, and more often what programs stumble over. No function: what one does when it is
 * called, nobody can tell beforehand.
 */
export const anything: fc.Arbitrary<unknown> = fc.oneof(
  fc.anything({
    withBigInt: true,
    withBoxedValues: true,
    withDate: true,
    withMap: true,
    withNullPrototype: true,
    withSet: true,
    withSparseArray: true,
    withTypedArray: true,
  }),
  fc.constantFrom<unknown>(null, undefined, Symbol('it'), new Date(Number.NaN), cyclic),
  oddNumbers,
  oddTexts,
);

/** Right arguments but for one member, however deep: left out, or replaced by something of its kind or by anything. */
export const almost = (right: fc.Arbitrary<Arguments>): fc.Arbitrary<Arguments> =>
  fc
    .record({
      given: right,
      nth: fc.nat(),
      how: fc.constantFrom('left out', 'of its kind', 'of its kind', 'anything'),
      oddNumber: oddNumbers,
      oddText: oddTexts,
      other: anything,
    })
    .map(({ given, nth, how, oddNumber, oddText, other }) => {
      const copy = copyOf(given);
      const places = placesIn(copy);
      const place = places[nth % places.length];
      if (place === undefined) return [other];
      const [owner, key] = place;
      const kind = how === 'of its kind' ? typeof owner[key] : 'none';
      if (how === 'left out') delete owner[key];
      else owner[key] = kind === 'number' ? oddNumber : kind === 'string' ? oddText : other;
      return copy;
    });

type Owner = Record<string, unknown>;

function copyOf<Value>(value: Value): Value {
  if (!isPlain(value)) return value;
  const copy = Object.entries(value).map(([key, member]) => [key, copyOf(member)] as const);
  return (Array.isArray(value) ? copy.map(([, member]) => member) : Object.fromEntries(copy)) as Value;
}

const placesIn = (value: unknown): [Owner, string][] =>
  isPlain(value) ? Object.entries(value).flatMap(([key, member]) => [[value, key], ...placesIn(member)]) : [];

const isPlain = (value: unknown): value is Owner =>
  Array.isArray(value) ||
  (typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype);
