import { connect } from 'node:net';

/** Resolves once nobody listens at an address of this machine. */
export function nobodyListens({ hostname, port }: URL): Promise<void> {
  return new Promise((resolve) => {
    const knock = () => {
      const socket = connect(Number(port), hostname.replace('localhost', '127.0.0.1'));
      socket.once('error', () => resolve());
      socket.once('connect', () => {
        socket.destroy();
        setImmediate(knock);
      });
    };
    knock();
  });
}
