import type { Messages } from './messages.ts';

/** Puts what a page says instead over the words of a section, in the language that they are spoken in. */
type Lay = <Section extends keyof Messages>(
  words: Messages[Section],
  section: Section,
  spoken: string,
) => Messages[Section];

/** Nothing, until `overrideTexts` is loaded and called. */
export const overrides: { lay: Lay } = { lay: (words) => words };
