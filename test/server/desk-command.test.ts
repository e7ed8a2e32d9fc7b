import type { Renewal } from '@leb-renew/core/contract';
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { readArguments, usage } from '../../packages/server/src/desk/arguments.ts';
import { listed } from '../../packages/server/src/desk/words.ts';
import { enough, run } from './bin/command.ts';
import { filledDatabase } from './bin/filled-database.ts';
import { createCaller, type Caller } from './shop/caller.ts';
import { emptyDatabase, query } from './shop/cluster.ts';
import { accounts } from './shop/seed.ts';

const command = fileURLToPath(new URL('../../packages/server/src/desk/main.ts', import.meta.url));
const paper = readFileSync(new URL('../../docs/operations.md', import.meta.url), 'utf8');

/** Runs the command as a person at the desk would. */
const desk = (env: Readonly<Record<string, string>>, args: readonly string[]) =>
  new Promise<{ code: unknown; out: string; err: string }>((resolve) => {
    execFile(
      process.execPath,
      ['--conditions=@leb-renew/source', command, ...args],
      { env: { PATH: process.env['PATH'], ...env } },
      (error, out, err) => resolve({ code: error === null ? 0 : error.code, out, err }),
    );
  });

async function freePort(): Promise<string> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return String(port);
}

/** A renewal whose payment brought another amount than was asked for. */
async function inReview(caller: Caller, databaseUrl: string, label: string): Promise<Renewal> {
  const token = await caller.signIn();
  const begun = await caller.begin(token, (await caller.quote(token, { label })).quoteId);
  await query(
    databaseUrl,
    `update sandbox_provider.payments set status = 'succeeded', received = minor - 1, paid_at = now()
     where renewal_id = $1`,
    [begun.renewalId],
  );
  await caller.renewal(begun, '?refresh=1');
  await caller.reaches(begun, 'review');
  return begun;
}

/** The commands that the paper shows, as a shell would split them. */
const samples = [...paper.matchAll(/^leb-renew-desk (.+)$/gm)].map(([, line = '']) =>
  [...line.matchAll(/'([^']*)'|(\S+)/g)].map(([, quoted, bare]) => quoted ?? bare ?? ''),
);

test('a person at the desk sees what waits and decides about it, as the paper shows', async (t) => {
  const databaseUrl = await filledDatabase();
  const settings = { ...enough, PORT: await freePort(), DATABASE_URL: databaseUrl };
  const server = run(t, settings);
  const caller = createCaller(await server.url);
  assert.deepEqual(await desk(settings, ['list']), {
    code: 0,
    out: 'Nothing waits for a person.\n',
    err: '',
  });

  const toExtend = await inReview(caller, databaseUrl, 'LEB Global card');
  const toRefund = await inReview(caller, databaseUrl, 'Lena’s tablet');
  const named: Record<string, string> = { '7F3K-Q2': toExtend.reference, '9M4R-TX': toRefund.reference };
  const acts = samples.map((args) => args.map((word) => named[word] ?? word));
  assert.deepEqual(
    acts.map(([act]) => act),
    ['list', 'show', 'fulfil', 'refund', 'note', 'retry'],
  );
  for (const [act = '', ...args] of acts) {
    const { code, out, err } = await desk(settings, [act, ...args]);
    assert.equal(code, act === 'retry' ? 1 : 0, `${act}: ${out}${err}`);
    assert.ok(!(out + err).includes(accounts.mira.email) && !(out + err).includes(accounts.mira.name));
    if (act === 'list') {
      assert.equal(out.split('\n').length, 4);
      for (const { reference, quote } of [toExtend, toRefund])
        assert.match(
          out,
          new RegExp(`review +${reference} +[\\d.]+ USD +${quote.card.iccidMasked} +other-amount`),
        );
    }
    if (act === 'show')
      assert.match(out, /^provider {2}succeeded, received [\d.]+ USD, given back nothing$/m);
    if (act === 'fulfil')
      assert.equal(out, `${toExtend.reference} is extending. A running server extends its card now.\n`);
    if (act === 'refund') assert.equal(out, `${toRefund.reference} is refunded.\n`);
    if (act === 'retry') assert.match(err, /^leb-renew-desk: unknown-job: There is no dead letter/);
  }
  await caller.reaches(toExtend, 'renewed');
  assert.equal((await caller.renewal(toRefund)).status, 'refunded');
  const late = await desk(settings, [
    'refund',
    toExtend.reference,
    '--by',
    'Ana',
    '--why',
    'asked',
    '--json',
  ]);
  assert.deepEqual([late.code, (JSON.parse(late.out) as { code: string }).code], [1, 'is-renewed']);
  const { out } = await desk(settings, ['show', toRefund.reference, '--json']);
  const { events } = JSON.parse(out) as { events: { what: string }[] };
  assert.ok(events.some(({ what }) => what.startsWith('refund by Ana')));
});

