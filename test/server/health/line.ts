import { connect, createServer, type AddressInfo, type Socket } from 'node:net';
import type { TestContext } from 'node:test';

export interface Line {
  /** The database’s address, through this line. */
  readonly url: string;
  /** How often the database was sent a piece that has this text in it. */
  sent(text: string): number;
  /** From now on nothing comes through, and nobody is told. */
  hang(): void;
  /** What was held back comes through after all. */
  goOn(): void;
}

/** A connection to a database that can fall silent. */
export async function lineTo(t: TestContext, databaseUrl: string): Promise<Line> {
  const { hostname, port } = new URL(databaseUrl);
  const sockets = new Set<Socket>();
  const pieces: string[] = [];
  let isSilent = false;
  const server = createServer((near) => {
    const far = connect(Number(port), hostname);
    near.on('data', (chunk) => pieces.push(String(chunk)));
    for (const [from, to] of [
      [near, far],
      [far, near],
    ] as const) {
      sockets.add(from);
      if (isSilent) from.pause();
      from.on('data', (chunk) => to.write(chunk));
      from.on('error', () => to.destroy());
      from.on('close', () => {
        sockets.delete(from);
        to.destroy();
      });
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  t.after(() => {
    for (const socket of sockets) socket.destroy();
    server.close();
  });
  const silence = (silent: boolean) => {
    isSilent = silent;
    for (const socket of sockets) {
      if (silent) socket.pause();
      else socket.resume();
    }
  };
  return {
    url: Object.assign(new URL(databaseUrl), { port: String((server.address() as AddressInfo).port) }).href,
    sent: (text) => pieces.filter((piece) => piece.includes(text)).length,
    hang: () => silence(true),
    goOn: () => silence(false),
  };
}
