import fc from '../chance.ts';
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { createServer, request as ask } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { readSettings } from '../../packages/server/src/bin/read-settings.ts';
import { settings, type Setting } from '../../packages/server/src/bin/settings.ts';
import { clientAddressBy, noteConnection } from '../../packages/server/src/bin/client-address.ts';
import { enough, run } from './bin/command.ts';
import { filledDatabase } from './bin/filled-database.ts';
import { nobodyListens } from './bin/nobody-listens.ts';
import { createCaller } from './shop/caller.ts';
import { emptyDatabase } from './shop/cluster.ts';

const faultsOf = (changes: Readonly<Record<string, string | undefined>>): readonly string[] => {
  const read = readSettings({ ...enough, ...changes });
  return read.ok ? [] : read.faults;
};

describe('The settings of leb-renew-server', () => {
  const wrong: Readonly<Record<string, readonly string[]>> = {
    PORT: ['-1', '65536', '80.5', '8080 ; rm', '0x50', 'http', '１２'],
    HOST: ['shop.example', '1.2.3', 'http://127.0.0.1', '*'],
    PUBLIC_URL: [
      'shop.example',
      'ftp://shop.example',
      'https://shop.example/?a=b',
      'https://a:b@shop.example',
    ],
    ALLOWED_ORIGINS: [
      '*',
      'https://shop.example/',
      'https://shop.example/renew',
      'shop.example',
      'https://Shop.example',
      'https://shop.example,*',
      'https://shop.example https://other.example',
      'null',
      'https://a:b@shop.example',
    ],
    CLIENT_ADDRESS_HEADER: ['x forwarded', 'x:y', 'a\r\nb'],
    PAGE_URL: ['/renew', 'javascript:alert(1)'],
    DATABASE_URL: ['mysql://me:hush@localhost/shop', 'localhost:5432', 'postgres'],
    DATA_DIR: ['a\0b'],
    SMTP_URL: ['http://localhost', 'localhost:25', 'smtp://localhost?tls=off', 'smtp://'],
    MAIL_FROM: ['nobody', 'a@b <', 'Shop <a@b>\r\nBcc: c@d'],
    STRIPE_SECRET_KEY: ['hush', 'pk_test_1', 'sk_1', 'sk_test_1 2'],
    STRIPE_PUBLISHABLE_KEY: ['hush', 'sk_test_1', 'pk_'],
    STRIPE_WEBHOOK_SECRET: ['hush', 'whsec_', 'whsec_1,hush', 'whsec_1,whsec_2,whsec_3', ','],
    STRIPE_COUNTRY: ['Germany', 'de', 'D1'],
    STRIPE_API_BASE: ['localhost:12111', 'http://localhost:12111/v1', 'ftp://localhost'],
    SECRET: ['hush', 'x'.repeat(31)],
    SELLER_NAME: ['x'.repeat(501)],
    SELLER_ADDRESS: ['x'.repeat(501)],
    SELLER_SUPPORT: ['help@shop.example', 'http://shop.example'],
    SELLER_TAX_ID: ['x'.repeat(501)],
    SELLER_TERMS_URL: ['terms.html', 'javascript:alert(1)'],
    WITHDRAWAL: ['30-days', 'None'],
  };

  test('are each refused by a line that names the variable and the rule, and not the value', () => {
    assert.deepEqual(Object.keys(wrong).sort(), Object.keys(settings).sort());
    for (const [name, values] of Object.entries(wrong))
      for (const value of values) {
        const { rule } = settings[name as keyof typeof settings];
        assert.deepEqual(faultsOf({ [name]: value }), [`${name} ${rule}.`], `${name}=${value}`);
      }
  });

  test('are taken as they are meant', () => {
    const read = readSettings({
      ...enough,
      PORT: ' 80 ',
      ALLOWED_ORIGINS: 'https://shop.example, http://localhost:5173',
      PUBLIC_URL: '',
      SMTP_URL: 'smtps://me:hush@mail.example',
      MAIL_FROM: 'Harbour SIM <help@shop.example>',
      SELLER_TAX_ID: 'SG-1',
      WITHDRAWAL: '14-days',
      CLIENT_ADDRESS_HEADER: 'X-Forwarded-For',
    });
    assert.deepEqual(read.ok && read.value, {
      port: 80,
      host: '127.0.0.1',
      publicUrl: null,
      allowedOrigins: ['https://shop.example', 'http://localhost:5173'],
      clientAddressHeader: 'X-Forwarded-For',
      pageUrl: null,
      databaseUrl: null,
      dataDir: '.data/leb-renew',
      smtp: { url: 'smtps://me:hush@mail.example', from: 'Harbour SIM <help@shop.example>' },
      stripe: null,
      secret: enough.SECRET,
      seller: {
        name: enough.SELLER_NAME,
        address: enough.SELLER_ADDRESS,
        taxId: 'SG-1',
        support: enough.SELLER_SUPPORT,
        termsUrl: null,
      },
      withdrawal: '14-days',
    });
  });

  test('that have to be there are missed', () => {
    for (const name of ['SECRET', 'SELLER_NAME', 'SELLER_ADDRESS', 'SELLER_SUPPORT'] as const)
      for (const value of [undefined, '', '  ']) {
        const [fault, ...others] = faultsOf({ [name]: value });
        assert.match(fault ?? '', new RegExp(`^${name} must .*, and is not set[.]$`));
        assert.deepEqual(others, []);
      }
    assert.deepEqual(faultsOf({ SMTP_URL: 'smtp://localhost' }), [
      'MAIL_FROM must be set, because SMTP_URL is.',
    ]);
  });

  test('whatever they are, are either taken or refused line by line without being repeated', () => {
    const names = Object.keys(settings);
    fc.assert(
      fc.property(fc.constantFrom(...names), fc.string({ unit: 'binary', minLength: 12 }), (name, value) => {
        for (const fault of faultsOf({ [name]: value })) {
          assert.match(fault, /^[A-Z_]+ must [^\n]+[.]$/);
          assert.ok(!fault.includes(value));
        }
      }),
    );
  });

  test('stand in docs/server.md as they are', () => {
    const told = readFileSync(new URL('../../docs/server.md', import.meta.url), 'utf8')
      .split('\n')
      .filter((line) => /^\| `[A-Z_]+`/.test(line))
      .map((line) =>
        line
          .split('|')
          .slice(1, -1)
          .map((cell) => cell.trim()),
      );
    assert.deepEqual(
      told,
      Object.entries<Setting>(settings).map(([name, { about, rule, otherwise }]) => [
        `\`${name}\``,
        about,
        rule,
        otherwise ?? '**required**',
      ]),
    );
  });
});

