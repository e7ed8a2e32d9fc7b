import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import {
  addTerm,
  anchorOf,
  extend,
  type Extension,
  type ExtensionPolicy,
  type ExtensionRequest,
  type Refusal,
} from '@leb-renew/core/term';
import extensionRows from './vectors/extension-rows.json' with { type: 'json' };

describe('extend, as worked out by others', () => {
  for (const row of extensionRows)
    test(`${row.id}: ${row.why}`, () => {
      const answer = extend({ ...row, policy: row.policy as ExtensionPolicy });
      if ('reject' in row.expect) {
        const { reject: refused, would } = row.expect;
        assert.deepEqual(answer, would === undefined ? { refused } : { refused, would });
        return;
      }
      const { start: from, newExpiry: to, anchorAfter: anchorDay } = row.expect;
      assert.deepEqual(answer, { ...answer, from, to, anchorDay });
    });
});

/** A card of a month plan: ends on 15 March 2026 at midnight in UTC, renewed two weeks before. */
const card: ExtensionRequest = {
  zone: 'UTC',
  expiresAt: '2026-03-15T00:00:00Z',
  anchorDay: 15,
  now: '2026-03-01T09:00:00Z',
  term: { months: 1 },
  policy: {},
};

interface Row {
  readonly why: string;
  readonly asked: Partial<ExtensionRequest>;
  /** The effect, where it differs from a month more on the 15th; or the whole refusal. */
  readonly answer: Partial<Extension> | Refusal;
}

const month: Extension = {
  from: '2026-03-15T00:00:00Z',
  to: '2026-04-15T00:00:00Z',
  basis: 'expiry',
  anchorDay: 15,
  losesDays: 0,
};
const monthFrom = (from: string, to: string, anchorDay: number): Extension => ({
  from,
  to,
  basis: 'now',
  anchorDay,
  losesDays: 0,
});

function rows(title: string, decisions: readonly Row[]): void {
  describe(title, () => {
    for (const { why, asked, answer } of decisions)
      test(why, () => {
        const expected = 'refused' in answer ? answer : { ...month, ...answer };
        assert.deepEqual(extend({ ...card, ...asked }), expected);
      });
  });
}

