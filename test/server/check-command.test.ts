import { sandboxGateway } from '@leb-renew/server/sandbox';
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { appendFileSync } from 'node:fs';
import { appendFile, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { readArguments } from '../../packages/server/src/check/arguments.ts';
import { logIn, restartBy, supplierBy } from '../../packages/server/src/check/commands.ts';
import { keepSecret, newNotes, withoutSecrets } from '../../packages/server/src/check/run-notes.ts';
import type { Finding } from '../../packages/server/src/check/run-rules.ts';
import { noticeSecret, openShop } from './shop/open-shop.ts';
import { accounts } from './shop/seed.ts';

const command = fileURLToPath(new URL('../../packages/server/src/check/main.ts', import.meta.url));
const loginOf = ({ email, password }: { email: string; password: string }) => `${email}:${password}`;
const logins = {
  LEB_CHECK_ACCOUNT: loginOf(accounts.mira),
  LEB_CHECK_OTHER_ACCOUNT: loginOf(accounts.tom),
};

interface Ran {
  readonly code: unknown;
  readonly out: string;
  readonly err: string;
}

/** Runs the command as a tester would. */
const run = (args: readonly string[], env: Readonly<Record<string, string>> = logins): Promise<Ran> =>
  new Promise((resolve) => {
    execFile(
      process.execPath,
      ['--conditions=@leb-renew/source', command, ...args],
      { env: { PATH: process.env['PATH'], ...env } },
      (error, out, err) => resolve({ code: error === null ? 0 : error.code, out, err }),
    );
  });

test('two accounts are enough for seven rules; the others say what they need, and the code is 2', async (t) => {
  const shop = await openShop(t);
  const { code, out } = await run([shop.url, '--json', '--seed', '5', '--calm', '0']);
  const { seed, findings } = JSON.parse(out) as { seed: number; findings: Finding[] };
  assert.deepEqual([code, seed, findings.length], [2, 5, 21]);
  assert.deepEqual(
    findings.filter(({ outcome }) => outcome === 'passed').map(({ rule }) => rule),
    [1, 4, 5, 6, 8, 12, 18],
  );
  assert.deepEqual(
    findings.flatMap(({ rule, outcome, because }) => (outcome === 'not checked' ? [[rule, because]] : [])),
    [
      [2, 'needs --provider'],
      [3, 'needs --provider'],
      [7, 'needs LEB_CHECK_NOTICE_SECRET'],
      [9, 'needs --provider'],
      [10, 'needs LEB_CHECK_NOTICE_SECRET'],
      [11, 'needs LEB_CHECK_NOTICE_SECRET'],
      [13, 'needs --provider'],
      [14, 'money that is faster than the wish to cancel needs --provider'],
      [15, 'needs --supplier'],
      [16, 'needs --restart'],
      [17, 'needs --second, LEB_CHECK_NOTICE_SECRET, --restart'],
      [19, 'needs LEB_CHECK_NOTICE_SECRET, --supplier'],
      [20, 'needs --provider'],
      [21, 'needs --log'],
    ],
  );
  assert.ok(findings.every(({ outcome, requests }) => (outcome === 'passed' ? requests > 0 : true)));
});

test('the code is 0 where all that was asked for passed, and 1 with the counterexample where it did not', async (t) => {
  const shop = await openShop(t, {
    aroundPayments: (gateway) => ({
      ...gateway,
      async cancel(ref) {
        const fact = await gateway.read(ref);
        return fact.ok ? { ok: true, value: { ...fact.value, state: 'canceled' } } : fact;
      },
    }),
  });
  const good = await run([`${shop.url}/`, '--only', '1,5']);
  assert.equal(good.code, 0, good.out + good.err);
  assert.match(good.out, /2 rules: 2 passed, 0 failed, 0 not checked[.] \d+ requests, seed \d+[.]/);
  const bad = await run([shop.url, '--only', '14']);
  assert.equal(bad.code, 1);
  assert.match(bad.out, / 14 {2}failed {7}\s*\d+ {2}.+\n\s+→ given up, and the payment is succeeded\n/);
  assert.ok(!bad.out.includes(accounts.mira.password));
});

test('with --provider it plays the provider, and with --log it reads what the back end wrote', async (t) => {
  const folder = await mkdtemp(join(tmpdir(), 'leb-check-'));
  t.after(() => rm(folder, { recursive: true }));
  const log = join(folder, 'log');
  await writeFile(log, '');
  const [port, secretKey] = [await freePort(), 'key_of_the_provider'];
  const shop = await openShop(t, {
    aroundPayments: () => sandboxGateway({ baseUrl: `http://127.0.0.1:${port}`, secretKey, noticeSecret }),
    log: (entry) => appendFileSync(log, `${JSON.stringify(entry)}\n`),
  });
  const { code, out } = await run(
    [shop.url, '--provider', String(port), '--log', log, '--calm', '0', '--only', '2,3,8,9,13,14,20,21'],
    { ...logins, LEB_CHECK_PROVIDER_KEY: secretKey },
  );
  assert.match(out, /8 rules: 7 passed, 0 failed, 1 not checked/);
  assert.match(out, / {3}8 {2}not checked .+\n\s+→ the provider played here sends no notice/);
  assert.equal(code, 2);
});

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

test('who cannot sign in gets one line and 2', async (t) => {
  const shop = await openShop(t);
  const wrong = { LEB_CHECK_ACCOUNT: 'mira@example.com:not-the-password' };
  const { code, out, err } = await run([shop.url], wrong);
  assert.equal(code, 2);
  assert.equal(err, 'The account cannot be used: signIn was refused: wrong-credentials.\n');
  assert.ok(!(out + err).includes('not-the-password'));
  assert.match(
    (await run(['http://127.0.0.1:9'])).err,
    /^The account cannot be used: POST \/session was not /,
  );
  assert.match((await run([])).out, /^leb-renew-check <base URL>/);
});

test('a wrong setting is one line that names it and repeats no secret', () => {
  const url = 'http://localhost:8080/renewal';
  const rows: readonly [args: string[], env: Record<string, string>, says: RegExp][] = [
    [[], logins, /^One base URL is needed[.]$/],
    [[url, url], logins, /^One base URL is needed[.]$/],
    [['ftp://shop.example'], logins, /^The base URL must be a web address[.]$/],
    [[url, '--second', 'copy'], logins, /^--second must be a web address[.]$/],
    [[url], {}, /^LEB_CHECK_ACCOUNT is missing[.]$/],
    [[url], { LEB_CHECK_ACCOUNT: 'hunter2' }, /^LEB_CHECK_ACCOUNT must be e-mail:password or /],
    [[url], { ...logins, LEB_CHECK_OTHER_ACCOUNT: 'hunter2' }, /^LEB_CHECK_OTHER_ACCOUNT must be /],
    [[url, '--provider', '4243'], logins, /^LEB_CHECK_PROVIDER_KEY is missing/],
    [
      [url, '--provider', 'port'],
      { ...logins, LEB_CHECK_PROVIDER_KEY: 'hunter2' },
      /^--provider must be a port, or host:port[.]$/,
    ],
    [
      [url, '--provider', '70000'],
      { ...logins, LEB_CHECK_PROVIDER_KEY: 'hunter2' },
      /^--provider must be a port/,
    ],
    [[url, '--kills', '0'], logins, /^--kills must be a whole number from 1[.]$/],
    [[url, '--patience', '1.5'], logins, /^--patience must be a whole number from 1[.]$/],
    [[url, '--only', '1,22'], logins, /^--only must be numbers from 1 to 21/],
    [[url, '--only', ''], logins, /^--only must be numbers from 1 to 21/],
    [[url, '--quick'], logins, /^Unknown option '--quick'/],
  ];
  for (const [args, env, says] of rows) {
    assert.throws(
      () => readArguments(args, env),
      (error: Error) => {
        assert.match(error.message, says);
        assert.ok(!/hunter2|renew-me/.test(error.message) && !error.message.includes('\n'), error.message);
        return true;
      },
    );
  }
  const { account, provider, settings } = readArguments([url, '--provider', '0.0.0.0:4243'], {
    LEB_CHECK_ACCOUNT: 'Bearer abc.def',
    LEB_CHECK_PROVIDER_KEY: 'hunter2',
  });
  assert.deepEqual(account, { token: 'abc.def' });
  assert.deepEqual(provider, { key: 'hunter2', host: '0.0.0.0', port: 4243 });
  assert.deepEqual([settings.patienceMs, settings.calmMs, settings.kills], [90_000, 2_000, 10]);
});

test('a tester’s commands are called with a word, and their answers are read', async (t) => {
  const folder = await mkdtemp(join(tmpdir(), 'leb-check-'));
  t.after(() => rm(folder, { recursive: true }));
  const says = (what: string) => `"${process.execPath}" -e "${what}"`;
  assert.equal(
    await supplierBy(says(`console.log(process.argv[1] === 'extensions' ? 41 : 'no')`)).extensions(),
    41,
  );
  await assert.rejects(supplierBy(says(`console.log('many')`)).extensions(), /printed no number$/);
  await supplierBy(says(`process.exit(process.argv[1] === 'slow' ? 0 : 1)`)).set('slow');
  await assert.rejects(supplierBy(says(`process.exit(process.argv[1] === 'slow' ? 0 : 1)`)).set('well'));
  await restartBy(says('0'))();
  await assert.rejects(restartBy(says('process.exit(3)'))(), /ended with 3 code$/);

  const file = join(folder, 'log');
  await writeFile(file, 'of an earlier run\n');
  const log = await logIn(file);
  await appendFile(file, 'of this run\n');
  assert.equal(await log(), 'of this run\n');
  await writeFile(file, '');
  await assert.rejects(log(), /became shorter/);
});

test('a counterexample is one line, and secrets are named instead of shown', () => {
  const notes = newNotes();
  keepSecret(notes, 's3cret', 'password');
  keepSecret(notes, 'mira@example.com', 'e-mail address');
  keepSecret(notes, '', 'notice secret');
  assert.equal(
    withoutSecrets(notes, 'it said\n  s3cret to mira@example.com'),
    'it said <password> to <e-mail address>',
  );
});
