import {
  createRenewalServer,
  localSupplier,
  mailboxMailer,
  type RenewalServerOptions,
} from '@leb-renew/server';
import { sandboxGateway } from '@leb-renew/server/sandbox';
import fc from '../chance.ts';
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { seller } from './shop/open-shop.ts';

const databaseUrl = 'postgres://nobody:hush-hush@127.0.0.1:1/nowhere';
const good: RenewalServerOptions = {
  databaseUrl,
  publicUrl: 'https://shop.example/renewal',
  allowedOrigins: [
    'https://shop.example',
    'http://localhost:5173',
    'http://127.0.0.1:8080',
    'http://[::1]:8080',
  ],
  payments: sandboxGateway({ baseUrl: 'http://localhost', secretKey: 'none', noticeSecret: 'none' }),
  supplier: localSupplier({ databaseUrl }),
  mailer: mailboxMailer({ databaseUrl }),
  seller,
  secret: 'a secret of the test that has enough characters',
};
const make = (changes: object) => createRenewalServer({ ...good, ...changes });

/** What no origin of a page looks like. */
const noOrigins = [
  'https://shop.example/',
  'https://shop.example/renew',
  'https://shop.example:443',
  'https://Shop.example',
  'HTTPS://shop.example',
  'https://shop.example?',
  'https://shop.example#',
  'https://me:hush@shop.example',
  ' https://shop.example',
  'https://shop.example https://other.example',
  'shop.example',
  '//shop.example',
  'null',
  'file://',
  'data:,',
  'chrome-extension://abc',
  '',
  null,
  undefined,
  42,
  {},
  ['https://shop.example'],
];

describe('createRenewalServer', () => {
  test('takes origins as browsers send them', () => {
    make({});
    make({ allowedOrigins: [] });
  });

  test('refuses what no browser would send as an origin, and says what one looks like', () => {
    for (const origin of noOrigins)
      assert.throws(
        () => make({ allowedOrigins: ['https://fine.example', origin] }),
        {
          name: 'TypeError',
          message: /^createRenewalServer: allowedOrigins must be origins like https:\/\/shop.example: /,
        },
        JSON.stringify(origin),
      );
  });

  test('refuses to let every page in, and says why', () => {
    for (const origin of ['*', 'https://*', 'https://*.shop.example'])
      assert.throws(() => make({ allowedOrigins: [origin] }), {
        name: 'TypeError',
        message: /allowedOrigins must name each origin: with \* pages that nobody knows could act for a/,
      });
  });

  test('names each wrong option and its rule, and repeats no secret', () => {
    const wrong: readonly (readonly [keyof RenewalServerOptions, readonly unknown[]])[] = [
      ['databaseUrl', ['mysql://me:hush@localhost', 'hush', 5, null, undefined]],
      ['publicUrl', ['https://me:hush@shop.example', 'https://shop.example/?hush', '/hush', 7, null]],
      ['pageUrl', ['javascript:hush', 'https://shop.example/#hush', null, {}]],
      ['allowedOrigins', ['https://shop.example', null, undefined, {}]],
      ['secret', ['hush', '', null, undefined, Array.from({ length: 40 })]],
      ['seller', [null, {}, { ...seller, support: 'hush' }]],
      ['payments', [null, undefined, 'hush']],
      ['supplier', [null, undefined, 'hush']],
      ['mailer', [null, undefined, 'hush']],
    ];
    for (const [name, values] of wrong)
      for (const value of values)
        assert.throws(
          () => make({ [name]: value }),
          (error: unknown) => {
            assert.ok(error instanceof TypeError);
            assert.match(error.message, new RegExp(`^createRenewalServer: ${name} (must|is missing)`));
            assert.doesNotMatch(error.message, /hush/);
            return true;
          },
        );
    for (const nothing of [undefined, null, 'options'])
      assert.throws(() => createRenewalServer(nothing as never), /must be an object of options/);
  });

  test('takes or refuses any origin, and never by accident', () => {
    fc.assert(
      fc.property(fc.anything(), (origin) => {
        try {
          make({ allowedOrigins: [origin] });
        } catch (error) {
          assert.match(String(error), /^TypeError: createRenewalServer: allowedOrigins must /);
        }
      }),
    );
  });
});
