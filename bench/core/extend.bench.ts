/**
 * `extend` against the bare Temporal calls without which its answer cannot be computed: both instants parsed,
 * the end seen in the zone, months added on the anchor, the wall time resolved, the new end printed. No checks, no policy.
 */
import { extend, type ExtensionRequest } from '@leb-renew/core/term';
import assert from 'node:assert/strict';
// Core's own: the bench must measure the Temporal that `extend` runs on.
import { Temporal } from '../../packages/core/node_modules/temporal-polyfill/index.js';
import { inRounds } from './rounds.ts';

const zones = ['UTC', 'Asia/Shanghai', 'Europe/Berlin', 'America/New_York', 'Australia/Lord_Howe'];

interface Case extends ExtensionRequest {
  readonly term: { readonly months: number };
  readonly anchorTime: string;
}

/** Renewals before the end, from every day of a year: what is asked most. */
const cases = zones.flatMap((zone) =>
  Array.from({ length: 365 }, (_, nth): Case => {
    const end = Temporal.ZonedDateTime.from({ timeZone: zone, year: 2026, month: 1, day: 1 }).add({
      days: nth,
    });
    return {
      zone,
      expiresAt: end.toInstant().toString(),
      anchorDay: end.day,
      anchorTime: '00:00:00',
      now: end.subtract({ days: 9 }).toInstant().toString(),
      term: { months: [1, 3, 12, 24][nth % 4] ?? 1 },
      policy: { graceDays: 7, recoverDays: 90 },
    };
  }),
);

function bare({ zone, expiresAt, anchorDay, anchorTime, now, term }: Case): string {
  const asked = Temporal.Instant.from(now);
  const ends = Temporal.Instant.from(expiresAt);
  if (Temporal.Instant.compare(asked, ends) >= 0) throw new RangeError(`${now} is not before ${expiresAt}`);
  return ends
    .toZonedDateTimeISO(zone)
    .toPlainDate()
    .add(term)
    .with({ day: anchorDay })
    .toPlainDateTime(Temporal.PlainTime.from(anchorTime))
    .toZonedDateTime(zone)
    .toInstant()
    .toString();
}

function extended(request: Case): string {
  const answer = extend(request);
  if ('refused' in answer) throw new RangeError(`${request.expiresAt} is refused: ${answer.refused}`);
  return answer.to;
}

/** Extensions per second, medians of the rounds. */
export function extendBench({ count = cases.length, rounds = 15 } = {}): {
  name: string;
  extendPerSecond: number;
  barePerSecond: number;
  ratio: number;
} {
  assert.deepEqual(cases.map(extended), cases.map(bare), 'both come to the same ends');
  const runs = (end: (request: Case) => string) => (times: number) => {
    let length = 0;
    for (let nth = 0; nth < times; nth++) length += end(cases[nth % cases.length] as Case).length;
    return length;
  };
  const { ours, theirs, ratio } = inRounds(
    rounds,
    { name: 'extend', run: runs(extended), count },
    { name: 'bare Temporal', run: runs(bare), count },
  );
  return {
    name: 'extend against bare Temporal',
    extendPerSecond: Math.round(ours.median),
    barePerSecond: Math.round(theirs.median),
    ratio,
  };
}

if (import.meta.main) console.log(extendBench());
