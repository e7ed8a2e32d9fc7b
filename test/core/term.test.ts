import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { addTerm, extend, gainsADay } from '@leb-renew/core/term';
import extensionRows from './vectors/extension-rows.json' with { type: 'json' };
import outsideAdd from './vectors/outside-add.json' with { type: 'json' };

const instant = (text: string | undefined) => (text === undefined ? undefined : Date.parse(text));

describe('addTerm', () => {
  for (const row of outsideAdd)
    test(`${row.source}: ${row.start} + ${JSON.stringify(row.term)} in ${row.zone}`, () => {
      const end = addTerm({ ...row, anchorDay: row.anchorDay ?? undefined });
      assert.equal(instant(end), instant(row.expect));
    });
});

describe('extend', () => {
  for (const row of extensionRows)
    test(`${row.id}: ${row.why}`, () => {
      const answer = extend({ ...row, policy: row.policy as never });
      if ('reject' in row.expect) {
        assert.equal('refused' in answer && answer.refused, row.expect.reject);
        assert.equal('would' in answer ? instant(answer.would) : undefined, instant(row.expect.would));
        return;
      }
      assert.ok('to' in answer);
      assert.equal(instant(answer.from), instant(row.expect.start));
      assert.equal(instant(answer.to), instant(row.expect.newExpiry));
      assert.equal(answer.anchorDay, row.expect.anchorAfter);
    });

  test('a card that restarts from now loses the paid days that were left', () => {
    const answer = extend({
      zone: 'UTC',
      expiresAt: '2026-12-31T00:00:00Z',
      anchorDay: 31,
      now: '2026-06-15T12:00:00Z',
      term: { months: 12 },
      policy: { active: 'restart' },
    });
    assert.deepEqual(answer, {
      from: '2026-06-15T12:00:00Z',
      to: '2027-06-15T12:00:00Z',
      basis: 'now',
      anchorDay: 15,
      losesDays: 198.5,
    });
  });

  const windows = { zone: 'UTC', expiresAt: '2026-03-15T00:00:00Z', anchorDay: 15, term: { months: 1 } };

  test('a window that has not opened says when it opens', () => {
    const answer = extend({ ...windows, now: '2026-02-01T00:00:00Z', policy: { opensBeforeDays: 30 } });
    assert.deepEqual(answer, { refused: 'not-open-yet', at: '2026-02-13T00:00:00Z' });
  });

  test('a window that has closed says until when', () => {
    const answer = extend({ ...windows, now: '2026-03-14T20:00:00Z', policy: { closesBeforeMinutes: 270 } });
    assert.deepEqual(answer, { refused: 'closed-until', at: '2026-03-15T00:00:00Z' });
  });

  test('no more terms wait than the supplier allows', () => {
    const policy = { active: 'queue', maxStacked: 2 } as const;
    assert.deepEqual(extend({ ...windows, now: '2026-03-01T00:00:00Z', policy, stacked: 2 }), {
      refused: 'max-stacked',
    });
    assert.ok('to' in extend({ ...windows, now: '2026-03-01T00:00:00Z', policy, stacked: 1 }));
  });

  test('a restart that adds less than a day is not worth selling', () => {
    const year = { zone: 'UTC', anchorDay: 15, term: { months: 12 }, policy: { active: 'restart' } } as const;
    const sold = (expiresAt: string) => {
      const answer = extend({ ...year, expiresAt, now: '2026-06-15T12:00:00Z' });
      assert.ok('to' in answer);
      return gainsADay(answer, expiresAt);
    };
    assert.deepEqual([sold('2027-06-15T11:59:00Z'), sold('2027-06-14T12:00:00Z')], [false, true]);
  });

  test('twelve monthly renewals from the 31st end where one yearly renewal does', () => {
    let card = { expiresAt: '2026-01-31T00:00:00Z', anchorDay: 31 };
    for (let month = 0; month < 12; month++) {
      const answer = extend({
        zone: 'UTC',
        now: card.expiresAt,
        ...card,
        term: { months: 1 },
        policy: { graceDays: 1 },
      });
      assert.ok('to' in answer);
      card = { expiresAt: answer.to, anchorDay: answer.anchorDay };
    }
    assert.equal(card.expiresAt, '2027-01-31T00:00:00Z');
  });

  test('misuse throws and names the value', () => {
    assert.throws(() => addTerm({ start: 'soon', zone: 'UTC', term: { months: 1 } }), RangeError);
    assert.throws(
      () => addTerm({ start: '2026-01-01T00:00:00Z', zone: 'Mars/Base', term: { months: 1 } }),
      RangeError,
    );
    assert.throws(
      () => addTerm({ start: '2026-01-01T00:00:00Z', zone: 'UTC', term: { days: 0 } }),
      /term of 0/,
    );
    assert.throws(
      () => addTerm({ start: '2026-01-01T00:00:00Z', zone: 'UTC', term: { months: 1 }, anchorDay: 32 }),
      /anchorDay is 32/,
    );
  });
});
