import { messages as english } from './en/index.ts';
import type { Messages } from './messages.ts';

/** Vowels are doubled: other languages need some forty per cent more room than English. */
const accented: Readonly<Record<string, string>> = {
  ...{ a: 'åå', e: 'éé', i: 'îî', o: 'öö', u: 'ûû', y: 'ýý', c: 'ç', g: 'ğ', n: 'ñ', r: 'ŕ', s: 'š', t: 'ţ' },
  ...{ A: 'ÅÅ', E: 'ÉÉ', I: 'ÎÎ', O: 'ÖÖ', U: 'ÛÛ', Y: 'ÝÝ', C: 'Ç', G: 'Ğ', N: 'Ñ', R: 'Ŕ', S: 'Š', T: 'Ţ' },
};

/** What was put into the text, such as a date or an amount, stays as it is. */
function inAccents(text: string, [kept, ...others]: readonly string[]): string {
  if (kept === undefined) return text.replace(/[a-z]/gi, (letter) => accented[letter] ?? letter);
  return text
    .split(kept)
    .map((piece) => inAccents(piece, others))
    .join(kept);
}

/** Every text among facts, the longest first: a shorter one may be a part of it. */
const textsIn = (facts: unknown): string[] =>
  (typeof facts === 'string' ? [facts] : Object.values(facts ?? {}).flatMap(textsIn))
    .filter((text) => text !== '')
    .sort((one, other) => other.length - one.length);

/** Closed in brackets: where one is missing, a text is cut off; where there are none, a text is not ours. */
const pseudo = (text: string, facts: readonly unknown[]): string => `[${inAccents(text, textsIn(facts))}]`;

type Text = string | ((...facts: readonly unknown[]) => string);
type Texts = { readonly [name: string]: Text | Texts };

const made = (texts: Texts): Texts =>
  Object.fromEntries(
    Object.entries(texts).map(([name, text]): [string, Text | Texts] => {
      if (name === 'tag') return [name, 'en-XA'];
      if (typeof text === 'string') return [name, pseudo(text, [])];
      if (typeof text === 'object') return [name, made(text)];
      return [name, (...facts: readonly unknown[]) => pseudo(text(...facts), facts)];
    }),
  );

/** English for the eyes of designers: shows what a longer language does to a page, and needs no other to be read. */
export const messages: Messages = made(english as unknown as Texts) as unknown as Messages;
