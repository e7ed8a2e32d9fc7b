import type { Seller } from '@leb-renew/core/contract';
import { raw } from 'hono/html';
import { html, type Html } from '../html.ts';
import type { Language } from './port.ts';

export interface Letter {
  readonly language: Language;
  readonly title: string;
  readonly greeting: string;
  readonly lead: string;
  /** A link to follow, or a code to copy. */
  readonly action?: { readonly label: string; readonly url: string } | { readonly code: string };
  readonly sections: readonly Section[];
  readonly footer: string;
}

export interface Section {
  /** @default none */
  readonly title?: string;
  /** @default none */
  readonly rows?: readonly (readonly [name: string, value: string])[];
  readonly notes: readonly string[];
}

/** One letter twice: as text and as HTML that mail programs without style sheets can show. */
export const layOut = (letter: Letter): { text: string; html: string } => ({
  text: textOf(letter),
  html: htmlOf(letter),
});

/** Whose mail it is, at its foot. */
export const imprint = ({ name, address, taxId }: Seller): string =>
  `${name}, ${address}${taxId === null ? '' : `, ${taxId}`}`;

/** Where the seller is asked, as people write it. */
export const contactOf = ({ support }: Pick<Seller, 'support'>): string => support.replace('mailto:', '');

function textOf({ title, greeting, lead, action, sections, footer }: Letter): string {
  const blocks = sections.map(({ title: heading, rows = [], notes }) => {
    const width = Math.max(0, ...rows.map(([name]) => name.length));
    return [
      ...(heading === undefined ? [] : [heading.toUpperCase()]),
      ...rows.map(([name, value]) => `${name.padEnd(width)}  ${value}`),
      ...(rows.length > 0 && notes.length > 0 ? [''] : []),
      ...notes,
    ].join('\n');
  });
  const deed =
    action === undefined ? [] : ['url' in action ? `${action.label}:\n${action.url}` : action.code];
  return [title, greeting, lead, ...deed, ...blocks, `--\n${footer}`].join('\n\n');
}

const font =
  "font-family:system-ui,-apple-system,'Segoe UI',Roboto,'PingFang SC','Microsoft YaHei',sans-serif";

/** What a style attribute cannot say; whoever drops it shows the letter in its light colours. */
const sheet = `:root{color-scheme:light dark}
@media (max-width:480px){.page{padding:0!important}.letter{padding:24px 20px!important;border-radius:0!important}}
@media (prefers-color-scheme:dark){
.page{background:#12161d!important;color:#e8ebf0!important}.letter{background:#1b212b!important}
.quiet{color:#a3adbb!important}.line{border-color:#343d4a!important}.deed{background:#8ab8f5!important;color:#0d1b2e!important}}`;

function htmlOf({ language, title, greeting, lead, action, sections, footer }: Letter): string {
  return html`<!doctype html>
    <html lang="${language}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width,initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>${title}</title>
        <style>
          ${raw(sheet)}
        </style>
      </head>
      <body
        class="page"
        style="margin:0;padding:24px;background:#f4f5f7;color:#1d2430;${font};font-size:16px;line-height:1.5"
      >
        <main
          class="letter"
          style="display:block;max-width:560px;margin:0 auto;padding:32px;background:#ffffff;border-radius:12px;overflow-wrap:anywhere"
        >
          <h1 style="margin:0 0 16px;font-size:24px;line-height:1.25">${kept(title)}</h1>
          <p style="margin:0 0 8px">${greeting}</p>
          <p style="margin:0 0 24px">${kept(lead)}</p>
          ${action === undefined ? '' : actionHtml(action)} ${sections.map(sectionHtml)}
          <p
            class="quiet line"
            style="margin:32px 0 0;padding:16px 0 0;border-top:1px solid #dfe3e9;color:#5b6472;font-size:13px"
          >
            ${footer}
          </p>
        </main>
      </body>
    </html>`.toString();
}

function actionHtml(action: NonNullable<Letter['action']>): Html {
  if ('code' in action)
    return html`<p style="margin:0 0 24px;font-size:28px;font-weight:600;letter-spacing:4px">
      ${action.code}
    </p>`;
  const look =
    'display:inline-block;padding:12px 20px;background:#1f66bd;color:#ffffff;border-radius:8px;font-weight:600;text-decoration:none';
  return html`<p style="margin:0 0 24px">
    <a class="deed" href="${action.url}" rel="noreferrer" style="${look}">${action.label}</a>
  </p>`;
}

function sectionHtml({ title, rows = [], notes }: Section): Html {
  const cells = rows.map(
    ([name, value]) =>
      html`<tr>
        <th
          class="quiet"
          scope="row"
          style="padding:6px 16px 6px 0;text-align:left;font-weight:400;color:#5b6472;vertical-align:top;white-space:nowrap"
        >
          ${name}
        </th>
        <td style="padding:6px 0;text-align:right;vertical-align:top">${kept(value)}</td>
      </tr>`,
  );
  return html` ${title === undefined ? '' : html`<h2 style="margin:32px 0 8px;font-size:16px">${title}</h2>`}
  ${
    cells.length === 0
      ? ''
      : html`<table style="width:100%;margin:0 0 16px;border-collapse:collapse">
          ${cells}
        </table>`
  }
  ${notes.map((note) => html`<p style="margin:8px 0 0">${kept(note)}</p>`)}`;
}

/** A masked number stays on one line. */
const kept = (text: string): string => text.replaceAll(/ (?=•)|(?<=•) (?=\d)/g, '\u00a0');
