/** A change of the code that no test notices. */
export interface Survivor {
  /** From the project's folder. */
  readonly file: string;
  /** The lines that it changes, as one. */
  readonly before: string;
  /** What it makes of them. */
  readonly after: string;
}

export const asOneLine = (text: string): string => text.replaceAll(/\s+/g, ' ').trim();

export const isSame = (one: Survivor, other: Survivor): boolean => shown(one) === shown(other);

/** As it stands in docs/mutation.md, above the reason why it may live. */
export const shown = ({ file, before, after }: Survivor): string =>
  `\`\`\`diff\n# ${file}\n- ${before}\n+ ${after}\n\`\`\``;

/** The survivors in a text that gives a reason below each. */
export const explainedIn = (text: string): Survivor[] =>
  [...text.matchAll(/^```diff\n# (.+)\n- (.+)\n\+ (.+)\n```\n\n(?=\w)/gm)].map(
    ([, file = '', before = '', after = '']) => ({ file, before, after }),
  );
