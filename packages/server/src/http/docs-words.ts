import { html, type Html } from '../html.ts';

/** The words of the document: paragraphs, `code` and *emphasis*. */
export const paragraphs = (text: string): Html[] =>
  text.split('\n\n').map((paragraph) => html`<p>${inline(paragraph)}</p>`);

export const inline = (text: string): (Html | string)[] =>
  text.split(/(`[^`]+`|\*[^*]+\*)/).map((piece) => {
    if (piece.startsWith('`')) return html`<code>${piece.slice(1, -1)}</code>`;
    return piece.startsWith('*') ? html`<em>${piece.slice(1, -1)}</em>` : piece;
  });

export function joined(pieces: readonly (Html | string)[], between: string): (Html | string)[] {
  return pieces.flatMap((piece, index) => (index === 0 ? [piece] : [between, piece]));
}
