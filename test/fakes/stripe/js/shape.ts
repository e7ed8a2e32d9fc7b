/** What Stripe's types say of an argument, as far as it can be seen when the program runs. See contract.ts. */
export type Shape =
  'anything' | 'string' | 'number' | 'boolean' | 'function' | OneOf | AnyOf | ListOf | ObjectOf;

interface OneOf {
  readonly oneOf: readonly (string | number | boolean | null)[];
}
interface AnyOf {
  readonly anyOf: readonly Shape[];
}
interface ListOf {
  readonly each: Shape;
}
interface ObjectOf {
  readonly members: Readonly<Record<string, Member>>;
  /** Of any other name. */
  readonly others?: Shape;
}
interface Member {
  readonly shape: Shape;
  readonly required: boolean;
  /** What its author says instead. */
  readonly deprecated?: string;
}

/** Where an argument is not as Stripe's types say, in words like Stripe's own. Stripe itself only warns of some. */
export function faultIn(shape: Shape, value: unknown, call: string, path = ''): string | null {
  const wrong = (rule: string) =>
    `Invalid value for ${call}: ${path || 'the argument'} should be ${rule}. You specified: ${JSON.stringify(value)}.`;
  if (shape === 'anything') return null;
  if (typeof shape === 'string') return typeof value === shape ? null : wrong(`a ${shape}`);
  if ('oneOf' in shape)
    return (shape.oneOf as readonly unknown[]).includes(value)
      ? null
      : wrong(`one of ${shape.oneOf.join(', ')}`);
  if ('anyOf' in shape) return faultInAll(shape.anyOf, value, call, path);
  if ('each' in shape) {
    if (!Array.isArray(value)) return wrong('an array');
    return first(value.map((each, index) => faultIn(shape.each, each, call, `${path}[${index}]`)));
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return wrong('an object');
  const below = (name: string) => (path === '' ? name : `${path}.${name}`);
  const faults = Object.entries(value).map(([name, part]) => {
    const member = Object.hasOwn(shape.members, name) ? shape.members[name] : undefined;
    if (member?.deprecated !== undefined)
      return `${call}: ${below(name)} is deprecated. ${member.deprecated}`;
    const known = member?.shape ?? shape.others;
    if (known === undefined)
      return `Unrecognized ${call} parameter: ${below(name)} is not a recognized parameter. This may cause issues with your integration in the future.`;
    return part === undefined ? null : faultIn(known, part, call, below(name));
  });
  const missing = Object.entries(shape.members).map(([name, { required }]) =>
    required && (value as Record<string, unknown>)[name] === undefined
      ? `Missing value for ${call}: ${below(name)} is required.`
      : null,
  );
  return first([...faults, ...missing]);
}

/** The fault of the form that was meant: one that agrees at least on what kind of thing it is. */
function faultInAll(forms: readonly Shape[], value: unknown, call: string, path: string): string | null {
  const faults = forms.map((form) => faultIn(form, value, call, path));
  if (faults.includes(null)) return null;
  const meant = forms.findIndex((form) => typeof form === 'object' && 'members' in form);
  return (typeof value === 'object' ? faults[meant] : undefined) ?? faults[0] ?? null;
}

const first = (faults: readonly (string | null)[]): string | null =>
  faults.find((fault) => fault !== null) ?? null;
