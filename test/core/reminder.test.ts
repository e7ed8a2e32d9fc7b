import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import ICAL from 'ical.js';
import { reminderFile, type Reminder } from '@leb-renew/core';

const reminder: Reminder = {
  cardRef: 'card-1',
  cardLabel: 'LEB Global card',
  expiresAt: '2026-12-03T16:00:00Z',
  sequence: 3,
  madeAt: '2026-11-20T08:00:00.123Z',
  summary: 'Renew LEB Global card',
  description: 'Ends on 3 December 2026.',
  url: 'https://shop.example/renew?card=card-1',
};

/** Makes the file and reads it back with a parser that is not ours. */
function setup(more: Partial<Reminder> = {}) {
  // As it is on disk: half a character would not come back from there.
  const file = Buffer.from(reminderFile({ ...reminder, ...more })).toString();
  const calendar = new ICAL.Component(ICAL.parse(file) as unknown[]);
  const event = calendar.getFirstSubcomponent('vevent');
  const alarm = event?.getFirstSubcomponent('valarm');
  if (!event || !alarm) throw new Error(file);
  const read = (name: string, of = event) => of.getFirstPropertyValue(name)?.toString();
  return { file, lines: file.split('\r\n'), calendar, event, alarm, read };
}

describe('a reminder file', () => {
  test('is a calendar with one event and one alarm: Outlook keeps a single one', () => {
    const { calendar, event, read } = setup();
    assert.equal(calendar.getFirstPropertyValue('version'), '2.0');
    assert.equal(calendar.getFirstPropertyValue('method'), 'PUBLISH');
    assert.equal(calendar.getAllSubcomponents('vevent').length, 1);
    assert.equal(event.getAllSubcomponents('valarm').length, 1);
    assert.equal(read('transp'), 'TRANSPARENT');
  });

  test('says when, in UTC, whatever the zone of the reader', () => {
    const { file, read } = setup();
    assert.equal(read('dtstart'), '2026-12-03T16:00:00Z');
    assert.match(file, /^DTSTART:20261203T160000Z\r$/m);
    assert.match(file, /^DTSTAMP:20261120T080000Z\r$/m);
  });

  test('says what, where to renew, and rings a week before', () => {
    const { alarm, read } = setup();
    assert.equal(read('summary'), reminder.summary);
    assert.equal(read('description'), reminder.description);
    assert.equal(read('url'), reminder.url);
    assert.equal(read('action', alarm), 'DISPLAY');
    assert.equal(read('description', alarm), reminder.summary);
    // ical.js writes a week as a week.
    assert.ok(['-P7D', '-P1W'].includes(read('trigger', alarm) ?? ''));
  });

  test('replaces the older file of the same card', () => {
    const { read } = setup({ sequence: 4, expiresAt: '2027-12-03T16:00:00Z' });
    assert.equal(read('uid'), setup().read('uid'));
    assert.equal(read('sequence'), '4');
    assert.notEqual(read('uid'), setup({ cardRef: 'card-2' }).read('uid'));
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
    const { file } = setup({ description: 'a,b;c\\d\ne\r\nf' });
    assert.match(file, /^DESCRIPTION:a\\,b\\;c\\\\d\\ne\\nf\r$/m);
  });

  test('cannot be made to say more by a label or an address with line breaks in it', () => {
    const { event, file } = setup({
      summary: 'Card\r\nATTENDEE:mailto:a@b.example',
      url: 'https://shop.example/a\r\nATTENDEE:mailto:a@b.example',
    });
    assert.equal(event.getFirstProperty('attendee'), null);
    assert.ok(!/^ATTENDEE/m.test(file));
  });

  const texts = fc
    .string({ unit: 'grapheme', maxLength: 300 })
    .map((text) => text.replaceAll(/\p{Cc}/gu, '\n'));

  test('is folded at 75 octets, between characters', () => {
    fc.assert(
      fc.property(texts, (description) => {
        for (const line of setup({ description }).lines) {
          assert.ok(Buffer.byteLength(line) <= 75);
          assert.ok(!line.includes('\u{fffd}'));
        }
      }),
      { seed: 20_261_120 },
    );
  });

  test('uses the room it has: a line that fits is not folded, one octet more is', () => {
    const room = 75 - 'SUMMARY:'.length;
    assert.ok(setup({ summary: 'x'.repeat(room) }).lines.includes(`SUMMARY:${'x'.repeat(room)}`));
    assert.ok(setup({ summary: 'x'.repeat(room + 1) }).lines.includes(` x`));
    // 74 octets of its own and the space that marks it: two characters of three octets would make 77.
    assert.ok(setup({ summary: '续'.repeat(60) }).lines.includes(` ${'续'.repeat(24)}`));
    assert.ok(setup({ summary: '🌍'.repeat(60) }).lines.includes(` ${'🌍'.repeat(18)}`));
  });

  test('reads back as it was written', () => {
    fc.assert(
      fc.property(texts, texts, (summary, description) => {
        const { read } = setup({ summary, description });
        assert.equal(read('summary') ?? '', summary);
        assert.equal(read('description') ?? '', description);
      }),
      { seed: 20_261_120 },
    );
  });

  test('of no moment is a mistake', () => {
    assert.throws(() => reminderFile({ ...reminder, expiresAt: 'soon' }), RangeError);
  });
});
