import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { addTerm, gainsADay, type TermStart } from '@leb-renew/core/term';
import outsideAdd from './vectors/outside-add.json' with { type: 'json' };

describe('addTerm, as published by others', () => {
  for (const row of outsideAdd)
    test(`${row.source}: ${row.start} + ${JSON.stringify(row.term)} in ${row.zone}`, () => {
      assert.equal(addTerm(row as TermStart), row.expect);
    });
});

describe('the end of a term', () => {
  const rows: readonly [why: string, asked: Partial<TermStart>, end: string][] = [
    ['is as many calendar months on', {}, '2026-02-28T00:00:00Z'],
    ['is the start’s own day again after a short month', { term: { months: 2 } }, '2026-03-31T00:00:00Z'],
    ['is a leap day where there is one', { start: '2028-01-31T00:00:00Z' }, '2028-02-29T00:00:00Z'],
    ['aims for the anchor day', { anchorDay: 15 }, '2026-02-15T00:00:00Z'],
    ['aims for the anchor day in a later month only', { anchorDay: 1 }, '2026-02-01T00:00:00Z'],
    [
      'takes null for an anchor that nobody kept',
      { anchorDay: null, anchorTime: null },
      '2026-02-28T00:00:00Z',
    ],
    ['falls on the anchor time', { anchorTime: '06:30:15' }, '2026-02-28T06:30:15Z'],
    ['falls on a fraction of a second', { anchorTime: '06:30:15.25' }, '2026-02-28T06:30:15.25Z'],
    ['of days aims for no day of the month', { term: { days: 30 }, anchorDay: 15 }, '2026-03-02T00:00:00Z'],
    [
      'of days falls on the anchor time',
      { term: { days: 30 }, anchorTime: '06:30:00' },
      '2026-03-02T06:30:00Z',
    ],
    ['crosses years', { start: '2026-12-31T23:59:59Z', term: { months: 14 } }, '2028-02-29T23:59:59Z'],
    [
      'is reckoned in the zone: the 1st in Shanghai is the last in UTC',
      { start: '2026-02-28T16:00:00Z', zone: 'Asia/Shanghai' },
      '2026-03-31T16:00:00Z',
    ],
    [
      'moves forward by half an hour in Lord Howe',
      { start: '2026-09-03T15:45:00Z', zone: 'Australia/Lord_Howe', anchorDay: 4, anchorTime: '02:15:00' },
      '2026-10-03T15:45:00Z',
    ],
    [
      'is the earlier of two in New York, 1 November 2026',
      { start: '2026-10-01T05:30:00Z', zone: 'America/New_York' },
      '2026-11-01T05:30:00Z',
    ],
    ['may be as long as the contract allows', { term: { months: 3_660 } }, '2331-01-31T00:00:00Z'],
    ['may be as many days as the contract allows', { term: { days: 3_660 } }, '2036-02-08T00:00:00Z'],
    ['may begin at an instant without seconds', { start: '2026-01-31T00:00Z' }, '2026-02-28T00:00:00Z'],
    ['may be in the last year there is', { start: '9999-11-30T00:00:00Z' }, '9999-12-30T00:00:00Z'],
  ];
  for (const [why, asked, end] of rows)
    test(why, () => {
      assert.equal(
        addTerm({ start: '2026-01-31T00:00:00Z', zone: 'UTC', term: { months: 1 }, ...asked }),
        end,
      );
    });
});

describe('a renewal is worth its money', () => {
  const gains: readonly [why: string, to: string, losesDays: number, worth: boolean][] = [
    ['when it loses nothing, however short', '2026-03-15T00:00:01Z', 0, true],
    ['when it loses days and gains one', '2026-03-16T00:00:00Z', 3, true],
    ['but not when it loses days and gains less', '2026-03-15T23:59:59.999Z', 3, false],
  ];
  for (const [why, to, losesDays, worth] of gains)
    test(why, () => assert.equal(gainsADay({ to, losesDays }, '2026-03-15T00:00:00Z'), worth));

  test('or it is misuse, where no instants are given', () => {
    const end = '2026-03-15T00:00:00Z';
    const rule = 'is "soon", must be an ISO 8601 instant with Z';
    const refuses = (call: () => unknown, message: string) =>
      assert.throws(call, { name: 'Misuse', message });
    refuses(() => gainsADay({ to: 'soon', losesDays: 0 }, end), `gainsADay: to ${rule}`);
    refuses(() => gainsADay({ to: end, losesDays: 0 }, 'soon'), `gainsADay: expiresAt ${rule}`);
    refuses(() => gainsADay(null as never, end), 'gainsADay is null, must be an object');
  });
});
