/** The forms a language has; `#` is the number. */
export type Forms = { readonly [rule in Intl.LDMLPluralRule]?: string } & { readonly other: string };

/** Puts a number into the right form of a language. */
export function counter(tag: string): (count: number, forms: Forms) => string {
  let rules: Intl.PluralRules | null = null;
  let numbers: Intl.NumberFormat | null = null;
  return (count, forms) => {
    rules ??= new Intl.PluralRules(tag);
    numbers ??= new Intl.NumberFormat(tag);
    return (forms[rules.select(count)] ?? forms.other).replace('#', numbers.format(count));
  };
}
