/** Two ways to do the same, measured in turns so that what else the machine does hits both. */
export interface Contestant {
  readonly name: string;
  /** Does it `count` times. Answers something that depends on all of it, so that nothing can be left out. */
  readonly run: (count: number) => number;
  /** Times per round; more for the faster one, so that its rounds are long enough to be timed. */
  readonly count: number;
}

export interface Speed {
  readonly name: string;
  /** Times per second: median, slowest and fastest round. */
  readonly median: number;
  readonly slowest: number;
  readonly fastest: number;
}

export interface Comparison {
  readonly ours: Speed;
  readonly theirs: Speed;
  /** How many times as fast ours is, by the medians. */
  readonly ratio: number;
}

const warmUps = 2;

export function inRounds(rounds: number, ours: Contestant, theirs: Contestant): Comparison {
  const speeds = new Map<Contestant, number[]>([
    [ours, []],
    [theirs, []],
  ]);
  for (let round = -warmUps; round < rounds; round++) {
    for (const [contestant, measured] of speeds) {
      const start = performance.now();
      const answer = contestant.run(contestant.count);
      const seconds = (performance.now() - start) / 1_000;
      if (!Number.isFinite(answer)) throw new TypeError(`${contestant.name}: the bench did not run`);
      if (round >= 0) measured.push(contestant.count / seconds);
    }
  }
  const of = (contestant: Contestant) => speedOf(contestant.name, speeds.get(contestant) ?? []);
  return { ours: of(ours), theirs: of(theirs), ratio: of(ours).median / of(theirs).median };
}

function speedOf(name: string, measured: readonly number[]): Speed {
  const sorted = measured.toSorted((one, other) => one - other);
  const at = (index: number) => sorted[index] ?? Number.NaN;
  return { name, median: at(sorted.length >> 1), slowest: at(0), fastest: at(sorted.length - 1) };
}
