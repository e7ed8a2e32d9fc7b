/** What Stripe's API takes, as JSON Schema from the `stripe` package's own types: `npm run stripe-schemas`. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './commands.mjs';
import { schemasOf } from './stripe-schemas/schemas.ts';
import { sha256, typesOfStripe } from './stripe-schemas/types.ts';

const types = typesOfStripe();
// Inside the project, because the types ask for those of Node.
const folder = mkdtempSync(join(root, '.cache/stripe-types-'));
try {
  const schemas = schemasOf(types, folder);
  const to = join(root, 'test/fakes/stripe/schemas');
  writeFileSync(join(to, 'requests.json'), schemas);
  const madeFrom = { ...types.madeFrom, requestsSha256: sha256(schemas) };
  writeFileSync(join(to, 'made-from.json'), `${JSON.stringify(madeFrom, null, 2)}\n`);
  console.log(`${Math.round(schemas.length / 1024)} kB from stripe ${types.madeFrom.version}`);
} finally {
  rmSync(folder, { recursive: true });
}
