import { writeFileSync } from 'node:fs';
import type { Growth } from './growth.bench.ts';
import type { RenewalsResult } from './renewals.bench.ts';
import type { Pace, Steady } from './steady.ts';

export interface Measured {
  readonly cores: number;
  /** Version of Node. */
  readonly node: string;
  /** Of PostgreSQL. */
  readonly settings: readonly { readonly name: string; readonly setting: string }[];
  readonly pace: Pace;
  readonly parallel: number;
  readonly walks: number;
  readonly status: Steady;
  readonly quote: Steady;
  readonly renewals: RenewalsResult;
  readonly growth: readonly Growth[];
}

const page = new URL('../../docs/bench-server.md', import.meta.url);

/** Prints what was measured and, if asked, writes the page of it. True when every goal is met. */
export function writeReport(measured: Measured, isKept: boolean): boolean {
  const { status, quote, renewals, growth, pace, parallel } = measured;
  const goals = [
    ['status, p99', `${status.p99} ms`, '25 ms', status.p99 < 25 && status.errors === 0],
    ['whole renewals', `${round(renewals.perSecond)} per second`, '100', renewals.perSecond >= 100],
    ['errors in whole renewals', String(renewals.errors.length), '0', renewals.errors.length === 0],
  ] as const;
  const parts = [
    table(
      ['call', `p50 at ${pace.rate} per second`, 'p99', 'at most, per second', 'errors'],
      Object.entries({ status, quote }).map(([name, { p50, p99, perSecond, errors }]) => [
        name,
        `${p50} ms`,
        `${p99} ms`,
        String(round(perSecond)),
        String(errors),
      ]),
    ),
    table(
      [`whole renewals, ${parallel} at once`, 'per second', 'p50', 'p99', 'errors'],
      [
        [
          String(measured.walks),
          String(round(renewals.perSecond)),
          `${Math.round(renewals.p50)} ms`,
          `${Math.round(renewals.p99)} ms`,
          String(renewals.errors.length),
        ],
      ],
    ),
    table(
      ['goal', 'measured', 'goal', 'met'],
      goals.map(([name, seen, goal, isMet]) => [name, seen, goal, isMet ? 'yes' : 'no']),
    ),
  ];
  if (growth.length > 0) parts.push(growthTable(growth));
  console.log(parts.join('\n\n'));
  if (renewals.errors.length > 0) console.log(renewals.errors.slice(0, 10).join('\n'));
  if (isKept) writeFileSync(page, pageOf(measured, parts));
  return goals.every(([, , , isMet]) => isMet);
}

const growthTable = (growth: readonly Growth[]): string =>
  table(
    ['finished renewals', 'database', 'status', 'quote', 'whole renewal', 'sweep', 'reminders'],
    growth.map(({ renewals, megabytes, ...ms }) => [
      renewals.toLocaleString('en'),
      `${megabytes.toLocaleString('en')} MB`,
      ...[ms.status, ms.quote, ms.renewal, ms.sweep, ms.remind].map((each) => `${round(each)} ms`),
    ]),
  );

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

/** Three digits are more than a busy machine repeats. */
const round = (value: number): number => Number(value.toPrecision(3));

const pageOf = (
  { cores, node, settings, pace }: Measured,
  [calls, renewals, goals, growth]: readonly string[],
) =>
  `# How fast the server is

Measured by \`npm run bench:server -- --growth --write\` on ${cores} cores that everything shares: PostgreSQL, one server
process, the payment provider in a process of its own, and the customers. Node ${node}; PostgreSQL
${settings.map(({ name, setting }) => `${name} ${setting}`).join(', ')}: what is confirmed outlives a power cut.

**Calls.** autocannon asks for ${pace.seconds} seconds at ${pace.rate} requests per second over 20 connections, then as
fast as ten connections can. Falling behind the rate counts as latency. A status call looks at a renewal that waits for
its payment; every quote is priced, dated and kept.

${calls}

**Whole renewals.** Quote, start, payment at the provider, notices, *paid*, extended by the local supplier, receipt,
and the confirmation mail written. Each notice arrives three times, mixed with those of other payments, while the
customers look every 150 ms, each look asking the provider. Customers are signed in beforehand. The clock stops when the
last mail is written and every notice is settled.

${renewals}

${goals}
${
  growth === undefined
    ? ''
    : `
**Growth.** The same calls, one at a time, as the database fills with finished renewals: real rows repeated over a year,
with four quotes and two notices each, a card for every four and an account for every eight. Medians, from the customer's
side. *Whole renewal* includes the time for which notices are held back to mix them.

${growth}
`
}`;
