import type { PaymentView } from '@leb-renew/core';
import type { Appearance } from '@stripe/stripe-js';

type Variables = NonNullable<Appearance['variables']>;

/** Stripe's form in the look of the elements around it. */
export function stripeAppearance(tokens: PaymentView['tokens']): Appearance {
  const size = Number.parseFloat(tokens.get('text-size') ?? '');
  const variables: Variables = { fontSizeBase: `${Math.max(16, size || 16)}px` }; // Below, iOS zooms in on a field.
  for (const [name, token] of Object.entries(painted) as [keyof Variables, string][]) {
    const value = tokens.get(token);
    if (value !== undefined) variables[name] = value;
  }
  return {
    theme: tokens.get('scheme') === 'dark' ? 'night' : 'stripe',
    labels: 'above',
    disableAnimations: tokens.get('motion') === 'reduced',
    variables,
  };
}

/** The token that each of Stripe's variables is. */
const painted: { readonly [Name in keyof Variables]?: string } = {
  accessibleColorOnColorPrimary: 'over',
  borderRadius: 'radius-small',
  colorBackground: 'over',
  colorDanger: 'bad',
  colorPrimary: 'accent-ink',
  colorSuccess: 'ok',
  colorText: 'text',
  colorTextPlaceholder: 'text-quiet',
  colorTextSecondary: 'text-quiet',
  colorWarning: 'warn',
  fontFamily: 'font',
  iconColor: 'text-quiet',
  inputColorBorder: 'edge',
  inputFocusColorBorder: 'focus',
  labelColorText: 'text',
  labelFontSize: 'small',
};
