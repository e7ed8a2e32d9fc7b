export interface Letter {
  readonly title: string;
  readonly greeting: string;
  readonly lead: string;
  readonly sections: readonly Section[];
  readonly footer: string;
}

export interface Section {
  readonly title: string;
  readonly rows: readonly (readonly [name: string, value: string])[];
  readonly notes: readonly string[];
}

/** One letter twice: as text and as HTML that mail programs without style sheets can show. */
export const layOut = (letter: Letter): { text: string; html: string } => ({
  text: textOf(letter),
  html: htmlOf(letter),
});

function textOf({ title, greeting, lead, sections, footer }: Letter): string {
  const blocks = sections.map(({ title: heading, rows, notes }) => {
    const width = Math.max(0, ...rows.map(([name]) => name.length));
    return [
      heading.toUpperCase(),
      ...rows.map(([name, value]) => `${name.padEnd(width)}  ${value}`),
      ...notes,
    ].join('\n');
  });
  return [title, greeting, lead, ...blocks, `--\n${footer}`].join('\n\n');
}

const font = "font-family:system-ui,-apple-system,'Segoe UI',Roboto,sans-serif";

function htmlOf({ title, greeting, lead, sections, footer }: Letter): string {
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escape(title)}</title></head>
<body style="margin:0;padding:24px;background:#f4f5f7;color:#1d2430;${font};font-size:16px;line-height:1.5">
<main style="max-width:560px;margin:0 auto;padding:32px;background:#ffffff;border-radius:12px">
<h1 style="margin:0 0 16px;font-size:24px;line-height:1.25">${escape(title)}</h1>
<p style="margin:0 0 8px">${escape(greeting)}</p>
<p style="margin:0 0 24px">${escape(lead)}</p>
${sections.map(sectionHtml).join('\n')}
<p style="margin:24px 0 0;color:#5b6472;font-size:13px">${escape(footer)}</p>
</main></body></html>`;
}

function sectionHtml({ title, rows, notes }: Section): string {
  const cells = rows.map(
    ([name, value]) =>
      `<tr><th scope="row" style="padding:6px 16px 6px 0;text-align:left;font-weight:400;color:#5b6472;vertical-align:top">${escape(name)}</th>` +
      `<td style="padding:6px 0;text-align:right">${escape(value)}</td></tr>`,
  );
  const table =
    cells.length === 0 ? '' : `<table style="width:100%;border-collapse:collapse">${cells.join('')}</table>`;
  const paragraphs = notes.map((note) => `<p style="margin:8px 0 0">${escape(note)}</p>`).join('');
  return `<h2 style="margin:24px 0 8px;font-size:16px">${escape(title)}</h2>${table}${paragraphs}`;
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
const escape = (text: string): string => text.replaceAll(/[&<>"']/g, (mark) => entities[mark] ?? mark);