describe('Where a request comes from', () => {
  const from = (header: string | null, headers: Record<string, string>, connection?: string) => {
    const request = new Request('http://localhost/', { headers });
    noteConnection(request, connection);
    return clientAddressBy(header)(request);
  };

  test('is its connection, whatever it says itself, and nothing where many may stand behind it', () => {
    const lie = { 'leb-connection-address': '6.6.6.6', 'x-forwarded-for': '6.6.6.6' };
    assert.equal(from(null, lie, '203.0.113.7'), '203.0.113.7');
    assert.equal(from(null, lie, '::ffff:203.0.113.7'), '203.0.113.7');
    for (const here of ['127.0.0.1', '::1', '::ffff:127.0.0.1', undefined])
      assert.equal(from(null, lie, here), null);
  });

  test('is what the nearest proxy says, where there is one', () => {
    const header = 'X-Forwarded-For';
    assert.equal(from(header, { [header]: '6.6.6.6, 203.0.113.7' }, '10.0.0.1'), '203.0.113.7');
    assert.equal(from(header, { [header]: 'nonsense' }, '10.0.0.1'), null);
    assert.equal(from(header, {}, '10.0.0.1'), null);
  });
});

describe('leb-renew-server', () => {
  test('says in a line what is wrong, and ends with 1', async (t) => {
    const taken = createServer();
    await new Promise<void>((resolve) => taken.listen(0, '127.0.0.1', resolve));
    t.after(() => taken.close());
    const port = String((taken.address() as AddressInfo).port);
    const nowhere = 'postgres://me:hush-hush@127.0.0.1:1/shop';
    const url = await emptyDatabase();
    const wrongPassword = Object.assign(new URL(url), { password: 'hush-hush' }).href;
    const rows: readonly (readonly [Record<string, string>, RegExp, string[]?])[] = [
      [
        { ...enough, PORT: 'hush-hush' },
        /^leb-renew-server: PORT must be a whole number from 0 to 65535[.]$/,
      ],
      [
        { ...enough, PORT: port, DATABASE_URL: url },
        /^leb-renew-server: PORT or HOST cannot .* \(EADDRINUSE\)[.]$/,
      ],
      [
        { ...enough, DATABASE_URL: nowhere },
        /^leb-renew-server: DATABASE_URL must lead to .* \(ECONNREFUSED\)[.]$/,
      ],
      [
        { ...enough, DATABASE_URL: wrongPassword },
        /^leb-renew-server: DATABASE_URL must lead to .* \(28P01\)[.]$/,
      ],
      [
        { ...enough, DATA_DIR: fileURLToPath(import.meta.url) },
        /^leb-renew-server: DATA_DIR must be a folder that a database can be kept in \(E[A-Z]+\)[.]$/,
      ],
      [enough, /^leb-renew-server: it takes no arguments but --help/, ['--prot=80']],
    ];
    for (const [wrong, line, args] of rows) {
      const { ended, said } = run(t, wrong, args);
      assert.equal(await ended, 1);
      assert.match(said().err.trimEnd(), line);
      assert.equal(said().out, '');
      assert.ok(!said().err.includes('hush-hush'));
    }
  });

  test('tells its settings when it is asked for help', async (t) => {
    const { ended, said } = run(t, {}, ['--help']);
    assert.equal(await ended, 0);
    for (const name of Object.keys(settings)) assert.match(said().out, new RegExp(`^  ${name}$`, 'm'));
  });

  test('renews a card on a database of one’s own, below the path it is told, and says that no money moves', async (t) => {
    const databaseUrl = await filledDatabase();

    const first = run(t, { ...enough, DATABASE_URL: databaseUrl });
    const { port } = new URL(await first.url);
    first.child.kill('SIGINT');
    assert.equal(await first.ended, 0);
    const PUBLIC_URL = `http://127.0.0.1:${port}/renewal/`;
    const second = run(t, { ...enough, PORT: port, PUBLIC_URL, DATABASE_URL: databaseUrl });
    const url = await second.url;
    assert.equal(`${url}/`, PUBLIC_URL);
    assert.equal(second.said().out.trimEnd().split('\n').length, 1);
    assert.match(second.said().err, /PAYMENTS ARE THE SANDBOX: no money moves/);
    assert.match(second.said().err, /SMTP_URL is not set: mails are kept/);

    const caller = createCaller(url);
    const token = await caller.signIn();
    const begun = await caller.begin(token, (await caller.quote(token)).quoteId);
    await caller.pay(begun, 'approve');
    const { quote } = await caller.reaches(begun, 'renewed');
    assert.equal(quote.seller.name, enough.SELLER_NAME);
    assert.equal((await fetch(`${url}/readyz`)).status, 200);
    assert.equal((await fetch(`http://127.0.0.1:${port}/readyz`)).status, 404);
  });

  test('answers what it was asked before it ends, and nothing after', async (t) => {
    const { child, url, ended } = run(t, { ...enough, DATABASE_URL: await emptyDatabase() });
    const address = await url;
    const open = ask(`${address}/session`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', expect: '100-continue' },
    });
    await new Promise((resolve) => open.once('continue', resolve).flushHeaders());
    child.kill('SIGTERM');
    await nobodyListens(new URL(address));
    assert.equal(child.exitCode, null);
    const status = new Promise((resolve) =>
      open.once('response', (response) => resolve(response.statusCode)),
    );
    open.end(JSON.stringify({ email: 'nobody@example.com', password: 'wrong' }));
    assert.equal(await status, 401);
    assert.equal(await ended, 0);
  });

  test('brings a database along, and lets nobody else have it', async (t) => {
    const folder = await mkdtemp(join(tmpdir(), 'leb-bin-'));
    t.after(() => rm(folder, { recursive: true, force: true }));
    await chmod(folder, 0o755);
    const own = { ...enough, DATA_DIR: join(folder, 'data') };
    const first = run(t, own);
    assert.equal((await fetch(`${await first.url}/readyz`)).status, 200);
    const other = run(t, own);
    assert.equal(await other.ended, 1);
    assert.match(other.said().err, /^leb-renew-server: DATA_DIR is in use by another process[.]\n$/);
    first.child.kill('SIGTERM');
    assert.equal(await first.ended, 0);
  });
});
