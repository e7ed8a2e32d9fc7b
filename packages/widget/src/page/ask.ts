/** A page of HTML, or `404` from another server: ours says it in a problem (RFC 9457). */
const elsewhere = /^404(?!.*problem)|html/;

/**
 * The `fetch` that the page has at that moment. When not even the first request comes to a renewal server, the page's developer
 * hears of it: the address may be wrong. A browser does not say why; it is not asked about while it knows of no connection.
 */
export function asker(name: string): (url: string, init: RequestInit) => Promise<Response> {
  let isFirst = true;
  return (url, init) => {
    const answer = (async () => fetch(url, init))();
    if (isFirst)
      answer
        .then(
          ({ status, headers }) => elsewhere.test(`${status} ${headers.get('content-type')}`),
          () => navigator.onLine && !init.signal?.aborted,
        )
        .then(async (isLost) => isLost && (await import('./hints.ts')).noServer(name))
        .catch(() => {}); // Words for a developer that do not load: who asked hears of the answer all the same.
    isFirst = false;
    return answer;
  };
}