rows('a renewal before the end', [
  { why: 'adds to the end when no policy says otherwise', asked: {}, answer: {} },
  {
    why: 'has the dates of a stacked one when it queues: only the supplier keeps them apart',
    asked: { policy: { active: 'queue' } },
    answer: {},
  },
  {
    why: 'still adds to the end a millisecond before it',
    asked: { now: '2026-03-14T23:59:59.999Z' },
    answer: {},
  },
  {
    why: 'is over exactly at the end, because periods are half-open: the term starts now',
    asked: { now: '2026-03-15T00:00:00Z', anchorDay: 31 },
    answer: { basis: 'now' },
  },
  {
    why: 'tells instants apart to the nanosecond',
    asked: { expiresAt: '2026-03-15T00:00:00.000000001Z', now: '2026-03-15T00:00:00Z', anchorDay: 31 },
    answer: {
      from: '2026-03-15T00:00:00.000000001Z',
      to: '2026-04-30T00:00:00.000000001Z',
      anchorDay: 31,
    },
  },
  {
    why: 'writes instants one way, however they were written',
    asked: { expiresAt: '2026-03-15T00:00:00.000Z' },
    answer: {},
  },
  {
    why: 'takes null for what is left out, as JSON does',
    asked: { anchorTime: null, stacked: null, policy: { recoverDays: null } as never },
    answer: {},
  },
  {
    why: 'comes back to the anchor day after a short month',
    asked: { expiresAt: '2026-02-28T00:00:00Z', anchorDay: 31, now: '2026-02-20T00:00:00Z' },
    answer: { from: '2026-02-28T00:00:00Z', to: '2026-03-31T00:00:00Z', anchorDay: 31 },
  },
  {
    why: 'forgets the anchor day when the supplier drifts, and says so (A08)',
    asked: {
      expiresAt: '2026-02-28T00:00:00Z',
      anchorDay: 31,
      now: '2026-02-20T00:00:00Z',
      policy: { anchor: 'drift' },
    },
    answer: { from: '2026-02-28T00:00:00Z', to: '2026-03-28T00:00:00Z', anchorDay: 28 },
  },
  {
    why: 'takes the day it clamped to for the anchor when the supplier drifts',
    asked: {
      expiresAt: '2026-01-31T00:00:00Z',
      anchorDay: 31,
      now: '2026-01-20T00:00:00Z',
      policy: { anchor: 'drift' },
    },
    answer: { from: '2026-01-31T00:00:00Z', to: '2026-02-28T00:00:00Z', anchorDay: 28 },
  },
  {
    why: 'finds 29 February again after three years (A13 to A15)',
    asked: {
      expiresAt: '2031-02-28T00:00:00Z',
      anchorDay: 29,
      now: '2031-02-01T00:00:00Z',
      term: { months: 12 },
    },
    answer: { from: '2031-02-28T00:00:00Z', to: '2032-02-29T00:00:00Z', anchorDay: 29 },
  },
  {
    why: 'starts again from now where the supplier restarts, and tells what that drops',
    asked: { policy: { active: 'restart' }, term: { months: 12 } },
    answer: {
      from: '2026-03-01T09:00:00Z',
      to: '2027-03-01T09:00:00Z',
      basis: 'now',
      anchorDay: 1,
      losesDays: 13.625,
    },
  },
  {
    why: 'is refused where a restart would end before the old end',
    asked: { policy: { active: 'restart' }, term: { days: 13 } },
    answer: { refused: 'would-shorten', would: '2026-03-14T09:00:00Z' },
  },
  {
    why: 'is refused where a restart would end exactly at the old end: money for nothing',
    asked: { policy: { active: 'restart' }, now: '2026-02-15T00:00:00Z' },
    answer: { refused: 'would-shorten', would: '2026-03-15T00:00:00Z' },
  },
  {
    why: 'is sold where a restart ends a second after the old end',
    asked: { policy: { active: 'restart' }, now: '2026-02-15T00:00:01Z' },
    answer: {
      from: '2026-02-15T00:00:01Z',
      to: '2026-03-15T00:00:01Z',
      basis: 'now',
      losesDays: 28 - 1 / 86_400,
    },
  },
  {
    why: 'drops the anchor of a card that restarts, its time too',
    asked: { policy: { active: 'restart' }, term: { months: 3 }, anchorTime: '06:00:00' },
    answer: {
      from: '2026-03-01T09:00:00Z',
      to: '2026-06-01T09:00:00Z',
      basis: 'now',
      anchorDay: 1,
      losesDays: 13.625,
    },
  },
  {
    why: 'counts what a restart drops in local days: all of March, though it is an hour short',
    asked: {
      zone: 'Europe/Berlin',
      expiresAt: '2026-03-31T22:00:00Z',
      now: '2026-02-28T23:00:00Z',
      anchorDay: 1,
      term: { months: 12 },
      policy: { active: 'restart' },
    },
    answer: {
      from: '2026-02-28T23:00:00Z',
      to: '2027-02-28T23:00:00Z',
      basis: 'now',
      anchorDay: 1,
      losesDays: 31,
    },
  },
]);

rows('a term in days', [
  {
    why: 'counts local days, and its end is the new anchor (G01)',
    asked: { term: { days: 30 } },
    answer: { to: '2026-04-14T00:00:00Z', anchorDay: 14 },
  },
  {
    why: 'of 365 is not a year (G02)',
    asked: {
      expiresAt: '2027-03-01T00:00:00Z',
      anchorDay: 1,
      now: '2027-02-01T00:00:00Z',
      term: { days: 365 },
    },
    answer: { from: '2027-03-01T00:00:00Z', to: '2028-02-29T00:00:00Z', anchorDay: 29 },
  },
  {
    why: 'has the same dates where the supplier drifts: days aim for no day of the month',
    asked: { term: { days: 30 }, policy: { anchor: 'drift' } },
    answer: { to: '2026-04-14T00:00:00Z', anchorDay: 14 },
  },
  {
    why: 'lasts an hour less over the start of summer time, and ends at midnight',
    asked: {
      zone: 'Europe/Berlin',
      expiresAt: '2026-03-28T23:00:00Z',
      anchorDay: 29,
      now: '2026-03-20T00:00:00Z',
      term: { days: 1 },
    },
    answer: { from: '2026-03-28T23:00:00Z', to: '2026-03-29T22:00:00Z', anchorDay: 30 },
  },
  {
    why: 'takes its end for the anchor after a restart too',
    asked: { term: { days: 30 }, policy: { active: 'restart' } },
    answer: {
      from: '2026-03-01T09:00:00Z',
      to: '2026-03-31T09:00:00Z',
      basis: 'now',
      anchorDay: 31,
      losesDays: 13.625,
    },
  },
]);

