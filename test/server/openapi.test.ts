import { Validator } from '@seriousme/openapi-schema-validator';
import * as contract from '@leb-renew/core/contract';
import { calls, type CallName, type Problem, type Schema } from '@leb-renew/core/contract';
import { Ajv2020 } from 'ajv/dist/2020.js';
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { describe, test } from 'node:test';
import { openApiDocument } from '../../packages/server/src/openapi/document.ts';
import type { OpenApi } from '../../packages/server/src/openapi/open-api.ts';
import { examples } from '../../packages/server/src/openapi/examples.ts';
import { schemasInWords } from '../../packages/server/src/openapi/schemas-in-words.ts';
import { show, type ShownSchema } from '../../packages/server/src/openapi/schemas.ts';
import { answerOf, essence, operationOf, shortened, tell } from './openapi/live.ts';
import { openShop } from './shop/open-shop.ts';

const callNames = Object.keys(calls) as CallName[];

function setup() {
  // As it goes over the wire.
  const document = JSON.parse(JSON.stringify(openApiDocument('https://shop.example/renewal/'))) as OpenApi;
  const ajv = new Ajv2020({
    strict: true,
    strictTypes: false,
    strictRequired: false,
    formats: {
      'date-time': (text: string) => !Number.isNaN(Date.parse(text)),
      'iana-time-zone': /^[A-Za-z_]+\/[A-Za-z_]+$/,
    },
  });
  const standingAlone = (schema: ShownSchema) =>
    JSON.parse(
      JSON.stringify(schema).replaceAll('#/components/schemas/', 'https://schemas.example/'),
    ) as object;
  for (const [name, schema] of Object.entries(document.components.schemas))
    ajv.addSchema({ $id: `https://schemas.example/${name}`, ...standingAlone(schema) });
  const faultsOf = (schema: ShownSchema, value: unknown) => {
    const validate = ajv.compile(standingAlone(schema));
    return validate(value) ? [] : validate.errors;
  };
  return { document, faultsOf };
}

describe('The OpenAPI document', () => {
  test('is valid OpenAPI 3.1 in the eyes of somebody else', async () => {
    const { document } = setup();
    const validator = new Validator();
    const { valid, errors } = await validator.validate(document as unknown as Record<string, unknown>);
    assert.deepEqual(errors ?? [], []);
    assert.ok(valid);
    assert.equal(validator.version, '3.1');
  });

  test('has one operation per call of the contract, and no other', () => {
    const { document } = setup();
    const operations = Object.values(document.paths).flatMap((methods) => Object.values(methods));
    assert.deepEqual(operations.map(({ operationId }) => operationId).sort(), [...callNames].sort());
    assert.deepEqual(document.servers, [{ url: 'https://shop.example/renewal' }]);
  });

  test('calls every type of the contract by its name', () => {
    const isSchema = (value: unknown): value is Schema =>
      typeof value === 'object' &&
      value !== null &&
      ['type', 'enum', 'anyOf', 'oneOf'].some((key) => Object.hasOwn(value, key));
    const types = Object.entries(contract).filter(
      ([name, value]) => isSchema(value) && !name.startsWith('Sandbox'),
    );
    assert.ok(types.length > 30);
    for (const [name, schema] of types)
      assert.equal(show(schema as Schema).$ref, `#/components/schemas/${name}`);
  });

  test('refers to nothing that is not there', () => {
    const { document } = setup();
    const text = JSON.stringify(document);
    const targets = [...text.matchAll(/"\$ref":"#\/components\/(\w+)\/(\w+)"/g)];
    assert.ok(targets.length > 100);
    for (const [, section, name] of targets)
      assert.ok(Object.hasOwn(document.components[section as 'schemas'], name!), `${section}/${name}`);
  });

  test('has words for types and members that exist', () => {
    const { document } = setup();
    const found = new Set<string>();
    const walk = (schema: ShownSchema, path: string) => {
      found.add(path);
      for (const [member, property] of Object.entries(schema.properties ?? {}))
        walk(property, `${path}.${member}`);
      for (const form of [...(schema.anyOf ?? []), ...(schema.oneOf ?? [])]) walk(form, path);
      if (schema.items) walk(schema.items, path);
    };
    for (const [name, schema] of Object.entries(document.components.schemas)) walk(schema, name);
    assert.deepEqual(
      Object.keys(schemasInWords).filter((path) => !found.has(path)),
      [],
    );
    for (const [name, { description }] of Object.entries(document.components.schemas))
      assert.equal(description, schemasInWords[name], name);
  });

  test('has examples that pass their own schemas', () => {
    const { document, faultsOf } = setup();
    let count = 0;
    const check = (what: string, schema: ShownSchema, value: unknown) => {
      count += 1;
      assert.deepEqual(faultsOf(schema, value), [], what);
    };
    for (const name of callNames) {
      const { parameters, requestBody, responses } = operationOf(document, name);
      for (const { name: parameter, schema, example } of parameters)
        check(`${name} ${parameter}`, schema, example);
      for (const [status, { content = {} }] of [
        ['request', requestBody ?? {}],
        ...Object.entries(responses),
      ] as [
        string,
        { content?: Record<string, { schema: ShownSchema; example?: unknown; examples?: object }> },
      ][])
        for (const { schema, example, examples } of Object.values(content)) {
          if (examples === undefined) check(`${name} ${status}`, schema, example);
          for (const [code, { value }] of Object.entries<{ value: { status: number } }>({ ...examples })) {
            check(`${name} ${code}`, schema, value);
            assert.equal(String(value.status), status);
          }
        }
    }
    assert.ok(count > 100, `only ${count} examples`);
  });

  test('has problem examples that no other problem’s response takes', () => {
    const { document, faultsOf } = setup();
    const { responses } = operationOf(document, 'quote');
    const { schema } = responses[404]!.content!['application/problem+json']!;
    const other = responses[409]!.content!['application/problem+json']!.examples!['not-renewable']!.value;
    assert.notDeepEqual(faultsOf(schema, other), []);
  });
});

