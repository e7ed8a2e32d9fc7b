import type { RequestListener } from 'node:http';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

const shop = new URL('../../examples/shop/', import.meta.url);

export interface Pages {
  readonly middlewares: RequestListener;
}

/** The shop's script and sheet as a seller would deploy them: in few files, so that many customers come in quickly. */
export async function bundledPages(): Promise<Pages> {
  const built = await build({
    root: fileURLToPath(shop),
    configFile: false,
    logLevel: 'warn',
    resolve: { conditions: ['@leb-renew/source', 'module', 'browser', 'production'] },
    build: {
      write: false,
      modulePreload: false,
      rolldownOptions: {
        input: ['main.ts', 'shop.css'].map((file) => fileURLToPath(new URL(file, shop))),
        output: { entryFileNames: '[name].ts', assetFileNames: '[name][extname]' },
      },
    },
  });
  if (!('output' in built)) throw new TypeError('Vite has built more than one thing.');
  const files = new Map(
    built.output.map((file) => [`/${file.fileName}`, file.type === 'chunk' ? file.code : file.source]),
  );
  return {
    middlewares(request, response) {
      const path = request.url ?? '';
      const type = path.endsWith('.css') ? 'text/css' : 'text/javascript';
      const file = files.get(path);
      if (file === undefined) response.writeHead(404).end();
      else response.writeHead(200, { 'content-type': type }).end(file);
    },
  };
}
