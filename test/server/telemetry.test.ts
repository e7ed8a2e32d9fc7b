import type { Renewal } from '@leb-renew/core/contract';
import { AsyncLocalStorageContextManager } from '@opentelemetry/context-async-hooks';
import { MetricReader, MeterProvider, type MetricData } from '@opentelemetry/sdk-metrics';
import {
  InMemorySpanExporter,
  SimpleSpanProcessor,
  TracerProvider,
  type ReadableSpan,
} from '@opentelemetry/sdk-trace';
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { test } from 'node:test';
import { instruments, spans } from '../../packages/server/src/telemetry.ts';
import { query } from './shop/cluster.ts';
import { sendNotice } from './shop/notice.ts';
import { openShop, type Shop } from './shop/open-shop.ts';
import { accounts, password } from './shop/seed.ts';
import { until } from './shop/until.ts';

interface Api {
  readonly trace: { setGlobalTracerProvider(provider: TracerProvider): boolean };
  readonly metrics: { setGlobalMeterProvider(provider: MeterProvider): boolean };
  readonly context: { setGlobalContextManager(manager: AsyncLocalStorageContextManager): boolean };
  readonly propagation: { setGlobalPropagator(propagator: unknown): boolean };
}

/** What the server's own package gets under this name; what the SDK brings along. */
const api = createRequire(new URL('../../packages/server/package.json', import.meta.url))(
  '@opentelemetry/api',
) as Api;
const { W3CTraceContextPropagator } = createRequire(
  createRequire(import.meta.url).resolve('@opentelemetry/sdk-trace'),
)('@opentelemetry/core') as { W3CTraceContextPropagator: new () => unknown };

class Reader extends MetricReader {
  protected onShutdown = () => Promise.resolve();
  protected onForceFlush = () => Promise.resolve();
}

/** Registered for the whole file, before any server is made. */
const exporter = new InMemorySpanExporter();
const reader = new Reader();
api.trace.setGlobalTracerProvider(
  new TracerProvider({ spanProcessors: [new SimpleSpanProcessor({ exporter })] }),
);
api.metrics.setGlobalMeterProvider(new MeterProvider({ readers: [reader] }));
api.context.setGlobalContextManager(new AsyncLocalStorageContextManager().enable());
api.propagation.setGlobalPropagator(new W3CTraceContextPropagator());

const ours = (): readonly ReadableSpan[] =>
  exporter
    .getFinishedSpans()
    .filter(({ instrumentationScope }) => instrumentationScope.name === '@leb-renew/server');
const spanCalled = (name: string) =>
  ours().find((span) => span.name === name) ?? assert.fail(`no span ${name}`);

async function metric(name: keyof typeof instruments): Promise<MetricData['dataPoints']> {
  const { resourceMetrics, errors } = await reader.collect();
  assert.deepEqual(errors, []);
  const found = resourceMetrics.scopeMetrics
    .flatMap(({ metrics }) => metrics)
    .find(({ descriptor }) => descriptor.name === name);
  return found?.dataPoints ?? [];
}

async function renewed(shop: Shop): Promise<Renewal> {
  const token = await shop.signIn();
  const begun = await shop.begin(token, (await shop.quote(token)).quoteId);
  await shop.pay(begun, 'approve');
  await shop.reaches(begun, 'renewed');
  await until('the mail is sent', async () => (await shop.server.admin.mails()).length > 0);
  return begun;
}

test('a whole renewal is seen in spans and numbers, and nobody in it', async (t) => {
  const shop = await openShop(t);
  exporter.reset();
  const begun = await renewed(shop);
  await shop.refused('signIn', { body: { email: accounts.mira.email, password: 'not-the-password' } });
  await shop.refused('renewal', { path: { renewalId: begun.renewalId } });
  const notice = await sendNotice(shop, 'pay_nobody', { secret: 'forged' });
  assert.equal(notice.status, 400);
  await until('the jobs have ended', async () => ours().some(({ name }) => name === 'job send-confirmation'));

  for (const name of [
    'signIn',
    'cards',
    'quote',
    'begin',
    'renewal',
    'notice',
    'job settle',
    'job fulfil',
    'job send-confirmation',
    'payments create',
    'payments read',
    'supplier preview',
    'supplier apply',
    'mail send',
  ])
    spanCalled(name);
  assert.deepEqual(spanCalled('begin').attributes, {
    'leb_renew.call': 'begin',
    'http.request.method': 'POST',
    'http.route': '/renewal/renewals',
    'http.response.status_code': 200,
  });
  const [refused] = ours().filter(({ attributes }) => attributes['http.response.status_code'] === 401);
  assert.equal(refused?.attributes['leb_renew.problem'], 'wrong-credentials');
  assert.equal(spanCalled('supplier apply').attributes['leb_renew.outcome'], 'applied');
  const parent = spanCalled('payments create').parentSpanContext?.spanId;
  assert.equal(parent, spanCalled('begin').spanContext().spanId);

  const statuses = (await metric('leb_renew.renewals')).map(({ attributes, value }) => [
    attributes['leb_renew.status'],
    value,
  ]);
  assert.deepEqual(
    new Map(statuses as [string, number][]),
    new Map([
      ['awaiting-payment', 1],
      ['paid', 1],
      ['extending', 1],
      ['renewed', 1],
    ]),
  );
  const durations = await metric('leb_renew.call.duration');
  assert.ok(durations.some(({ attributes }) => attributes['leb_renew.call'] === 'quote'));
  assert.ok(
    (await metric('leb_renew.job.duration')).some(
      ({ attributes }) => attributes['leb_renew.outcome'] === 'done',
    ),
  );

  const [card] = await query<{ iccid: string; card_ref: string }>(
    shop.databaseUrl,
    `select iccid, card_ref from leb_renew.cards where label = 'LEB Global card'`,
  );
  const { resourceMetrics } = await reader.collect();
  const all = exporter
    .getFinishedSpans()
    .map(({ name, attributes, events, status }) => ({ name, attributes, events, status }));
  const told = JSON.stringify([all, resourceMetrics]);
  const { email, name } = accounts.mira;
  const secrets = [email, name, password, 'not-the-password', begun.renewalToken, begun.renewalId];
  for (const secret of [...secrets, card?.iccid ?? '', card?.card_ref ?? ''])
    assert.ok(!told.includes(secret), secret);
});