describe('A running server', () => {
  test('answers the document’s own examples as the document says', async (t) => {
    const shop = await openShop(t, { options: { pageUrl: 'https://shop.example/' } });
    const served = await fetch(`${shop.url}/openapi.json`);
    assert.equal(served.headers.get('content-type'), 'application/json');
    const document = (await served.json()) as OpenApi;
    assert.deepEqual(document, JSON.parse(JSON.stringify(openApiDocument(shop.url))));

    const said = await tell(shop, document);
    assert.deepEqual([...said.keys()].sort(), [...callNames].sort());
    for (const [name, { status, value, problem }] of said) {
      const { status: documented, example } = answerOf(operationOf(document, name));
      assert.equal(status, documented, `${name}: ${JSON.stringify(problem)}`);
      assert.deepEqual(essence(shortened(value, example)), essence(example), name);
    }
  });

  test('answers with no problem that the document does not name for the call', async (t) => {
    const shop = await openShop(t);
    const document = openApiDocument(shop.url);
    const token = await shop.signIn();
    const quote = await shop.quote(token);
    const begun = await shop.begin(token, quote.quoteId);
    const path = { cardRef: quote.cardRef, renewalId: begun.renewalId };
    const good = { cardRef: quote.cardRef, planId: 'global-12m', currency: 'USD' };
    const again = await shop.quote(token, { planId: 'global-1m' });
    const tries: readonly (readonly [CallName, Parameters<typeof shop.call>[1]])[] = [
      ...callNames
        .flatMap((name) => [
          [name, { path }] as const,
          [name, { path, token: 'x'.repeat(32) }] as const,
          [name, { path, token: 'rt_forged' }] as const,
          [
            name,
            {
              path: { cardRef: 'c_x', renewalId: 'r_x' },
              token,
              body: calls[name].method === 'GET' ? undefined : '{',
            },
          ] as const,
          ...(calls[name].method === 'POST'
            ? [
                [name, { path, token, body: { strange: 1 } }] as const,
                [name, { path, token, body: 'x'.repeat(70_000) }] as const,
              ]
            : []),
        ])
        .filter(([name]) => name !== 'signOut' && name !== 'cancel'),
      ['signIn', { body: { email: 'mira@example.com', password: 'wrong' } }],
      ['plans', { token, path, query: '?currency=XAU' }],
      ['quote', { token, body: { ...good, cardRef: 'c_x' } }],
      ['quote', { token, body: { ...good, planId: 'none' } }],
      ['quote', { token, body: { ...good, planId: 'asia-1m' } }],
      ['quote', { token, body: { ...good, currency: 'XAU' } }],
      ['begin', { token, body: { quoteId: 'q_x' } }],
      ['begin', { token, body: { quoteId: again.quoteId } }],
      ['receipt', { token, path }],
    ];
    const seen = new Set<string>();
    for (const [name, wish] of tries) {
      const { problem } = await shop.call(name, wish);
      if (problem === null) continue;
      mustName(document, name, problem);
      seen.add(problem.code);
    }
    assert.ok(seen.size >= 13, [...seen].join());
  });

  test('names what a seller answers who signs customers in', async (t) => {
    const shop = await openShop(t, { options: { authenticate: () => null } });
    const document = openApiDocument(shop.url);
    for (const name of ['signIn', 'verifyCode', 'requestReset', 'setPassword'] as const) {
      const { problem } = await shop.call(name, { body: examples[name].body });
      assert.equal(problem?.code, 'not-found');
      mustName(document, name, problem);
    }
  });
});

