import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { explore, type Exploration } from './model/explore.ts';
import { guardsOfServer, pageGuards } from './model/guards.ts';
import { settingOf } from './model/settings.ts';
import type { ServerGuard } from './model/shop.ts';
import { worldOf } from './model/world.ts';

const showsTraces = process.env['MODEL'] === 'traces';

const said = (side: string, name: string, breaks: string | null, coveredBy = ''): string =>
  breaks === null
    ? `${side}, “${name}”: nothing breaks, because ${coveredBy}`
    : `${side}, “${name}”: no longer holds that ${breaks}`;

function judge(
  t: { diagnostic(words: string): void },
  { states, violation }: Exploration,
  breaks: string | null,
) {
  if (showsTraces) t.diagnostic([`${states} states`, ...(violation?.trace ?? [])].join('\n  '));
  assert.equal(violation?.promise ?? null, breaks);
}

describe('without a guard a promise breaks', () => {
  for (const [name, { change, where, breaks, coveredBy }] of Object.entries(pageGuards))
    test(said('page', name, breaks, coveredBy), async (t) => {
      judge(t, explore(worldOf(await settingOf(where, change)), breaks ?? undefined), breaks);
    });

  for (const [name, { where, breaks, coveredBy }] of Object.entries(guardsOfServer))
    test(said('server', name, breaks, coveredBy), async (t) => {
      const setting = { ...(await settingOf(where)), without: name as ServerGuard };
      judge(t, explore(worldOf(setting), breaks ?? undefined), breaks);
    });
});
