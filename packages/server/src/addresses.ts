/** A web address that others are made from by adding to it: no query, no fragment, and no password to leak. */
export function isWebAddress(text: unknown): text is string {
  const url = read(text);
  return (
    url !== null &&
    /^https?:$/.test(url.protocol) &&
    [url.search, url.hash, url.username, url.password].every((part) => part === '')
  );
}

/** Scheme, host and port, and nothing else. */
export const isOrigin = (text: unknown): text is string =>
  isWebAddress(text) && new URL(text).pathname === '/';

export const isPostgresAddress = (text: unknown): text is string =>
  /^postgres(ql)?:$/.test(read(text)?.protocol ?? '');

/** What is wrong with an origin that pages may ask from, as a browser would send it; null when nothing is. */
export function faultOfOrigin(text: unknown): string | null {
  if (typeof text === 'string' && text.includes('*'))
    return 'must name each origin: with * pages that nobody knows could act for a signed-in customer';
  return isWebAddress(text) && new URL(text).origin === text
    ? null
    : 'must be origins like https://shop.example: lower case, no path and no slash at the end';
}

function read(text: unknown): URL | null {
  return typeof text === 'string' && URL.canParse(text) ? new URL(text) : null;
}
