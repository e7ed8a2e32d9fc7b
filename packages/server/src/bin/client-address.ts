import { isIP } from 'node:net';

/** Written by us over whatever a client sent under this name. */
const connectionHeader = 'leb-connection-address';

/** Notes on a request where its connection comes from. */
export function noteConnection(request: Request, address: string | undefined): void {
  request.headers.set(connectionHeader, address ?? '');
}

/**
 * The network address that a request comes from. With `header`, what the proxy in front says: the last entry, since
 * those before it are whatever the client sent. Null for a connection from this machine, behind which many may stand.
 */
export const clientAddressBy =
  (header: string | null) =>
  ({ headers }: Request): string | null => {
    const told =
      headers
        .get(header ?? connectionHeader)
        ?.split(',')
        .at(-1)
        ?.trim() ?? '';
    const address = told.replace(/^::ffff:/i, '');
    const isHere = header === null && /^(127\.|::1$)/.test(address);
    return isIP(address) === 0 || isHere ? null : address;
  };
