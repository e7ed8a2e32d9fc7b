/** Lines as they stand in a calendar file: ended by CRLF, folded at 75 octets (RFC 5545 §3.1). */
export const contentLines = (lines: readonly string[]): string =>
  lines.map((line) => `${fold(line)}\r\n`).join('');

/** A text as a value (RFC 5545 §3.3.11), which has no control characters but tabs and line breaks. */
export const escaped = (text: string): string =>
  text
    .replaceAll(/[\\;,]/g, (mark) => `\\${mark}`)
    .replaceAll(/\r\n|\r|\n/g, '\\n')
    .replaceAll(/[\0-\x08\x0b\x0c\x0e-\x1f\x7f]/g, '');

/** An address is not escaped in a calendar: what is no part of one is written as `%0A` and the like. */
export const oneLine = (url: string): string => url.replaceAll(/[\0- \x7f]/g, encodeURIComponent);

/** A moment (epoch ms) in UTC, to the second. */
export const stamp = (at: number): string =>
  `${new Date(at).toISOString().slice(0, 19).replaceAll(/[-:]/g, '')}Z`;

/** Never splits a character. */
function fold(line: string): string {
  const parts: string[] = [];
  let part = '';
  let octets = 0;
  for (const character of line) {
    const size = octetsOf(character);
    if (octets + size > (parts.length === 0 ? 75 : 74)) {
      parts.push(part);
      part = '';
      octets = 0;
    }
    part += character;
    octets += size;
  }
  return [...parts, part].join('\r\n ');
}

function octetsOf(character: string): number {
  if (character < '\u0080') return 1;
  if (character < '\u0800') return 2;
  return character.length === 1 ? 3 : 4;
}
