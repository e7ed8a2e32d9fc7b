import { globSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root, runTool } from '../commands.mjs';
import { compact } from './compact.ts';

const packages = ['core', 'themes', 'widget', 'server'];
process.exitCode = await runTool('tsc', ['-b', ...packages.map((name) => `packages/${name}`)]);

for (const name of globSync('packages/widget/dist/**/*.js', { cwd: root })) {
  const file = join(root, name);
  const code = readFileSync(file, 'utf8');
  const shorter = compact(file, code);
  if (shorter !== code) writeFileSync(file, shorter);
}
