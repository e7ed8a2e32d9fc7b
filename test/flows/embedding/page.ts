/** The script of a page that a server has rendered. */
import '@lit-labs/ssr-client/lit-element-hydrate-support.js';

const { hydrate } = await import('@lit-labs/ssr-client');
const { loadLanguage } = await import('@leb-renew/widget/text');
const { served } = await import('./served.ts');

const main = document.querySelector('main')!;
const lang = main.dataset['said'] ?? null;
if (lang !== null) await loadLanguage(lang);
hydrate(served(lang), main);
await import('@leb-renew/widget/define');
