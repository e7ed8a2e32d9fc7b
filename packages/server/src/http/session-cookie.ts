/** How long a browser keeps it at most, seconds. The server ends sessions earlier, by its own count. */
const maxAge = 12 * 3600;

/** The cookie that a page goes on with its session by. No script of the page can read it. */
export interface SessionCookies {
  readonly name: string;
  /** What a request brought; null unless it comes from a page that may have one. */
  of(request: Request): string | null;
  /** The `Set-Cookie` for a page; null for what is no such page. To be forgotten where there is no value. */
  set(request: Request, value: string | null): string | null;
}

/**
 * A page of another site is the usual one, hence `SameSite=None` and `Partitioned` (CHIPS): the cookie is kept for this
 * shop's pages only, and no page of another shop brings it. Any page may send requests with it, so each has to name an
 * origin that is on the list. Both need https. What is not served over it is tried out on one machine, which is one
 * site.
 */
export function sessionCookies(publicUrl: string, allowedOrigins: readonly string[]): SessionCookies {
  const { origin, protocol } = new URL(publicUrl);
  const isSecure = protocol === 'https:';
  const name = isSecure ? '__Host-leb-session' : 'leb-session';
  const flags = `Path=/; HttpOnly; ${isSecure ? 'Secure; SameSite=None; Partitioned' : 'SameSite=Lax'}`;
  const pages = new Set([origin, ...allowedOrigins]);
  const isFromPage = ({ headers }: Request) => pages.has(headers.get('origin') ?? '');
  return {
    name,
    of(request) {
      if (!isFromPage(request)) return null;
      const pairs = (request.headers.get('cookie') ?? '').split(/; */);
      const pair = pairs.find((each) => each.startsWith(`${name}=`));
      return pair?.slice(name.length + 1) ?? null;
    },
    set: (request, value) =>
      isFromPage(request) ? `${name}=${value ?? ''}; Max-Age=${value === null ? 0 : maxAge}; ${flags}` : null,
  };
}
