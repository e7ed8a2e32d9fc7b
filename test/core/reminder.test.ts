import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from '../chance.ts';
import ICAL from 'ical.js';
import { Misuse } from '@leb-renew/core';
import { noticeDays, reminderFile, type Reminder } from '@leb-renew/core/reminder';
import { addTerm } from '@leb-renew/core/term';

const reminder: Reminder = {
  cardRef: 'card-1',
  expiresAt: '2026-12-31T16:00:00Z',
  zone: 'Asia/Shanghai',
  sequence: 3,
  madeAt: '2026-11-20T08:00:00.123Z',
  summary: 'LEB Global card ends',
  description: 'Works until 31 December 2026.',
  notices: [30, 7, 1].map((days) => ({ days, summary: `LEB Global card ends in ${days} days` })),
  url: 'https://shop.example/renew?card=card-1',
};

/** Makes the file and reads it back with a parser that is not ours. */
function setup(more: Partial<Reminder> = {}) {
  // As it is on disk: half a character would not come back from there.
  const file = Buffer.from(reminderFile({ ...reminder, ...more })).toString();
  const calendar = new ICAL.Component(ICAL.parse(file) as unknown[]);
  const read = (name: string, of: ICAL.Component) => of.getFirstPropertyValue(name)?.toString();
  const events = calendar.getAllSubcomponents('vevent').map((component) => {
    const start = read('dtstart', component);
    return {
      component,
      uid: read('uid', component),
      start,
      summary: read('summary', component),
      /** When and with which words it rings. */
      rings: component.getAllSubcomponents('valarm').map((alarm) => {
        const trigger = alarm.getFirstPropertyValue('trigger') as ICAL.Duration;
        const at = Date.parse(start ?? '') + trigger.toSeconds() * 1_000;
        return [new Date(at).toISOString(), read('description', alarm), read('action', alarm)];
      }),
    };
  });
  const [main] = events;
  if (main === undefined) throw new Error(file);
  return {
    file,
    lines: file.split('\r\n'),
    calendar,
    events,
    main,
    read: (name: string) => read(name, main.component),
    readAll: (name: string) => events.map(({ component }) => read(name, component)),
  };
}

