/** What must stand nowhere in an answer: no number, no date, a price below zero. Where, or null. */
export function faultIn(answer: unknown, { credits = false } = {}): string | null {
  const seen = new Set<unknown>();
  return look(answer, 'the answer');

  function look(value: unknown, path: string): string | null {
    if (typeof value === 'number') return Number.isFinite(value) ? null : `${path} is ${value}`;
    if (typeof value === 'string') {
      const word = /NaN|Invalid Date|Infinity|undefined|\[object/.exec(value)?.[0];
      return word === undefined ? null : `${path} says ${word}`;
    }
    if (typeof value !== 'object' || value === null || seen.has(value)) return null;
    seen.add(value);
    if (value instanceof Date && Number.isNaN(value.getTime())) return `${path} is no date`;
    const { minor } = value as { minor?: unknown };
    if (!credits && typeof minor === 'number' && minor < 0) return `${path} is a price of ${minor}`;
    for (const [key, member] of Object.entries(value)) {
      const fault = look(member, `${path}.${key}`);
      if (fault !== null) return fault;
    }
    return null;
  }
}
