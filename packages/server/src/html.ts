import { html as written } from 'hono/html';

/** A piece of HTML, escaped where it had to be. */
export type Html = Exclude<ReturnType<typeof written>, Promise<unknown>>;

export const html = (strings: TemplateStringsArray, ...pieces: unknown[]): Html =>
  // Only a promise among the pieces would make it one.
  written(strings, ...pieces) as Html;