describe('a reminder file', () => {
  test('is a published calendar: the end, and an event for each notice but the one a week before', () => {
    const { calendar, events, readAll } = setup();
    assert.equal(calendar.getFirstPropertyValue('version'), '2.0');
    assert.equal(calendar.getFirstPropertyValue('prodid'), '-//LEB Renew//Reminder//EN');
    assert.equal(calendar.getFirstPropertyValue('calscale'), 'GREGORIAN');
    assert.equal(calendar.getFirstPropertyValue('method'), 'PUBLISH');
    assert.deepEqual(
      events.map(({ uid, start, summary }) => [uid, start, summary]),
      [
        ['card-1@leb-renew', '2026-12-31T16:00:00Z', 'LEB Global card ends'],
        ['card-1.30@leb-renew', '2026-12-01T01:00:00Z', 'LEB Global card ends in 30 days'],
        ['card-1.1@leb-renew', '2026-12-30T01:00:00Z', 'LEB Global card ends in 1 days'],
      ],
    );
    assert.deepEqual(new Set(readAll('transp')), new Set(['TRANSPARENT']));
    assert.deepEqual(new Set(readAll('status')), new Set(['CONFIRMED']));
    assert.deepEqual(new Set(readAll('description')), new Set([reminder.description]));
    assert.deepEqual(new Set(readAll('url')), new Set([reminder.url]));
  });

  test('rings once for each event, at nine in the morning where the card is: Outlook keeps one alarm', () => {
    assert.deepEqual(
      setup().events.map(({ rings }) => rings),
      [
        [['2026-12-24T01:00:00.000Z', 'LEB Global card ends in 7 days', 'DISPLAY']],
        [['2026-12-01T01:00:00.000Z', 'LEB Global card ends in 30 days', 'DISPLAY']],
        [['2026-12-30T01:00:00.000Z', 'LEB Global card ends in 1 days', 'DISPLAY']],
      ],
    );
  });

  test('rings at nine on both sides of a clock change', () => {
    const { events } = setup({
      zone: 'Europe/Berlin',
      expiresAt: '2027-03-31T22:00:00Z',
      notices: [30, 7, 3, 1].map((days) => ({ days, summary: 'x' })),
    });
    assert.deepEqual(
      events.map(({ rings: [ring] }) => ring?.[0]),
      [
        '2027-03-24T08:00:00.000Z',
        '2027-03-01T08:00:00.000Z',
        '2027-03-28T07:00:00.000Z',
        '2027-03-30T07:00:00.000Z',
      ],
    );
  });

  test('rings in a whole minute, for an end that is in none', () => {
    const { file } = setup({ zone: 'UTC', expiresAt: '2026-12-31T23:59:59.500Z' });
    assert.match(file, /^DTSTART:20261231T235959Z\r$/m);
    assert.match(file, /^TRIGGER:-PT10980M\r$/m);
    assert.match(file, /^TRIGGER:-PT0M\r$/m);
  });

  test('leaves out what is past when it is made, and what would come after the end', () => {
    const starts = (more: Partial<Reminder>) =>
      setup(more).events.flatMap(({ start, rings }) => [start, ...rings.map(([at]) => `rings ${at}`)]);
    const end = '2026-12-31T16:00:00Z';
    assert.deepEqual(starts({ madeAt: '2026-12-01T01:00:00Z' }), [
      end,
      'rings 2026-12-24T01:00:00.000Z',
      '2026-12-30T01:00:00Z',
      'rings 2026-12-30T01:00:00.000Z',
    ]);
    assert.deepEqual(starts({ madeAt: '2026-12-01T00:59:59Z' }).length, 6);
    assert.deepEqual(starts({ madeAt: '2026-12-24T01:00:00Z' }), [
      end,
      '2026-12-30T01:00:00Z',
      'rings 2026-12-30T01:00:00.000Z',
    ]);
    assert.deepEqual(starts({ madeAt: '2026-12-31T15:00:00Z' }), [end]);
    assert.deepEqual(starts({ notices: [] }), [end]);
    // On the last day itself: nine is before the end, or it is not.
    const lastDay = [{ days: 0, summary: 'today' }];
    assert.equal(starts({ notices: lastDay }).length, 3);
    assert.deepEqual(starts({ notices: lastDay, expiresAt: '2026-12-31T01:00:00Z' }), [
      '2026-12-31T01:00:00Z',
    ]);
  });

  test('says when, in UTC, whatever the zone of the reader', () => {
    const { file } = setup();
    assert.match(file, /^DTSTART:20261231T160000Z\r$/m);
    assert.match(file, /^DTSTAMP:20261120T080000Z\r$/m);
  });

  test('replaces the older file of the same card, event by event', () => {
    const renewed = setup({ sequence: 4, expiresAt: '2027-12-31T16:00:00Z' });
    assert.deepEqual(renewed.readAll('uid'), setup().readAll('uid'));
    assert.deepEqual(renewed.readAll('sequence'), ['4', '4', '4']);
    const other = setup({ cardRef: 'card-2' }).readAll('uid');
    assert.ok(other.every((uid) => !setup().readAll('uid').includes(uid)));
  });

  test('takes every event back when the card is gone, those that are past too, and rings no more', () => {
    const { events, readAll } = setup({ cancelled: true, madeAt: '2026-12-31T15:00:00Z', sequence: 4 });
    assert.deepEqual(readAll('uid'), setup().readAll('uid'));
    assert.deepEqual(readAll('status'), ['CANCELLED', 'CANCELLED', 'CANCELLED']);
    assert.deepEqual(
      events.flatMap(({ rings }) => rings),
      [],
    );
    assert.equal(setup({ cancelled: false }).file, setup().file);
  });

  test('leaves the address out when there is none', () => {
    assert.ok(!setup({ url: null }).file.includes('URL'));
  });

  test('ends every line with CRLF, the last one too, and no line any other way', () => {
    const { file } = setup({ description: 'one\ntwo\r\nthree\rfour' });
    assert.ok(file.endsWith('END:VCALENDAR\r\n'));
    assert.ok(!/[^\r]\n|\r[^\n]/.test(file));
  });

  test('escapes what would end a value: , ; \\ and line breaks', () => {
    const { file } = setup({ description: 'a,b;c\\d\ne\r\nf\rg' });
    assert.match(file, /^DESCRIPTION:a\\,b\\;c\\\\d\\ne\\nf\\ng\r$/m);
  });

  test('has no control characters but tabs', () => {
    const { read, file } = setup({ summary: 'a\0b\x07c\td\x1be\x7ff', url: 'https://a.example/\0 \x7fb' });
    assert.equal(read('summary'), 'abc\tdef');
    assert.match(file, /^URL:https:\/\/a.example\/%00%20%7Fb\r$/m);
  });

  test('cannot be made to say more by a label or an address with line breaks in it', () => {
    const more = 'x\r\nATTENDEE:mailto:a@b.example';
    const { events, file } = setup({ summary: more, url: more, notices: [{ days: 7, summary: more }] });
    assert.ok(events.every(({ component }) => component.getFirstProperty('attendee') === null));
    assert.ok(!/^ATTENDEE/m.test(file));
  });

  /** Whole characters of every kind; what has no place in a calendar is a line break. */
  const texts = fc
    .string({ unit: 'grapheme', maxLength: 300 })
    .map((text) => text.replaceAll(/\p{Cc}/gu, '\n'));

  test('is folded at 75 octets, between characters', () => {
    fc.assert(
      fc.property(texts, texts, fc.webUrl(), (description, summary, url) => {
        const { lines } = setup({ description, url, notices: [{ days: 7, summary }] });
        for (const line of lines) {
          assert.ok(Buffer.byteLength(line) <= 75);
          assert.ok(!line.includes('\u{fffd}') && !/[\r\n]/.test(line));
        }
      }),
    );
  });

  test('is folded at 75 octets for text that is no text: halves of characters', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (description) => {
        for (const line of setup({ description: `\ud83c${description}\udf0d\ud83c` }).lines)
          assert.ok(Buffer.byteLength(line) <= 75);
      }),
    );
  });

  test('uses the room it has: a line that fits is not folded, one octet more is', () => {
    const room = 75 - 'SUMMARY:'.length;
    assert.ok(setup({ summary: 'x'.repeat(room) }).lines.includes(`SUMMARY:${'x'.repeat(room)}`));
    assert.ok(setup({ summary: 'x'.repeat(room + 1) }).lines.includes(` x`));
    // 74 octets of its own and the space that marks it: two characters of three octets would make 77.
    assert.ok(setup({ summary: '续'.repeat(60) }).lines.includes(` ${'续'.repeat(24)}`));
    assert.ok(setup({ summary: '🌍'.repeat(60) }).lines.includes(` ${'🌍'.repeat(18)}`));
    for (const [least, octets] of [
      ['\u0080', 2],
      ['\u0800', 3],
      ['\u{10000}', 4],
    ] as const)
      assert.ok(
        setup({ summary: least.repeat(90) }).lines.includes(` ${least.repeat(Math.floor(74 / octets))}`),
      );
  });

  test('reads back as it was written', () => {
    fc.assert(
      fc.property(texts, texts, texts, (summary, description, notice) => {
        const { read, events } = setup({ summary, description, notices: [{ days: 1, summary: notice }] });
        assert.equal(read('summary') ?? '', summary);
        assert.equal(read('description') ?? '', description);
        assert.equal(events[1]?.summary ?? '', notice);
      }),
    );
  });

  test('rings on the day that has so many days left, at nine, in any zone', () => {
    const zones = [
      'Europe/Berlin',
      'Asia/Shanghai',
      'America/New_York',
      'America/Sao_Paulo',
      'Asia/Kathmandu',
    ];
    const ends = fc
      .date({
        min: new Date('2015-01-01T00:00:00Z'),
        max: new Date('2030-01-01T00:00:00Z'),
        noInvalidDate: true,
      })
      .map((date) => date.toISOString());
    fc.assert(
      fc.property(
        ends,
        fc.constantFrom(...zones),
        fc.integer({ min: 1, max: 90 }),
        (expiresAt, zone, days) => {
          const notices = [{ days, summary: 'x' }];
          const { events } = setup({ expiresAt, zone, notices, madeAt: '2010-01-01T00:00:00Z' });
          const ring = events.flatMap(({ rings }) => rings)[0]![0]!;
          const local = new Intl.DateTimeFormat('en-CA', {
            timeZone: zone,
            dateStyle: 'short',
            timeStyle: 'medium',
            hourCycle: 'h23',
          });
          const lastMoment = Date.parse(expiresAt) - 1;
          const later = addTerm({ start: ring, zone, term: { days } });
          const minutes = Math.floor((Date.parse(expiresAt) - Date.parse(ring)) / 60_000);
          const [shown, expected] = [local.format(Date.parse(later)), local.format(lastMoment)];
          assert.equal(shown.slice(0, 10), expected.slice(0, 10));
          assert.ok(days === 7 ? minutes > 0 : local.format(Date.parse(ring)).includes('09:00:00'));
        },
      ),
    );
  });
});

