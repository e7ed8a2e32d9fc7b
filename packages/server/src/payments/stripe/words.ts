/** Names in one text, with a blank between. */
export const words = (text: string): ReadonlySet<string> => new Set(text.split(' '));
