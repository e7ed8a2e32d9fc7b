/** A wrong setting of an adapter throws, naming it and the rule. No secret is repeated. */
export function must(adapter: string, holds: boolean, name: string, rule: string): asserts holds {
  if (!holds) throw new TypeError(`${adapter}: ${name} ${rule}`);
}