describe('the days of notice', () => {
  test('begin a month ahead for terms of a quarter and more, a week ahead for shorter ones', () => {
    for (const term of [{ months: 3 }, { months: 12 }, { months: 24 }, { days: 90 }])
      assert.deepEqual(noticeDays(term), [30, 7, 1]);
    for (const term of [{ months: 1 }, { months: 2 }, { days: 89 }, { days: 7 }])
      assert.deepEqual(noticeDays(term), [7, 1]);
  });
});

describe('a mistake of the caller', () => {
  const wrong = (value: unknown) => value as never;
  const rows: readonly [more: object, message: string][] = [
    [{ cardRef: '' }, 'cardRef is "", must be 1 to 64 letters, digits, _ or -'],
    [{ cardRef: 'a b' }, 'cardRef is "a b", must be 1 to 64 letters, digits, _ or -'],
    [{ cardRef: 'a\r\nb' }, 'cardRef is "a\\r\\nb", must be 1 to 64 letters, digits, _ or -'],
    [{ cardRef: 'x'.repeat(65) }, `cardRef is "${'x'.repeat(40)}", must be 1 to 64 letters, digits, _ or -`],
    [{ cardRef: 7 }, 'cardRef is 7, must be text'],
    [{ expiresAt: 'soon' }, 'expiresAt is "soon", must be an ISO 8601 instant with Z'],
    [
      { madeAt: '2026-02-30T00:00:00Z' },
      'madeAt is "2026-02-30T00:00:00Z", must be an ISO 8601 instant with Z',
    ],
    [{ sequence: -1 }, 'sequence is -1, must be a whole number from 0 to 2147483647'],
    [{ sequence: 2 ** 31 }, 'sequence is 2147483648, must be a whole number from 0 to 2147483647'],
    [{ sequence: Number.NaN }, 'sequence is NaN, must be a whole number from 0 to 2147483647'],
    [{ summary: null }, 'summary is null, must be text'],
    [{ description: undefined }, 'description is undefined, must be text'],
    [{ url: 5 }, 'url is 5, must be text'],
    [{ cancelled: 'yes' }, 'cancelled is "yes", must be true or false'],
    [{ notices: null }, 'notices is null, must be a list'],
    [{ notices: [7] }, 'notice is 7, must be an object'],
    [{ notices: [{ days: 1.5, summary: '' }] }, 'notice.days is 1.5, must be a whole number from 0 to 3660'],
    [{ notices: [{ days: 1 }] }, 'notice.summary is undefined, must be text'],
  ];
  for (const [more, message] of rows)
    test(message, () => {
      assert.throws(() => reminderFile({ ...reminder, ...more }), {
        name: 'Misuse',
        message: `reminderFile: ${message}`,
      });
    });

  test('is a zone that nobody knows, no reminder at all, and no term', () => {
    const zone = { name: 'Misuse', message: 'zone is "Mars/Base", must be an IANA time zone' };
    assert.throws(() => reminderFile({ ...reminder, zone: 'Mars/Base' }), zone);
    assert.throws(() => reminderFile(wrong(null)), { message: 'reminderFile is null, must be an object' });
    assert.throws(() => noticeDays(wrong({})), {
      message: 'noticeDays: term is an object, must be a count of either months or days',
    });
  });

  test('is named whatever is given; else comes a file', () => {
    const thing = fc.anything();
    const almost = fc
      .record(
        Object.fromEntries(
          Object.keys(reminder).map((member) => [
            member,
            fc.oneof({ weight: 8, arbitrary: fc.constant(reminder[member as keyof Reminder]) }, thing),
          ]),
        ),
      )
      .map((members) => ({ ...reminder, ...members }));
    fc.assert(
      fc.property(fc.oneof({ weight: 4, arbitrary: almost }, thing), (given) => {
        for (const call of [() => reminderFile(wrong(given)), () => noticeDays(wrong(given))])
          try {
            const answer: unknown = call();
            assert.ok(Array.isArray(answer) || (typeof answer === 'string' && !/NaN|undefined/.test(answer)));
          } catch (error) {
            if (!(error instanceof Misuse)) throw error;
          }
      }),
      { numRuns: 1_000 },
    );
  });
});
