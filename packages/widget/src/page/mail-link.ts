/**
 * The token of a renewal link that led to this page; null when none did. It is taken out of the address, so that no
 * history, bookmark or shared address keeps it.
 */
export function takeLinkToken(): string | null {
  const token = /^#leb-renew=([\w.-]+)$/.exec(location.hash)?.[1] ?? null;
  if (token !== null) history.replaceState(history.state, '', location.pathname + location.search);
  return token;
}