test('a call goes on with the trace that its request is part of', async (t) => {
  const shop = await openShop(t);
  exporter.reset();
  const traceId = '0af7651916cd43dd8448eb211c80319c';
  const traceparent = `00-${traceId}-b7ad6b7169203331-01`;
  await fetch(`${shop.url}/cards`, { headers: { traceparent } });
  await fetch(`${shop.url}/cards`, { headers: { traceparent: 'nonsense' } });
  const [first, second] = ours().filter(({ name }) => name === 'cards');
  assert.deepEqual(
    [first?.spanContext().traceId, first?.parentSpanContext?.spanId],
    [traceId, 'b7ad6b7169203331'],
  );
  assert.notEqual(second?.spanContext().traceId, traceId);
  assert.equal(second?.parentSpanContext, undefined);
});

test('what fails is marked without its words', async (t) => {
  const shop = await openShop(t, {
    aroundMailer: (mailer) => ({
      ...mailer,
      send: ({ to }) => Promise.reject(new RangeError(`nobody is called ${to}`)),
    }),
  });
  exporter.reset();
  const token = await shop.signIn();
  const begun = await shop.begin(token, (await shop.quote(token)).quoteId);
  await shop.pay(begun, 'approve');
  await until('a mail failed', async () => ours().some(({ name }) => name === 'job send-confirmation'));
  for (const name of ['mail send', 'job send-confirmation']) {
    const { attributes, status, events } = spanCalled(name);
    assert.deepEqual([attributes['error.type'], status, events], ['RangeError', { code: 2 }, []]);
  }
  await query(shop.databaseUrl, 'alter table leb_renew.cards rename to gone');
  assert.equal(await shop.refused('cards', { token }), 'server-error');
  const failed = ours().find(({ attributes }) => attributes['http.response.status_code'] === 500);
  assert.deepEqual([failed?.status, failed?.attributes['leb_renew.problem']], [{ code: 2 }, 'server-error']);
});

test('what waits is told whenever it is asked for, until the server stops', async (t) => {
  const shop = await openShop(t, { supplier: { mishap: () => 'refuse' } });
  const token = await shop.signIn();
  const begun = await shop.begin(token, (await shop.quote(token)).quoteId);
  await shop.pay(begun, 'approve');
  await shop.reaches(begun, 'review');
  await query(
    shop.databaseUrl,
    `insert into leb_renew_jobs.job (name, data, created_on, start_after) values
       ('fulfil', '{}', now() - interval '5 minutes', now() + interval '1 hour'), ('fulfil.dead', '{}', now(), now())`,
  );
  const of = async (name: keyof typeof instruments, job: string) =>
    (await metric(name)).find(({ attributes }) => attributes['leb_renew.job'] === job)?.value;
  assert.equal((await metric('leb_renew.reviews'))[0]?.value, 1);
  assert.equal(await of('leb_renew.jobs.waiting', 'fulfil'), 1);
  assert.equal(await of('leb_renew.jobs.dead', 'fulfil'), 1);
  assert.ok(Number(await of('leb_renew.jobs.oldest', 'fulfil')) >= 300);
  await shop.stopServer();
  // Whoever collects then must not be sent to a database that is closed.
  await metric('leb_renew.reviews');
  await shop.restartServer();
});

test('the paper has the tables of spans and metrics, as the code has them', () => {
  const paper = readFileSync(new URL('../../docs/operations.md', import.meta.url), 'utf8');
  const rows = paper.split('\n').map((line) =>
    line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim()),
  );
  const under = (head: string) => {
    const at = rows.findIndex(([first]) => first === head);
    const rest = rows.slice(at + 2);
    return rest.slice(
      0,
      rest.findIndex((row) => row.length === 0),
    );
  };
  assert.deepEqual(
    under('span'),
    Object.entries(spans).map(([name, about]) => [`\`${name}\``, about]),
  );
  assert.deepEqual(
    under('metric'),
    Object.entries(instruments).map(([name, [unit, about]]) => [`\`${name}\``, `\`${unit}\``, about]),
  );
});
