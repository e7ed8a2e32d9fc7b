import { request, type IncomingMessage, type ServerResponse } from 'node:http';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { everyone } from '../../fakes/stripe/api/http.ts';
import type { StripeDouble } from '../../fakes/stripe/api/open-stripe-double.ts';
import { stripeJs, stripeJsFrame } from '../../fakes/stripe/js/script.ts';
import { certificate as cert, certificateKey as key } from '../../server/shop/mail-certificate.ts';

const frame = 'https://js.stripe.com/endive/double.html';

/** `js.stripe.com` and `api.stripe.com`, for a browser that finds both here. */
export interface StripeHosts {
  /** For the start of the browser. */
  readonly flags: readonly string[];
  /** Has the API asked that a publishable key belongs to. */
  serve(double: StripeDouble): void;
  close(): void;
}

export async function openStripeHosts(): Promise<StripeHosts> {
  const doubles = new Map<string, StripeDouble>();
  const server = createServer({ cert, key }, (incoming, outgoing) => {
    if (incoming.method === 'OPTIONS') outgoing.writeHead(204, everyone).end();
    else if (incoming.headers.host === 'api.stripe.com') passOn(incoming, outgoing, ownerOf(incoming));
    else serveStripeJs(incoming.url ?? '', outgoing).catch(() => outgoing.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;

  function ownerOf({ headers }: IncomingMessage): StripeDouble | undefined {
    const [, publishableKey = ''] = /^Bearer (\w+)$/.exec(headers.authorization ?? '') ?? [];
    return doubles.get(publishableKey);
  }

  return {
    flags: [`--host-resolver-rules=MAP *.stripe.com:443 127.0.0.1:${port}`, '--ignore-certificate-errors'],
    serve: (double) => void doubles.set(double.publishableKey, double),
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}

async function serveStripeJs(path: string, outgoing: ServerResponse): Promise<void> {
  const [type, text] = path.startsWith('/endive/stripe.js')
    ? ['text/javascript', await stripeJs({ api: 'https://api.stripe.com', frame })]
    : ['text/html', await stripeJsFrame()];
  outgoing.writeHead(200, { 'content-type': `${type}; charset=utf-8` }).end(text);
}

function passOn(incoming: IncomingMessage, outgoing: ServerResponse, to: StripeDouble | undefined): void {
  const { url, method, headers } = incoming;
  const passed = request(`${to?.apiBase}${url}`, { method, headers, agent: false }, (answer) => {
    outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
    answer.pipe(outgoing);
  });
  passed.on('error', () => outgoing.destroy());
  incoming.pipe(passed);
}
