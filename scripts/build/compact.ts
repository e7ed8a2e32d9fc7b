import { parseSync, Visitor } from 'rolldown/utils';

/**
 * A module with less room in its style sheets and templates, which minifiers take for text: no indentation, no comments, no
 * space that CSS does without. Nothing else is taken. Line breaks stay, so that lines of source maps stay true, and words
 * stay apart.
 *
 * @param file - its name, by which TypeScript is told from JavaScript
 */
export function compact(file: string, code: string): string {
  const texts: { readonly start: number; readonly raw: string; readonly shorter: string }[] = [];
  new Visitor({
    TaggedTemplateExpression({ tag, quasi }) {
      const shorten = tag.type === 'Identifier' ? languages.get(tag.name) : undefined;
      if (shorten === undefined) return;
      for (const { start, value } of quasi.quasis)
        texts.push({ start: code.indexOf(value.raw, start), raw: value.raw, shorter: shorten(value.raw) });
    },
  }).visit(parseSync(file, code).program);
  let made = '';
  let end = 0;
  // A template in another comes after all of that one.
  for (const { start, raw, shorter } of texts.toSorted((one, other) => one.start - other.start)) {
    made += code.slice(end, start) + shorter;
    end = start + raw.length;
  }
  return made + code.slice(end);
}

const markup = (text: string): string => text.replace(/(?<=\n)[ \t]+/g, '');

const sheet = (text: string): string =>
  markup(text.replace(/\/\*[^]*?\*\//g, (comment) => comment.replace(/[^\n]/g, '')))
    .replace(/(?<=[:,;{]) +/g, '')
    .replace(/ +(?=\{)/g, '');

const languages: ReadonlyMap<string, (text: string) => string> = new Map([
  ['css', sheet],
  ['html', markup],
  ['svg', markup],
]);
