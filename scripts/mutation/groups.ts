/** A part of core, and the tests that must notice every change of it. */
export interface Group {
  /** What `npm run mutation -- <name>` calls it. */
  readonly name: string;
  /** Globs of its sources. */
  readonly mutate: readonly string[];
  /** Globs of its tests, the quickest first. */
  readonly tests: readonly string[];
}

export const groups: readonly Group[] = [
  {
    name: 'term',
    mutate: ['packages/core/src/term/**/*.ts'],
    tests: ['test/core/{term,extend}.test.ts', 'test/core/{term,extend}.*.test.ts'],
  },
  {
    name: 'renewal',
    mutate: ['packages/core/src/renewal/**/*.ts'],
    tests: [
      'test/core/renewal.machine.test.ts',
      'test/core/renewal.misuse.test.ts',
      'test/core/renewal.walk.test.ts',
    ],
  },
  {
    name: 'expiry',
    mutate: ['packages/core/src/card/{expiry,local-day}.ts'],
    tests: ['test/core/expiry*.test.ts'],
  },
  {
    name: 'wall-clock',
    mutate: ['packages/core/src/card/wall-clock.ts'],
    tests: ['test/core/{expiry,plan,reminder}*.test.ts'],
  },
  { name: 'money', mutate: ['packages/core/src/money/**/*.ts'], tests: ['test/core/money*.test.ts'] },
];

/** Small enough for `npm test`, which so knows that a change of core reaches the tests. */
export const sample: Group = {
  name: 'sample',
  mutate: ['packages/core/src/term/gains-a-day.ts'],
  tests: ['test/core/term.test.ts'],
};
