import { rolldown } from 'rolldown';

const address = '/__react.js';

/** What the React example imports, in one module, so that both parts share one React. */
const entry = `
  export { createElement, useCallback, useEffect, useState, useSyncExternalStore } from 'react';
  export { createRoot } from 'react-dom/client';
`;

/**
 * A plugin of the test server: React comes as CommonJS, which no browser reads, so it is bundled when it is asked for.
 *
 * @returns {import('@web/test-runner').TestRunnerPlugin}
 */
export function bundledReact() {
  /** @type {Promise<string> | undefined} */
  let bundle;
  return {
    name: 'bundled-react',
    resolveImport: ({ source }) => (['react', 'react-dom/client'].includes(source) ? address : undefined),
    serve: async ({ path }) =>
      path === address ? { body: await (bundle ??= build()), type: 'js' } : undefined,
  };
}

async function build() {
  const bundle = await rolldown({
    input: 'entry',
    plugins: [
      {
        name: 'entry',
        resolveId: (id) => (id === 'entry' ? id : undefined),
        load: (id) => (id === 'entry' ? entry : undefined),
      },
    ],
    transform: { define: { 'process.env.NODE_ENV': '"production"' } },
  });
  const { output } = await bundle.generate({ format: 'esm' });
  return output[0].code;
}
