import { defineConfig } from 'vite';

/** `npx vite examples/headless` shows both interfaces, from the sources. */
export default defineConfig({ resolve: { conditions: ['@leb-renew/source', 'browser', 'development'] } });