const berlinGap = {
  zone: 'Europe/Berlin',
  expiresAt: '2026-02-28T01:30:00Z',
  anchorDay: 29,
  now: '2026-02-10T00:00:00Z',
};
const afterGap = {
  zone: 'Europe/Berlin',
  expiresAt: '2026-03-29T01:30:00Z',
  anchorDay: 29,
  now: '2026-03-10T00:00:00Z',
};

rows('the wall time of the anchor', [
  {
    why: 'moves forward where clocks skip it (D02)',
    asked: berlinGap,
    answer: { from: '2026-02-28T01:30:00Z', to: '2026-03-29T01:30:00Z', anchorDay: 29 },
  },
  {
    why: 'comes back after clocks skipped it, when it is kept',
    asked: { ...afterGap, anchorTime: '02:30:00' },
    answer: { from: '2026-03-29T01:30:00Z', to: '2026-04-29T00:30:00Z', anchorDay: 29 },
  },
  {
    why: 'stays where it was moved to when nobody kept it',
    asked: afterGap,
    answer: { from: '2026-03-29T01:30:00Z', to: '2026-04-29T01:30:00Z', anchorDay: 29 },
  },
  {
    why: 'is forgotten like the day where the supplier drifts',
    asked: { ...afterGap, anchorTime: '02:30:00', policy: { anchor: 'drift' } },
    answer: { from: '2026-03-29T01:30:00Z', to: '2026-04-29T01:30:00Z', anchorDay: 29 },
  },
  {
    why: 'holds for days as well',
    asked: { ...afterGap, anchorTime: '02:30:00', term: { days: 1 } },
    answer: { from: '2026-03-29T01:30:00Z', to: '2026-03-30T00:30:00Z', anchorDay: 30 },
  },
  {
    why: 'is the earlier of two where clocks show it twice',
    asked: {
      zone: 'Europe/Berlin',
      expiresAt: '2026-09-25T00:30:00Z',
      anchorDay: 25,
      now: '2026-09-01T00:00:00Z',
    },
    answer: { from: '2026-09-25T00:30:00Z', to: '2026-10-25T00:30:00Z', anchorDay: 25 },
  },
  {
    why: 'is midnight of the next day where a day is skipped: Apia had no 30 December 2011',
    asked: {
      zone: 'Pacific/Apia',
      expiresAt: '2011-11-30T10:00:00Z',
      anchorDay: 30,
      now: '2011-11-20T00:00:00Z',
    },
    answer: { from: '2011-11-30T10:00:00Z', to: '2011-12-30T10:00:00Z', anchorDay: 30 },
  },
  {
    why: 'is one o’clock where a day has no midnight',
    asked: {
      zone: 'America/Sao_Paulo',
      expiresAt: '2017-09-15T03:00:00Z',
      anchorDay: 15,
      now: '2017-09-01T00:00:00Z',
    },
    answer: { from: '2017-09-15T03:00:00Z', to: '2017-10-15T03:00:00Z', anchorDay: 15 },
  },
]);

const late = (now: string, policy: ExtensionPolicy): Partial<ExtensionRequest> => ({ now, policy });

