/** The pinned pnpm, for changing dependencies: npm run pnpm add -- -D something */
import { run } from './run.mjs';

process.exitCode = await run('pnpm', process.argv.slice(2), { shell: process.platform === 'win32' });
