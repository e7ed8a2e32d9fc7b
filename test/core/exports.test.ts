import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { describe, test } from 'node:test';
import fc from '../chance.ts';
import { Misuse } from '@leb-renew/core';
import manifest from '../../packages/core/package.json' with { type: 'json' };
import { almost, anything, type Arguments } from './exports/anything.ts';
import { faultIn } from './exports/faults.ts';
import { rows } from './exports/rows.ts';
import type { Maker, Row } from './exports/row.ts';

type Callable = (...given: Arguments) => unknown;
const isCallable = (value: unknown): value is Callable => typeof value === 'function';

const folder = new URL('../../packages/core/', import.meta.url);
const entries = Object.entries(manifest.exports)
  .filter(
    ([, target]) => typeof target === 'object' && existsSync(new URL(target['@leb-renew/source'], folder)),
  )
  .map(([entry]) => `@leb-renew/core${entry.slice(1)}`);

/** By name; one function may stand in several entries. */
const exported = new Map<string, Callable>();
for (const entry of entries)
  for (const [name, value] of Object.entries((await import(entry)) as Record<string, unknown>)) {
    if (value === Misuse || !isCallable(value)) continue;
    assert.equal(exported.get(name) ?? value, value, `two functions are called ${name}`);
    exported.set(name, value);
  }

/** The functions of an object and of its parts, by path. */
const functionsOf = (made: object, path = ''): [path: string, call: Callable][] =>
  Object.entries(made).flatMap(([name, member]: [string, unknown]) => {
    if (isCallable(member)) return [[path + name, member]];
    return path === '' && typeof member === 'object' && member !== null
      ? functionsOf(member, `${name}.`)
      : [];
  });

/** Calls it and holds it to its promise: the answer of its row or, where it may, a refusal. */
async function holds(call: Callable, given: Arguments, row: Row, mayRefuse = true) {
  let answer: unknown;
  try {
    answer = call(...given);
  } catch (error) {
    if (!mayRefuse || !(error instanceof Misuse)) throw error;
    const [text] = given;
    if (!row.keepsSecret) assert.match(error.message, /\S.* is [^]*, must be \S/);
    else if (typeof text === 'string' && text.length > 4) assert.ok(!error.message.includes(text));
    return;
  }
  let settled: unknown;
  try {
    settled = await answer;
  } catch (error) {
    if (row.loses?.test(String(error))) return;
    throw error;
  }
  assert.ok(row.gives(settled as never), 'answers something else than it promises');
  if (!row.handsOn) assert.equal(faultIn(settled, { credits: row.credits ?? false }), null);
}

const run = (given: fc.Arbitrary<Arguments>, property: (given: Arguments) => Promise<void>) =>
  fc.assert(fc.asyncProperty(given, property), { numRuns: 300 });

function mustHold(name: string, row: Row, find: () => Callable | Promise<Callable>) {
  test(`${name} answers what is right`, async () => {
    const call = await find();
    await run(row.takes, (given) => holds(call, given, row, false));
  });
  test(`${name} answers or refuses what is almost right`, async () => {
    const call = await find();
    await run(almost(row.takes), (given) => holds(call, given, row));
  });
  test(`${name} answers or refuses anything`, async () => {
    const call = await find();
    await run(fc.array(anything, { maxLength: 4 }), (given) => holds(call, given, row));
  });
}

async function partsOf(make: Callable, given: Arguments, { prepare }: Maker) {
  const made = make(...given) as never;
  await prepare?.(made);
  return new Map(functionsOf(made));
}

const firstOf = ({ takes }: Row): Arguments => fc.sample(takes, { numRuns: 1 })[0] ?? [];

describe('Every exported function', () => {
  test('stands in the table, and nothing else does', () => {
    assert.deepEqual(Object.keys(rows).sort(), [...exported.keys()].sort());
  });

  for (const [name, row] of Object.entries(rows)) {
    const call = exported.get(name);
    if (call === undefined) continue; // Named by the test above.
    mustHold(name, row, () => call);
    const { makes } = row;
    if (makes === undefined) continue;

    const right = () => partsOf(call, firstOf(row), makes);
    test(`what ${name} makes stands in the table, and nothing else does`, async () => {
      assert.deepEqual(Object.keys(makes.parts).sort(), [...(await right()).keys()].sort());
    });
    for (const [part, partRow] of Object.entries(makes.parts))
      mustHold(`${part} of ${name}`, partRow, async () => (await right()).get(part)!);

    test(`what ${name} makes of something almost right answers or refuses`, () =>
      run(almost(row.takes), async (given) => {
        const parts = await partsOf(call, given, makes).catch(() => null);
        if (parts === null) return; // How it refuses is seen above.
        for (const [part, partRow] of Object.entries(makes.parts))
          await holds(parts.get(part)!, firstOf(partRow), partRow);
      }));
  }
});
