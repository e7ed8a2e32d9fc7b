import { createReadStream } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';

export interface BuiltStorybook {
  readonly url: string;
  /** Ids of all stories. */
  readonly stories: readonly string[];
  /** Ids of those that lie over the page, and over one another. */
  readonly over: readonly string[];
  close(): Promise<void>;
}

const folder = fileURLToPath(new URL('../../storybook-static', import.meta.url));

/** Somewhere on a site: not at its root. */
const place = '/designs/renew';

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
};

/** Serves what `npm run storybook:build` has built, from a folder of a site. */
export async function serveStorybook(): Promise<BuiltStorybook> {
  const all = await storiesIn(folder);
  const answer = async (request: IncomingMessage, response: ServerResponse) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    const path = join(folder, normalize(pathname.slice(place.length)));
    const file = pathname.startsWith(`${place}/`) ? await stat(path).catch(() => null) : null;
    if (file === null || !file.isFile()) {
      response.writeHead(request.url === '/favicon.ico' ? 204 : 404).end();
      return;
    }
    response.writeHead(200, { 'content-type': types[extname(path)] ?? 'application/octet-stream' });
    createReadStream(path).pipe(response);
  };
  const server = createServer((request, response) => void answer(request, response));
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}${place}`,
    stories: all.map(({ id }) => id),
    over: all.filter(({ tags }) => tags.includes('over-the-page')).map(({ id }) => id),
    close: () =>
      new Promise((closed) => {
        server.close(() => closed());
        server.closeAllConnections();
      }),
  };
}

interface Entry {
  readonly id: string;
  readonly type: string;
  readonly tags: readonly string[];
}

async function storiesIn(built: string): Promise<readonly Entry[]> {
  const index = await readFile(join(built, 'index.json'), 'utf8').catch(() => {
    throw new Error('There is no built Storybook: run `npm run storybook:build` first.');
  });
  const { entries } = JSON.parse(index) as { entries: Record<string, Entry> };
  return Object.values(entries).filter(({ type }) => type === 'story');
}
