import type { Server } from 'node:http';

/** Listens on the first free port from the one that is set on, and gives it. */
export async function listenFrom(server: Server, setting: string): Promise<number> {
  const port = Number(setting);
  if (!Number.isInteger(port) || port < 1 || port > 65_435)
    throw new Error(`PORT is ${setting}, must be a number from 1 to 65435.`);
  for (let candidate = port; candidate < port + 100; candidate += 1) {
    if (await listens(server, candidate)) return candidate;
  }
  throw new Error(`No free port between ${String(port)} and ${String(port + 99)}: set PORT to another.`);
}

function listens(server: Server, port: number): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const failed = (error: NodeJS.ErrnoException) => {
      server.off('listening', listening);
      if (error.code === 'EADDRINUSE' || error.code === 'EACCES') resolve(false);
      else reject(error);
    };
    const listening = () => {
      server.off('error', failed);
      resolve(true);
    };
    server.once('error', failed);
    server.once('listening', listening);
    server.listen(port, '127.0.0.1');
  });
}
