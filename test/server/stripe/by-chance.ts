/** Chance that is the same for the same seed (mulberry32). */
export interface Chance {
  /** From 0 to below 1. */
  next(): number;
  pick<T>(from: readonly T[]): T;
  shuffled<T>(all: readonly T[]): T[];
}

export function byChance(seed: number): Chance {
  let state = Math.imul(seed + 1, 0x9e3779b9);
  const below = (count: number) => Math.floor(chance.next() * count);
  const chance: Chance = {
    next() {
      state = (state + 0x6d2b79f5) | 0;
      let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
      mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
      return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
    },
    pick: (from) => from[below(from.length)]!,
    shuffled(all) {
      const rest = [...all];
      return all.map(() => rest.splice(below(rest.length), 1)[0]!);
    },
  };
  return chance;
}
