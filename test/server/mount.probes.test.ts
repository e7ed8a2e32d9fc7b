import { check, Problem } from '@leb-renew/core/contract';
import fc from '../chance.ts';
import assert from 'node:assert/strict';
import { request, type IncomingHttpHeaders } from 'node:http';
import { test, type TestContext } from 'node:test';
import { openShop } from './shop/open-shop.ts';

interface Said {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
}

/** What stands here goes over the wire as it is; `fetch` would tidy it up. */
function ask(
  base: string,
  method: string,
  path: string,
  headers: Record<string, string> = {},
): Promise<Said> {
  const { hostname, port, pathname } = new URL(base);
  return new Promise((resolve, reject) => {
    request({ hostname, port, method, path: pathname + path, headers }, (response) => {
      let text = '';
      response.on('data', (chunk: Buffer) => (text += chunk.toString()));
      response.on('end', () =>
        resolve({ status: response.statusCode ?? 0, headers: response.headers, text }),
      );
    })
      .on('error', reject)
      .end();
  });
}

async function setup(t: TestContext) {
  const failures: string[] = [];
  const shop = await openShop(t, {
    log({ level, event }) {
      if (level === 'error') failures.push(event);
    },
  });
  const token = await shop.signIn();
  const { cardRef } = await shop.cardCalled(token, 'LEB Global card');
  const mustBeClean = ({ status, headers, text }: Said, what: string, statuses: readonly number[]) => {
    assert.ok(statuses.includes(status), `${what}: ${status} ${text}`);
    assert.equal(headers['content-type'], 'application/problem+json', what);
    const problem = check(Problem, JSON.parse(text));
    assert.ok(problem.ok, what);
    assert.equal(problem.value.status, status, what);
    assert.equal(headers['set-cookie'], undefined, what);
    assert.deepEqual(failures, [], what);
  };
  return { shop, token, cardRef, authorization: `Bearer ${token}`, mustBeClean };
}

const injections = [
  "x'%20or%20'1'='1",
  "x';drop%20table%20leb_renew.cards;--",
  'x%22%3B--',
  '%00',
  'c_1%00',
  '%ff%fe',
  '%E0%A4%A',
  '%',
  '%2e%2e%2f%2e%2e%2fetc%2fpasswd',
  '%252e%252e',
  'x%0d%0aset-cookie:%20a=b',
  '%0a',
  '%F0%9F%92%A9',
  '__proto__',
  'constructor',
  '{{7*7}}',
  '${7*7}',
  '%3Cscript%3Ealert(1)%3C/script%3E',
  '*',
  ':cardRef',
  'x'.repeat(5_000),
];

test('an injection in a path finds nothing and changes nothing', async (t) => {
  const { shop, authorization, mustBeClean } = await setup(t);
  const before = await shop.snapshot();
  for (const probe of injections) {
    for (const [method, path] of [
      ['GET', `/cards/${probe}/plans`],
      ['GET', `/renewals/${probe}`],
      ['POST', `/renewals/${probe}/cancel`],
      ['GET', `/renewals/${probe}/receipt`],
      ['POST', `/notices/${probe}`],
      ['GET', `/${probe}`],
    ] as const) {
      const said = await ask(shop.url, method, path, { authorization });
      mustBeClean(said, `${method} ${path}`, [404]);
      assert.doesNotMatch(said.text, /script|passwd|drop|49/);
    }
  }
  assert.equal(await shop.snapshot(), before);
});

test('an injection in a query is an unknown currency, or no wish at all', async (t) => {
  const { shop, authorization, cardRef, mustBeClean } = await setup(t);
  for (const probe of injections) {
    const said = await ask(shop.url, 'GET', `/cards/${cardRef}/plans?currency=${probe}`, { authorization });
    mustBeClean(said, probe, [422]);
    for (const query of [`refresh=${probe}`, `${probe}=1`, `currency[]=${probe}`]) {
      const other = await ask(shop.url, 'GET', `/renewals/r_none?${query}`, { authorization });
      mustBeClean(other, query, [404]);
    }
  }
});

test('an injection in a header is nobody’s token, origin, language or key', async (t) => {
  const { shop, authorization, mustBeClean } = await setup(t);
  const probes = [
    "' or 1=1 --",
    '%00',
    '\u00ff\u00fe',
    '../..',
    '*',
    '<script>',
    'x'.repeat(1_000),
    ','.repeat(1_000),
  ];
  for (const probe of probes) {
    for (const bearer of [`Bearer ${probe}`, `Bearer rt_${probe}`, `Basic ${probe}`, probe])
      mustBeClean(await ask(shop.url, 'GET', '/cards', { authorization: bearer }), bearer, [401]);
    const headers = {
      authorization,
      origin: probe,
      cookie: probe,
      'accept-language': probe,
      'idempotency-key': probe,
      'content-type': probe,
      'x-forwarded-host': probe,
      'x-forwarded-for': probe,
    };
    const said = await ask(shop.url, 'GET', '/renewals/r_none', headers);
    mustBeClean(said, probe, [404]);
    assert.equal(said.headers['access-control-allow-origin'], undefined);
    assert.equal((await ask(shop.url, 'GET', '/cards', headers)).status, 200);
  }
});

test('whatever stands in a path or a query, the answer is a clean problem', async (t) => {
  const { shop, authorization, cardRef, mustBeClean } = await setup(t);
  // Everything that fits into a request line, but for what the adapter refuses before us.
  const letter = fc.integer({ min: 0x21, max: 0x7e }).map((code) => String.fromCharCode(code));
  const word = fc
    .string({ unit: letter, minLength: 1, maxLength: 40 })
    .filter((text) => !/[/?#\\]/.test(text));
  await fc.assert(
    fc.asyncProperty(word, word, async (name, value) => {
      const { url } = shop;
      mustBeClean(await ask(url, 'GET', `/renewals/r_${name}?${value}`, { authorization }), name, [404]);
      const query = `currency=${name}&${value}`;
      mustBeClean(await ask(url, 'GET', `/cards/${cardRef}/plans?${query}`, { authorization }), query, [422]);
    }),
    { numRuns: 100 },
  );
});
