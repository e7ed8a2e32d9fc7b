import { format } from 'prettier';
import { aliasOf, type Scheme, type Theme, type Token, type Value } from './read.ts';

/** Every theme in both schemes with all of its tokens and no alias, in the W3C Design Tokens format: for design tools. */
export function toolsFile(themes: readonly Theme[]): Promise<string> {
  const groups = themes.map((theme) => [
    theme.name,
    { $description: theme.description, light: schemeOf(theme, 'light'), dark: schemeOf(theme, 'dark') },
  ]);
  return format(JSON.stringify(Object.fromEntries(groups)), { parser: 'json', printWidth: 110 });
}

const schemeOf = ({ tokens, scheme }: Theme, asked: Scheme): object =>
  Object.fromEntries(
    tokens.map(({ name, type, description, ...said }) => [
      name,
      {
        $type: type,
        $value: resolved(said[scheme ?? asked].value, scheme ?? asked, tokens),
        ...(description !== '' && { $description: description }),
      },
    ]),
  );

function resolved(value: Value, scheme: Scheme, tokens: readonly Token[]): Value {
  const alias = aliasOf(value);
  if (alias === null) return value;
  const meant = tokens.find(({ name }) => name === alias);
  if (meant === undefined) throw new Error(`${JSON.stringify(value)} stands for no token`);
  return resolved(meant[scheme].value, scheme, tokens);
}
