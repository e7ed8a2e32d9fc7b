/**
 * Run by Stryker inside its copy of the project, before the tests: makes `@leb-renew/core` mean the copy, whose files
 * it changes, and core's libraries be found from there. Everything else Node looks up in the real project above.
 */
import { mkdirSync, symlinkSync } from 'node:fs';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const libraries = fileURLToPath(new URL('../../packages/core/node_modules', import.meta.url));
mkdirSync('node_modules/@leb-renew', { recursive: true });
symlinkSync(resolve('packages/core'), 'node_modules/@leb-renew/core', 'junction');
symlinkSync(libraries, 'packages/core/node_modules', 'junction');
