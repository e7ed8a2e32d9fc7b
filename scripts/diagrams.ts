/** Writes what `docs/machines.md` has from the code: state diagrams, states, promises, guards. */
import { readFileSync, writeFileSync } from 'node:fs';
import { withParts } from './diagrams/parts.ts';

const paper = new URL('../docs/machines.md', import.meta.url);
writeFileSync(paper, withParts(readFileSync(paper, 'utf8')));
