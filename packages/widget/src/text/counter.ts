/** The forms a language has; `#` is the number. */
export type Forms = { readonly [rule in Intl.LDMLPluralRule]?: string } & { readonly other: string };

/**
 * The locale that numbers are written in, by the tag of the words, as dates and amounts beside them are: in Egypt `٣ أيام`, in
 * Morocco `3 أيام`. Whoever renders sets it first.
 */
export const locales: Map<string, string> = new Map();

/** Writes a number that no word bends with. */
export const numeral =
  (tag: string) =>
  (number: number): string =>
    number.toLocaleString(locales.get(tag) ?? tag);

/** Puts a number into the right form of a language. */
export function counter(tag: string): (count: number, forms: Forms) => string {
  const number = numeral(tag);
  let rules: Intl.PluralRules | null = null;
  return (count, forms) => {
    rules ??= new Intl.PluralRules(tag);
    return (forms[rules.select(count)] ?? forms.other).replace('#', number(count));
  };
}
