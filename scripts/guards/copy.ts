import {
  cpSync,
  existsSync,
  globSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of the project. */
export const root = fileURLToPath(new URL('../..', import.meta.url));

/** What tests are made of. */
const parts = [
  'bench',
  'docs',
  'examples',
  'packages',
  'scripts',
  'test',
  'README.md',
  'package.json',
  'tsconfig.base.json',
  'web-test-runner.config.js',
];
const leftOut = new Set(['node_modules', 'dist', '.data', '.cache']);

/**
 * Copies the sources to a new folder in which `@leb-renew/*` means the copy; libraries are those of the project. Whoever
 * asked removes it.
 */
export function copyOfProject(): { readonly folder: string; remove(): void } {
  const cache = join(root, '.cache');
  mkdirSync(cache, { recursive: true });
  const folder = mkdtempSync(join(cache, 'guards-'));
  for (const part of parts)
    cpSync(join(root, part), join(folder, part), {
      recursive: true,
      filter: (path) => !leftOut.has(basename(path)),
    });
  for (const libraries of globSync(['node_modules', '{packages,examples}/*/node_modules'], { cwd: root }))
    link(libraries, folder);
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

/** Every library by a link of its own, so that our own packages can be other ones. */
function link(libraries: string, folder: string): void {
  const to = join(folder, libraries);
  mkdirSync(to, { recursive: true });
  for (const name of readdirSync(join(root, libraries)))
    if (name !== '@leb-renew') symlinkSync(join(root, libraries, name), join(to, name), 'junction');
  const own = join(root, libraries, '@leb-renew');
  if (!existsSync(own)) return;
  mkdirSync(join(to, '@leb-renew'));
  for (const name of readdirSync(own))
    symlinkSync(join(folder, 'packages', name), join(to, '@leb-renew', name), 'junction');
}