rows('a renewal after the end', [
  {
    why: 'adds to the old end in grace, because service was on: no free days (B02)',
    asked: late('2026-03-20T08:30:00Z', { graceDays: 7 }),
    answer: {},
  },
  {
    why: 'starts now in grace where service was off: nobody pays for what did not work (B03)',
    asked: late('2026-03-20T08:30:00Z', { graceDays: 7, grace: 'from-now' }),
    answer: monthFrom('2026-03-20T08:30:00Z', '2026-04-20T08:30:00Z', 20),
  },
  {
    why: 'is in grace from the very end on (B05)',
    asked: late('2026-03-15T00:00:00Z', { graceDays: 7, grace: 'from-expiry' }),
    answer: {},
  },
  {
    why: 'is in grace until a millisecond before its end',
    asked: late('2026-03-21T23:59:59.999Z', { graceDays: 7 }),
    answer: {},
  },
  {
    why: 'starts now once grace is over',
    asked: late('2026-03-22T00:00:00Z', { graceDays: 7 }),
    answer: monthFrom('2026-03-22T00:00:00Z', '2026-04-22T00:00:00Z', 22),
  },
  {
    why: 'knows no grace unless a policy does',
    asked: late('2026-03-15T00:00:00.001Z', {}),
    answer: monthFrom('2026-03-15T00:00:00.001Z', '2026-04-15T00:00:00.001Z', 15),
  },
  {
    why: 'counts grace in local days: an hour less over the start of summer time',
    asked: {
      ...late('2026-03-31T21:59:59Z', { graceDays: 7 }),
      zone: 'Europe/Berlin',
      expiresAt: '2026-03-24T23:00:00Z',
      anchorDay: 25,
    },
    answer: { from: '2026-03-24T23:00:00Z', to: '2026-04-24T22:00:00Z', anchorDay: 25 },
  },
  {
    why: 'is out of grace an hour earlier by the clock of UTC then',
    asked: {
      ...late('2026-03-31T22:00:00Z', { graceDays: 7 }),
      zone: 'Europe/Berlin',
      expiresAt: '2026-03-24T23:00:00Z',
      anchorDay: 25,
    },
    answer: monthFrom('2026-03-31T22:00:00Z', '2026-04-30T22:00:00Z', 1),
  },
  {
    why: 'adds to the old end in grace even where a supplier restarts what is active',
    asked: late('2026-03-20T08:30:00Z', { active: 'restart', graceDays: 7 }),
    answer: {},
  },
  {
    why: 'loses nothing when it starts now: what is over was used',
    asked: late('2026-03-20T08:30:00Z', { active: 'restart' }),
    answer: monthFrom('2026-03-20T08:30:00Z', '2026-04-20T08:30:00Z', 20),
  },
  {
    why: 'keeps no anchor where a supplier drifts: the end it clamped to is the new one',
    asked: { ...late('2026-03-31T00:00:00Z', { anchor: 'drift' }), anchorDay: 15 },
    answer: monthFrom('2026-03-31T00:00:00Z', '2026-04-30T00:00:00Z', 30),
  },
  {
    why: 'takes the day it starts for the anchor where the anchor sticks, though the end was clamped',
    asked: { ...late('2026-03-31T00:00:00Z', { anchor: 'sticky' }), anchorDay: 15 },
    answer: monthFrom('2026-03-31T00:00:00Z', '2026-04-30T00:00:00Z', 31),
  },
  {
    why: 'ends at the wall time at which it started, whatever the anchor was',
    asked: { ...late('2026-03-25T10:00:00Z', {}), anchorTime: '06:00:00' },
    answer: monthFrom('2026-03-25T10:00:00Z', '2026-04-25T10:00:00Z', 25),
  },
  {
    why: 'is refused where a long grace would sell a month that is over already',
    asked: late('2026-05-01T00:00:00Z', { graceDays: 60 }),
    answer: { refused: 'would-shorten', would: '2026-04-15T00:00:00Z' },
  },
  {
    why: 'is refused where it would end exactly now',
    asked: late('2026-04-15T00:00:00Z', { graceDays: 60 }),
    answer: { refused: 'would-shorten', would: '2026-04-15T00:00:00Z' },
  },
  {
    why: 'is sold where it ends a second from now: the plan page says when',
    asked: late('2026-04-14T23:59:59Z', { graceDays: 60 }),
    answer: {},
  },
]);

rows('a number that is gone', [
  {
    why: 'is refused from the first moment on',
    asked: late('2026-06-13T00:00:00Z', { recoverDays: 90 }),
    answer: { refused: 'terminated' },
  },
  {
    why: 'is still renewed a millisecond before, from now (B07)',
    asked: late('2026-06-12T23:59:59.999Z', { graceDays: 7, recoverDays: 90 }),
    answer: monthFrom('2026-06-12T23:59:59.999Z', '2026-07-12T23:59:59.999Z', 12),
  },
  {
    why: 'is counted in local days: an hour less over the start of summer time',
    asked: {
      ...late('2026-03-31T22:00:00Z', { recoverDays: 7 }),
      zone: 'Europe/Berlin',
      expiresAt: '2026-03-24T23:00:00Z',
    },
    answer: { refused: 'terminated' },
  },
  {
    why: 'is gone at the end where nothing is recovered',
    asked: late('2026-03-15T00:00:00Z', { recoverDays: 0 }),
    answer: { refused: 'terminated' },
  },
  {
    why: 'is not gone before the end',
    asked: late('2026-03-14T23:59:59.999Z', { recoverDays: 0 }),
    answer: {},
  },
  {
    why: 'is gone even in a grace that is longer',
    asked: late('2026-03-20T00:00:00Z', { graceDays: 7, recoverDays: 5 }),
    answer: { refused: 'terminated' },
  },
  {
    why: 'is gone before any other reason is asked for',
    asked: {
      ...late('2026-06-13T00:00:00Z', {
        recoverDays: 90,
        horizonMonths: 1,
        opensBeforeDays: 1,
        closesBeforeMinutes: 60,
        maxStacked: 0,
      }),
      term: { months: 24 },
    },
    answer: { refused: 'terminated' },
  },
]);

