/** What a page pays for each entry: `npm run sizes` writes docs/sizes.md, and a test keeps it true. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './commands.mjs';
import { measureAll, report } from './sizes/report.ts';

writeFileSync(join(root, 'docs/sizes.md'), await report(await measureAll()));
