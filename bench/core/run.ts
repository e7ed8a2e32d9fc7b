/** `npm run bench:core`: what core is measured against, in one run. Exits with 1 when a goal is missed. */
import { extendBench } from './extend.bench.ts';
import { machineBench } from './machine.bench.ts';
import type { Speed } from './rounds.ts';

/** With `--quick` only whether it runs is seen, not how fast. */
const isQuick = process.argv.includes('--quick');

const machine = machineBench(isQuick ? { walks: 10, rounds: 1 } : {});
const extend = extendBench(isQuick ? { count: 20, rounds: 1 } : {});

const perSecond = (count: number) => Math.round(count).toLocaleString('en');
const spread = ({ slowest, fastest }: Speed) => `${perSecond(slowest)} to ${perSecond(fastest)}`;

const rows = [
  {
    'per second': 'renewal machine, one subscriber',
    ours: perSecond(machine.ours.median),
    against: `XState 5: ${perSecond(machine.theirs.median)}`,
    times: machine.ratio,
    goal: 50,
  },
  {
    'per second': 'extend',
    ours: perSecond(extend.extendPerSecond),
    against: `bare Temporal: ${perSecond(extend.barePerSecond)}`,
    times: extend.ratio,
    goal: 0.5,
  },
].map((row) => ({
  ...row,
  times: Number(row.times.toPrecision(3)),
  met: row.times >= row.goal ? 'yes' : 'no',
}));

console.table(rows);
console.log(`Slowest to fastest round: ours ${spread(machine.ours)}, XState 5 ${spread(machine.theirs)}.`);
console.log(
  'Goals: the machine at least 50 times as fast as in XState 5, extend at least half as fast as bare Temporal.',
);
if (!isQuick && rows.some(({ met }) => met === 'no')) process.exitCode = 1;