rows('a window', [
  {
    why: 'opens so many days before the end, and says when',
    asked: late('2026-02-12T23:59:59.999Z', { opensBeforeDays: 30 }),
    answer: { refused: 'not-open-yet', at: '2026-02-13T00:00:00Z' },
  },
  { why: 'is open when it opens', asked: late('2026-02-13T00:00:00Z', { opensBeforeDays: 30 }), answer: {} },
  {
    why: 'opens by local days: over the start of summer time an hour later in UTC',
    asked: {
      ...late('2026-03-28T22:59:59Z', { opensBeforeDays: 2 }),
      zone: 'Europe/Berlin',
      expiresAt: '2026-03-30T22:00:00Z',
    },
    answer: { refused: 'not-open-yet', at: '2026-03-28T23:00:00Z' },
  },
  {
    why: 'of no days opens at the end, for a supplier that renews nothing early',
    asked: late('2026-03-14T00:00:00Z', { opensBeforeDays: 0 }),
    answer: { refused: 'not-open-yet', at: '2026-03-15T00:00:00Z' },
  },
  {
    why: 'closes so many minutes before the end, and says until when',
    asked: late('2026-03-14T19:30:00Z', { closesBeforeMinutes: 270 }),
    answer: { refused: 'closed-until', at: '2026-03-15T00:00:00Z' },
  },
  {
    why: 'is open a millisecond before it closes',
    asked: late('2026-03-14T19:29:59.999Z', { closesBeforeMinutes: 270 }),
    answer: {},
  },
  {
    why: 'is open again at the end, and in grace',
    asked: late('2026-03-15T00:00:00Z', { closesBeforeMinutes: 270, graceDays: 1 }),
    answer: {},
  },
  {
    why: 'of no minutes never closes',
    asked: late('2026-03-14T23:59:59.999Z', { closesBeforeMinutes: 0 }),
    answer: {},
  },
  {
    why: 'counts minutes, not wall time: clocks that go forward take an hour from it',
    asked: {
      ...late('2026-03-29T00:59:59Z', { closesBeforeMinutes: 60 }),
      zone: 'Europe/Berlin',
      expiresAt: '2026-03-29T02:00:00Z',
      anchorDay: 29,
    },
    answer: { from: '2026-03-29T02:00:00Z', to: '2026-04-29T02:00:00Z', anchorDay: 29 },
  },
  {
    why: 'does not matter after the end',
    asked: late('2026-03-20T00:00:00Z', { opensBeforeDays: 0, closesBeforeMinutes: 270 }),
    answer: monthFrom('2026-03-20T00:00:00Z', '2026-04-20T00:00:00Z', 20),
  },
  {
    why: 'that is not open is said before one that closes',
    asked: late('2026-03-14T00:00:00Z', { opensBeforeDays: 0, closesBeforeMinutes: 1_440 }),
    answer: { refused: 'not-open-yet', at: '2026-03-15T00:00:00Z' },
  },
  {
    why: 'is asked for before what a restart would give',
    asked: late('2026-03-01T09:00:00Z', { active: 'restart', opensBeforeDays: 2, horizonMonths: 1 }),
    answer: { refused: 'not-open-yet', at: '2026-03-13T00:00:00Z' },
  },
]);

