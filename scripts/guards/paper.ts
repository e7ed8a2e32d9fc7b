import { format } from 'prettier';
import { guards } from './guards.ts';

const [begin, end] = ['<!-- from the code: guards -->', '<!-- end: guards -->'];

/** docs/mutation.md with the table of guards as the code has them now. */
export async function withGuards(paper: string): Promise<string> {
  const [from, to] = [paper.indexOf(begin), paper.indexOf(end)];
  if (from < 0 || to < from) throw new Error('docs/mutation.md has no place for the guards');
  const rows = guards.map(({ name, changes, caughtBy: { file, title } }) =>
    [name, filesOf(changes), `\`${file}\`: ${title} …`].join(' | '),
  );
  const table = ['what is taken away | where | and then fails', '--- | --- | ---', ...rows].join('\n');
  const written = `${paper.slice(0, from + begin.length)}\n\n${table}\n\n${paper.slice(to)}`;
  return format(written, { parser: 'markdown', printWidth: 110, singleQuote: true });
}

const filesOf = (changes: (typeof guards)[number]['changes']): string =>
  [...new Set(changes.map(({ file }) => `\`${file}\``))].join(', ');
