import { formatMoney } from '@leb-renew/core';
import { sandboxMethods, type Money, type SandboxMethod } from '@leb-renew/core/contract';
import { raw } from 'hono/html';
import { html } from '../../html.ts';
import type { LedgerRow } from './ledger.ts';

/** The page that a wallet's customers are sent to. Whoever tests decides here what they do. */
export function payPage({ minor, currency, exponent, describe }: LedgerRow, method: SandboxMethod): string {
  const title = sandboxMethods[method].paidWith;
  const amount = formatMoney(
    { minor: Number(minor), currency, exponent: exponent as Money['exponent'] },
    'en-GB',
  );
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width" />
        <meta name="robots" content="noindex" />
        <title>${title}</title>
        <link rel="icon" href="data:," />
        <style>
          ${raw(sheet)}
        </style>
      </head>
      <body>
        <main>
          <p class="mark">Test payment · no money moves</p>
          <h1>${title}</h1>
          <p>${describe}</p>
          <p class="amount">${amount}</p>
          <form method="post">
            <button class="primary" name="answer" value="pay">Pay</button>
            <button name="answer" value="cancel">Cancel</button>
          </form>
        </main>
      </body>
    </html>`.toString();
}

const sheet = `
:root { color-scheme: light dark; --ink: light-dark(#171c26, #edf0f5); --quiet: light-dark(#545d6b, #a7afbc);
  --edge: light-dark(#858e9b, #6f7988); --sheet: light-dark(#fff, #14181f); --desk: light-dark(#eceef1, #0f1216);
  --accent: light-dark(#1f66bd, #6cb0f7); --on-accent: light-dark(#fff, #0f1216); --warn: light-dark(#7a5000, #f3c15f) }
* { box-sizing: border-box; margin: 0 }
html { background: var(--desk) }
body { display: grid; place-items: center; min-height: 100svh; padding: 1rem; color: var(--ink);
  font: 1rem/1.45 system-ui, sans-serif; font-variant-numeric: tabular-nums; overflow-wrap: anywhere }
main { display: grid; gap: .5rem; width: min(100%, 24rem); padding: 1.5rem; border-radius: .75rem; background: var(--sheet) }
h1 { font-size: 1.375rem; line-height: 1.25; font-weight: 650 }
p { color: var(--quiet) }
.mark { color: var(--warn); font-size: .8125rem; font-weight: 600 }
.amount { color: var(--ink); font-size: 1.75rem; font-weight: 650 }
form { display: grid; gap: .5rem; margin-top: 1rem }
button { min-height: 44px; padding: .5rem 1rem; border: 1px solid var(--edge); border-radius: .625rem;
  background: none; color: inherit; font: inherit; font-weight: 600; cursor: pointer }
.primary { border-color: var(--accent); background: var(--accent); color: var(--on-accent) }
:focus-visible { outline: 2px solid var(--ink); outline-offset: 2px }
`;
