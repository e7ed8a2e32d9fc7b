/** The path of a Chromium to test with. Throws when there is none. */
export function findBrowser(): string;
/** The path of what costs least to test with where many pages are opened. Throws when there is none. */
export function findQuickBrowser(): string;
/** The path of a Firefox to test with. Undefined when there is none. */
export function findFirefox(): string | undefined;
/** What drives WebKitGTK. Undefined when there is none. */
export function findWebKit(): { driver: string; screen: string } | undefined;
