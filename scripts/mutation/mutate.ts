import { globSync, readFileSync } from 'node:fs';
import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Stryker } from '@stryker-mutator/core';
import type { Group } from './groups.ts';
import { asOneLine, type Survivor } from './survivors.ts';

type Mutant = Awaited<ReturnType<Stryker['runMutationTest']>>[number];

export interface Result {
  readonly killed: number;
  readonly survivors: readonly Survivor[];
  /** Neither: the tests could not be run on them. */
  readonly broken: number;
}

const root = fileURLToPath(new URL('../..', import.meta.url));

/**
 * Makes every small change that Stryker knows to a group's sources, one at a time and in a copy of core, and runs
 * the group's tests on each.
 */
export async function mutate({ mutate, tests }: Group): Promise<Result> {
  const mutants = await new Stryker({
    configFile: 'scripts/mutation/stryker.config.mjs',
    mutate: [...mutate],
    tap: { testFiles: tests.flatMap((glob) => globSync(glob, { cwd: root })).map(withSlashes) },
  }).runMutationTest();

  const thatAre = (...statuses: Mutant['status'][]) =>
    mutants.filter(({ status }) => statuses.includes(status));
  return {
    killed: thatAre('Killed', 'Timeout').length,
    survivors: thatAre('Survived', 'NoCoverage').map(survivorOf),
    broken: thatAre('RuntimeError').length,
  };
}

function survivorOf({ fileName, location: { start, end }, replacement }: Mutant): Survivor {
  const lines = readFileSync(fileName, 'utf8')
    .split('\n')
    .slice(start.line - 1, end.line);
  const [first = '', last = ''] = [lines[0], lines.at(-1)];
  return {
    file: withSlashes(relative(root, fileName)),
    before: asOneLine(lines.join('\n')),
    after: asOneLine(first.slice(0, start.column - 1) + replacement + last.slice(end.column - 1)),
  };
}

const withSlashes = (path: string): string => path.replaceAll('\\', '/');
