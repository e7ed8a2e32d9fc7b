/** Brings the generated parts of `docs/machines.md` up to date. */
import { readFileSync, writeFileSync } from 'node:fs';
import { withParts } from './parts.ts';

const paper = new URL('../../docs/machines.md', import.meta.url);
writeFileSync(paper, withParts(readFileSync(paper, 'utf8')));
