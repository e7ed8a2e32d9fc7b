/** The path of a Chromium to test with. Throws when there is none. */
export function findBrowser(): string;