function mustName(document: OpenApi, name: CallName, { status, code }: Problem): void {
  const { content } = operationOf(document, name).responses[String(status)] ?? {};
  const named = content?.['application/problem+json']?.examples ?? {};
  assert.ok(Object.hasOwn(named, code), `${name} answered ${code}`);
}

describe('The docs page', () => {
  async function read(t: Parameters<typeof openShop>[0]) {
    const shop = await openShop(t);
    const response = await fetch(`${shop.url}/docs`);
    return { response, page: await response.text(), document: openApiDocument(shop.url) };
  }

  test('tells everything that the document tells, and its links lead somewhere', async (t) => {
    const { response, page, document } = await read(t);
    assert.equal(response.headers.get('content-type'), 'text/html; charset=UTF-8');
    const ids = [...page.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id!);
    assert.equal(new Set(ids).size, ids.length);
    const links = [...page.matchAll(/ href="#([^"]+)"/g)].map(([, id]) => id!);
    assert.deepEqual(
      links.filter((id) => !ids.includes(id)),
      [],
    );
    for (const name of callNames) assert.ok(ids.includes(`call-${name}`), name);
    for (const name of Object.keys(document.components.schemas)) assert.ok(ids.includes(name), name);
    const codes = JSON.stringify(document).matchAll(/"code":"([a-z-]+)"/g);
    for (const [, code] of codes) assert.ok(ids.includes(`problem-${code}`), code);
    for (const { summary, description } of Object.values(document.paths).flatMap((each) =>
      Object.values(each),
    ))
      for (const text of [summary, description.split(/[`*]/)[0]!]) assert.ok(page.includes(text), text);
  });

  test('asks for nothing else and runs nothing, and a browser is told to see to it', async (t) => {
    const { response, page } = await read(t);
    assert.doesNotMatch(page, /<script|<iframe|<img|@import|url\(|\son\w+=|\sstyle=/);
    const addresses = [...page.matchAll(/ (?:src|href)="([^"#][^"]*)"/g)].map(([, address]) => address);
    assert.deepEqual(addresses, ['data:,', 'openapi.json']);
    const policy = response.headers.get('content-security-policy') ?? '';
    const [, style] = /<style>(.*?)<\/style>/s.exec(page)!;
    const hash = createHash('sha256').update(style!).digest('base64');
    for (const rule of ["default-src 'none'", `style-src 'sha256-${hash}'`, "frame-ancestors 'none'"])
      assert.ok(policy.includes(rule), rule);
  });
});
