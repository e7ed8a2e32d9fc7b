import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { themes } from '../../packages/themes/src/list.ts';
import { makeManifest, manifestFile, written } from '../../scripts/manifest/manifest.ts';

describe('The custom elements manifest', () => {
  const manifest = makeManifest();
  const elements = manifest.modules.flatMap(({ declarations }) => declarations);

  test('is what the doc comments of the elements say', () => {
    const isFresh = readFileSync(manifestFile, 'utf8') === written(manifest);
    assert.ok(isFresh, 'packages/widget/custom-elements.json is stale: run `npm run manifest`');
  });

  test('has all elements that a page can have', () => {
    assert.deepEqual(
      elements.map(({ tagName }) => tagName),
      ['checkout-panel', 'payment-form', 'plan-picker', 'receipt', 'renewal', 'sign-in', 'status-badge'].map(
        (name) => `leb-${name}`,
      ),
    );
  });

  test('names only events that there are, and each by its class', () => {
    const source = readFileSync(new URL('../../packages/widget/src/events.ts', import.meta.url), 'utf8');
    const exported = new Map(
      [...source.matchAll(/export class (\w+) extends Event \{\s+static readonly type = '([\w-]+)'/g)].map(
        ([, name, type]) => [type, name],
      ),
    );
    const told = elements.flatMap(({ events }) => events);
    assert.deepEqual(
      told.filter(({ name, type }) => exported.get(name) !== type.text),
      [],
    );
    assert.deepEqual(new Set(told.map(({ name }) => name)), new Set(exported.keys()));
  });

  test('names the theme among the attributes of each element, with all themes', () => {
    for (const { tagName, attributes } of elements) {
      const { description = '' } = attributes.find(({ name }) => name === 'theme') ?? {};
      for (const name of Object.keys(themes)) assert.ok(description.includes(name), `${tagName}: ${name}`);
    }
  });

  test('says of everything what it is for', () => {
    const mute = elements.flatMap(({ tagName, attributes, members, events, slots, cssParts }) =>
      [...attributes, ...members, ...events, ...slots, ...cssParts]
        .filter(({ description }) => description === '')
        .map(({ name }) => `${tagName}: ${name}`),
    );
    assert.deepEqual(mute, []);
  });
});
