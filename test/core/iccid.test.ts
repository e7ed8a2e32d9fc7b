import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { lastFour, maskIccid } from '@leb-renew/core';
import { Card } from '@leb-renew/core/contract';
import { issuesOf } from './examples/conforms.ts';
import { card } from './examples/quote.ts';
import identifiers from './vectors/identifiers.json' with { type: 'json' };

describe('a masked ICCID', () => {
  for (const { in: iccid, ...row } of identifiers.iccid)
    if (/^\d{18,20}F?$/.test(iccid))
      test(`tells ${iccid} (${row.source}) by its first and last four digits`, () => {
        const digits = row.normalised ?? iccid;
        assert.equal(maskIccid(iccid), `${digits.slice(0, 4)} •••• •••• ${digits.slice(-4)}`);
      });
    else
      test(`is refused for ${iccid}, and the number is not repeated in the error`, () => {
        assert.throws(
          () => maskIccid(iccid),
          (error: unknown) =>
            error instanceof TypeError && /18 to 20/.test(error.message) && !error.message.includes(iccid),
        );
      });

  for (const written of [
    '8931 0893 1810 4284 409',
    '8931-0893-1810-4284-409',
    '8931089318104284409F',
    '8931089318104284409f',
    ' 8931089318104284409F\n',
    '8931 0893 1810 4284 409F ',
  ])
    test(`is the same however the number is written: ${JSON.stringify(written)}`, () => {
      assert.equal(maskIccid(written), '8931 •••• •••• 4409');
    });

  test('of 18 digits, padded to 20 as on the chip', () => {
    assert.equal(maskIccid('893000000000034143FF'), '8930 •••• •••• 4143');
  });

  for (const wrong of ['', '89', 'F8931089318104284409', '8931089318104284F409', '893108931810428440912'])
    test(`is refused for ${JSON.stringify(wrong)}`, () => {
      assert.throws(() => maskIccid(wrong), TypeError);
    });

  test('is what the contract takes for masked, and a whole number is not', () => {
    const masked = maskIccid('8931089318104284409');
    assert.deepEqual(issuesOf(Card, { ...card, iccidMasked: masked }), []);
    assert.deepEqual(issuesOf(Card, { ...card, iccidMasked: '8931089318104284409' }), [
      'iccidMasked: must be masked',
    ]);
  });

  test('ends in the four digits that tell cards apart', () => {
    assert.equal(lastFour('8985 •••• •••• 2210'), '2210');
  });
});
