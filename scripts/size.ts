/** What a page pays for each entry: `npm run size` prints it and writes docs/sizes.md, and a test keeps that true. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './commands.mjs';
import { measureAll, report } from './sizes/report.ts';

const text = await report(await measureAll());
writeFileSync(join(root, 'docs/sizes.md'), text);
console.log(text.slice(text.indexOf('|')));