rows('a queue', [
  {
    why: 'is full when as many wait as may',
    asked: { policy: { active: 'queue', maxStacked: 2 }, stacked: 2 },
    answer: { refused: 'max-stacked' },
  },
  {
    why: 'has room for one more',
    asked: { policy: { active: 'queue', maxStacked: 2 }, stacked: 1 },
    answer: {},
  },
  {
    why: 'is full when more wait than may',
    asked: { policy: { maxStacked: 2 }, stacked: 3 },
    answer: { refused: 'max-stacked' },
  },
  {
    why: 'of none takes none, though nothing waits',
    asked: { policy: { maxStacked: 0 } },
    answer: { refused: 'max-stacked' },
  },
  { why: 'is empty unless somebody says what waits', asked: { policy: { maxStacked: 1 } }, answer: {} },
  { why: 'has no end unless a policy sets one', asked: { stacked: 3_660 }, answer: {} },
  {
    why: 'does not matter after the end: nothing waits then',
    asked: { ...late('2026-03-20T00:00:00Z', { graceDays: 7, maxStacked: 1 }), stacked: 1 },
    answer: {},
  },
  {
    why: 'does not matter to a restart, which waits behind nothing',
    asked: { policy: { active: 'restart', maxStacked: 1 }, stacked: 1 },
    answer: {
      from: '2026-03-01T09:00:00Z',
      to: '2026-04-01T09:00:00Z',
      basis: 'now',
      anchorDay: 1,
      losesDays: 13.625,
    },
  },
  {
    why: 'that is full is said after a window that is closed, and before a horizon',
    asked: { policy: { maxStacked: 0, horizonMonths: 1 } },
    answer: { refused: 'max-stacked' },
  },
  {
    why: 'that is full is not said while the window is closed: that ends first',
    asked: { now: '2026-03-14T23:00:00Z', policy: { maxStacked: 0, closesBeforeMinutes: 120 } },
    answer: { refused: 'closed-until', at: '2026-03-15T00:00:00Z' },
  },
]);

rows('a horizon', [
  {
    why: 'refuses what ends after it, and says when that would be',
    asked: { policy: { horizonMonths: 1 } },
    answer: { refused: 'beyond-horizon', would: '2026-04-15T00:00:00Z' },
  },
  {
    why: 'allows what ends exactly at it',
    asked: { now: '2026-02-15T00:00:00Z', policy: { horizonMonths: 2 } },
    answer: {},
  },
  {
    why: 'refuses what ends a millisecond after it',
    asked: { now: '2026-02-14T23:59:59.999Z', policy: { horizonMonths: 2 } },
    answer: { refused: 'beyond-horizon', would: '2026-04-15T00:00:00Z' },
  },
  {
    why: 'is counted from now by the calendar, so a restart of as many months always fits',
    asked: {
      now: '2026-01-31T00:00:00Z',
      policy: { active: 'restart', horizonMonths: 3 },
      term: { months: 3 },
    },
    answer: {
      from: '2026-01-31T00:00:00Z',
      to: '2026-04-30T00:00:00Z',
      basis: 'now',
      anchorDay: 31,
      losesDays: 43,
    },
  },
  {
    why: 'holds in grace and after it too',
    asked: { ...late('2026-03-20T00:00:00Z', { horizonMonths: 11 }), term: { months: 12 } },
    answer: { refused: 'beyond-horizon', would: '2027-03-20T00:00:00Z' },
  },
  {
    why: 'is asked for last: a restart that shortens says so first',
    asked: {
      now: '2026-01-01T00:00:00Z',
      policy: { active: 'restart', horizonMonths: 1 },
      term: { days: 40 },
    },
    answer: { refused: 'would-shorten', would: '2026-02-10T00:00:00Z' },
  },
]);

describe('the anchor to keep', () => {
  const anchors: readonly [why: string, instant: string, zone: string, day: number, time: string][] = [
    [
      'after three days of goodwill is the new end’s own (I01)',
      '2026-03-18T00:00:00Z',
      'UTC',
      18,
      '00:00:00',
    ],
    [
      'is local: the 31st in Shanghai while UTC has the 30th',
      '2026-01-30T16:00:00Z',
      'Asia/Shanghai',
      31,
      '00:00:00',
    ],
    ['has seconds', '2026-03-25T10:11:12Z', 'UTC', 25, '10:11:12'],
    ['has a fraction where the instant has one', '2026-03-25T10:11:12.345Z', 'UTC', 25, '10:11:12.345'],
    ['is summer time in summer', '2026-07-01T00:30:00Z', 'Europe/Berlin', 1, '02:30:00'],
  ];
  for (const [why, instant, zone, anchorDay, anchorTime] of anchors)
    test(why, () => assert.deepEqual(anchorOf(instant, zone), { anchorDay, anchorTime }));

  test('leads an end back to itself', () => {
    const end = '2026-01-31T16:11:12.345Z';
    const month = addTerm({
      start: '2025-12-01T00:00:00Z',
      zone: 'Asia/Shanghai',
      term: { months: 2 },
      ...anchorOf(end, 'Asia/Shanghai'),
    });
    assert.equal(month, end);
  });
});
