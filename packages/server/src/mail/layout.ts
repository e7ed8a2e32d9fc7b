import type { Seller } from '@leb-renew/core/contract';
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
  return `<!doctype html>
<html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><meta name="color-scheme" content="light dark"><title>${escape(title)}</title><style>${sheet}</style></head>
<body class="page" style="margin:0;padding:24px;background:#f4f5f7;color:#1d2430;${font};font-size:16px;line-height:1.5">
<main class="letter" style="display:block;max-width:560px;margin:0 auto;padding:32px;background:#ffffff;border-radius:12px;overflow-wrap:anywhere">
<h1 style="margin:0 0 16px;font-size:24px;line-height:1.25">${escape(title)}</h1>
<p style="margin:0 0 8px">${escape(greeting)}</p>
<p style="margin:0 0 24px">${escape(lead)}</p>${action === undefined ? '' : `\n${actionHtml(action)}`}
${sections.map(sectionHtml).join('\n')}
<p class="quiet line" style="margin:32px 0 0;padding:16px 0 0;border-top:1px solid #dfe3e9;color:#5b6472;font-size:13px">${escape(footer)}</p>
</main></body></html>`;
}

function actionHtml(action: NonNullable<Letter['action']>): string {
  if ('code' in action)
    return `<p style="margin:0 0 24px;font-size:28px;font-weight:600;letter-spacing:4px">${escape(action.code)}</p>`;
  const look =
    'display:inline-block;padding:12px 20px;background:#1f66bd;color:#ffffff;border-radius:8px;font-weight:600;text-decoration:none';
  return `<p style="margin:0 0 24px"><a class="deed" href="${escape(action.url)}" rel="noreferrer" style="${look}">${escape(action.label)}</a></p>`;
}

function sectionHtml({ title, rows = [], notes }: Section): string {
  const cells = rows.map(
    ([name, value]) =>
      `<tr><th class="quiet" scope="row" style="padding:6px 16px 6px 0;text-align:left;font-weight:400;color:#5b6472;vertical-align:top;white-space:nowrap">${escape(name)}</th>` +
      `<td style="padding:6px 0;text-align:right;vertical-align:top">${escape(value)}</td></tr>`,
  );
  const table =
    cells.length === 0
      ? ''
      : `<table style="width:100%;margin:0 0 16px;border-collapse:collapse">${cells.join('')}</table>`;
  const paragraphs = notes.map((note) => `<p style="margin:8px 0 0">${escape(note)}</p>`).join('');
  const heading =
    title === undefined ? '' : `<h2 style="margin:32px 0 8px;font-size:16px">${escape(title)}</h2>`;
  return heading + table + paragraphs;
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
/** A masked number stays on one line. */
const escape = (text: string): string =>
  text.replaceAll(/[&<>"']/g, (mark) => entities[mark] ?? mark).replaceAll(/ (?=•)|(?<=•) (?=\d)/g, '&nbsp;');