test('a database that the server brought along is reached while it runs, and after', async (t) => {
  const folder = await mkdtemp(join(tmpdir(), 'leb-desk-'));
  t.after(() => rm(folder, { recursive: true, force: true }));
  await chmod(folder, 0o755);
  const settings = { ...enough, DATA_DIR: join(folder, 'data') };
  const calm = { code: 0, out: 'Nothing waits for a person.\n', err: '' };
  const server = run(t, settings);
  await server.url;
  assert.deepEqual(await desk(settings, ['list']), calm);
  assert.deepEqual(await desk(settings, ['list', '--json']), { ...calm, out: '[]\n' });
  server.child.kill('SIGTERM');
  assert.equal(await server.ended, 0);
  assert.deepEqual(await desk(settings, ['list']), calm);
});

test('what is wrong is one line, and the code is 2', async () => {
  const databaseUrl = await emptyDatabase();
  const rows: readonly [Record<string, string>, string[], RegExp][] = [
    [enough, ['list', '--quick'], /^leb-renew-desk: Unknown option '--quick'/],
    [{}, ['list'], /^leb-renew-desk: SECRET must have at least 32 characters, and is not set[.]\n/],
    [
      { ...enough, DATABASE_URL: 'postgres://me:hush@127.0.0.1:1/shop' },
      ['list'],
      /^leb-renew-desk: DATABASE_URL must lead to a PostgreSQL .*[.]\n$/,
    ],
    [
      { ...enough, DATABASE_URL: databaseUrl },
      ['list'],
      /^leb-renew-desk: The database is not of this version/,
    ],
  ];
  for (const [env, args, line] of rows) {
    const { code, out, err } = await desk(env, args);
    assert.deepEqual([code, out], [2, '']);
    assert.match(err, line);
    assert.ok(!err.includes('hush'));
  }
});

test('a wrong argument is named with its rule', () => {
  const rows: readonly [string[], string][] = [
    [[], 'One of list, show, fulfil, refund, note, retry is needed.'],
    [['delete', '7F3K-Q2'], 'One of list, show, fulfil, refund, note, retry is needed.'],
    [['list', '7F3K-Q2'], 'list takes no name.'],
    [['list', '--minutes', 'ten'], '--minutes must be a whole number from 0.'],
    [['show'], 'show takes one renewal.'],
    [['show', 'a', 'b'], 'show takes one renewal.'],
    [['retry'], 'retry takes one job.'],
    [['fulfil', 'a', '--by', 'Ana'], 'fulfil needs --why.'],
    [['refund', 'a', '--by', ' ', '--why', 'x'], 'refund needs --by.'],
    [['note', 'a', '--by', 'Ana', '--why', 'x', '--text', 'y'], 'note takes no --why.'],
    [
      ['fulfil', 'a', '--by', 'Ana', '--why', 'x', '--although-extended'],
      'fulfil takes no --although-extended.',
    ],
    [['show', 'a', '--minutes', '5'], 'show takes no --minutes.'],
  ];
  for (const [args, message] of rows) assert.throws(() => readArguments(args), { message });
  assert.deepEqual(
    readArguments(['refund', 'a', '--by', 'Ana', '--why', 'x', '--although-extended', '--json']),
    {
      asked: { act: 'refund', name: 'a', by: 'Ana', why: 'x', althoughExtended: true },
      json: true,
    },
  );
});

test('what waits is listed in columns', () => {
  const amount = { minor: 2400, currency: 'USD', exponent: 2 } as const;
  const since = '2026-11-22T03:12:45Z';
  const renewal = { renewalId: 'r_1', reference: '7F3K-Q2', amount, card: '8985 •••• 2210' };
  assert.equal(
    listed([
      { kind: 'review', since, why: 'other-amount', renewal, jobId: null },
      { kind: 'dead-letter', since, why: 'send-letter (reset): no answer', renewal: null, jobId: 'b0f1' },
    ]),
    [
      'since (UTC)       what         renewal  amount     card            why',
      '2026-11-22 03:12  review       7F3K-Q2  24.00 USD  8985 •••• 2210  other-amount',
      '2026-11-22 03:12  dead-letter  –        –          –               send-letter (reset): no answer [b0f1]',
      '',
    ].join('\n'),
  );
});

test('the paper names every act and option of the command', () => {
  const words = [...usage.matchAll(/^ {2}(\w+|--[\w-]+)/gm)].map(([, word]) => word ?? '');
  assert.equal(words.length, 9);
  assert.deepEqual(
    words.filter((word) => !paper.includes(`\`${word}`) && !paper.includes(`leb-renew-desk ${word}`)),
    [],
  );
});
