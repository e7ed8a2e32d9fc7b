/** Code rules, import rules and format, without running anything. */
import { lint } from './check/static.mjs';

for (const { run } of lint) {
  if ((await run()) !== 0) process.exitCode = 1;
}
