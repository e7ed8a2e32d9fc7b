import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { rolldown } from 'rolldown';

/** What is at an address. */
export interface Answer {
  readonly type: 'text/html' | 'text/css' | 'text/javascript' | 'application/json';
  readonly body: string;
  readonly status?: number;
  /** Content security policy. */
  readonly policy?: string | undefined;
}

export interface Site {
  /** Without a slash at the end. */
  readonly url: string;
  close(): void;
}

/** A page's own server. What it has not got is not found. */
export async function openSite(answers: ReadonlyMap<string, Answer>): Promise<Site> {
  const server = createServer((request, response) => {
    const { type, body, status, policy }: Partial<Answer> = answers.get(request.url ?? '') ?? { status: 404 };
    response.writeHead(status ?? 200, {
      'content-type': type ?? 'text/plain',
      'access-control-allow-origin': '*', // For frames without an origin.
      ...(policy !== undefined && { 'content-security-policy': policy }),
    });
    response.end(body);
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(null)));
  return {
    url: `http://localhost:${(server.address() as AddressInfo).port}`,
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** The scripts of this folder, and one that is given, with all that they load, as a seller's bundler makes them, by address. */
export async function bundled(sample: string): Promise<ReadonlyMap<string, Answer>> {
  const written = here('sample.ts');
  const bundle = await rolldown({
    input: [...['page.ts', 'renewing.ts', 'places.ts', 'looks.ts'].map(here), written],
    platform: 'browser',
    resolve: {
      conditionNames: ['@leb-renew/source', 'browser', 'import', 'default'],
      alias: { '@open-wc/testing': here('wait-until.ts') },
    },
    plugins: [
      {
        name: 'sample',
        resolveId: (id) => (id === written ? id : null),
        load: (id) => (id === written ? sample : null),
      },
    ],
  });
  const { output } = await bundle.generate({ format: 'esm', minify: true });
  await bundle.close();
  return new Map(
    output.flatMap((file) =>
      file.type === 'chunk' ? [[`/${file.fileName}`, { type: 'text/javascript', body: file.code }]] : [],
    ),
  );
}
