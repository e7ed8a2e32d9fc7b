const told = new Set<string>();

/** `leb-*` in the console: said once for the page, whatever element comes across it first. */
export const everyElement = { localName: 'leb-*' };

/**
 * Tells the developer of the page about a mistake in what an element was given. The same words are said once per page,
 * however often the element renders and however many of its kind there are.
 */
export function warnOnce({ localName }: { readonly localName: string }, mistake: unknown): void {
  const text = `<${localName}>: ${mistake instanceof Error ? mistake.message : String(mistake)}`;
  if (told.has(text)) return;
  told.add(text);
  // oxlint-disable-next-line no-console -- The one place that does: a person cannot act on it, and a page has no other ear.
  console.warn(text);
}
