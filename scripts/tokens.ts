/** Makes the themes, the tokens in code and their tables of `packages/themes/tokens`: `npm run tokens`. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './commands.mjs';
import { tokenFiles } from './tokens/files.ts';

for (const [path, text] of await tokenFiles()) writeFileSync(join(root, path), text);
