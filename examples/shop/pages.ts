import { createServer, type ViteDevServer } from 'vite';
import { fileURLToPath } from 'node:url';

/** The shop's own pages, with the widget straight from its sources. */
export const servePages = (): Promise<ViteDevServer> =>
  createServer({
    root: fileURLToPath(new URL('.', import.meta.url)),
    cacheDir: fileURLToPath(new URL('../../.cache/vite', import.meta.url)),
    configFile: false,
    appType: 'custom',
    logLevel: 'warn',
    clearScreen: false,
    resolve: { conditions: ['@leb-renew/source', 'module', 'browser', 'development'] },
    server: {
      middlewareMode: true,
      hmr: false,
      ws: false,
      fs: { allow: [fileURLToPath(new URL('../..', import.meta.url))] },
    },
    optimizeDeps: {
      include: ['@leb-renew/widget > lit', '@leb-renew/widget > @lit/task'],
    },
  });
