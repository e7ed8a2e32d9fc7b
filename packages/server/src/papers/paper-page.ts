import { raw } from 'hono/html';
import { html, type Html } from '../html.ts';
import type { Language } from '../mail/port.ts';
import { paperSheet } from './paper-sheet.ts';
import { words } from './words/index.ts';

/** A page that asks for nothing and runs nothing, so that it can be saved and is the same without a network. */
export const paperPage = (language: Language, title: string, content: Html): string =>
  html`<!doctype html>
    <html lang="${language}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width" />
        <meta name="robots" content="noindex" />
        <meta name="referrer" content="no-referrer" />
        <title>${title}</title>
        <link rel="icon" href="data:," />
        <style>
          ${raw(paperSheet)}
        </style>
      </head>
      <body>
        ${content}
      </body>
    </html>`.toString();

/** For an address that leads to no paper, whether it ever did or not. */
export function lostPage(language: Language): string {
  const { title, lead } = words[language].lost;
  return paperPage(
    language,
    title,
    html`<main class="paper">
      <h1>${title}</h1>
      <p>${lead}</p>
    </main>`,
  );
}
