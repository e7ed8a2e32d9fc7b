import type { Appearance } from '@stripe/stripe-js';

/** Defaults of Stripe's themes, as far as this form is made of them. */
const themes: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  stripe: {
    colorBackground: '#ffffff',
    colorText: '#30313d',
    colorTextSecondary: '#6d6e78',
    inputColorBorder: '#e6e6e6',
  },
  flat: {
    colorBackground: '#f6f8fa',
    colorText: '#1a1a1a',
    colorTextSecondary: '#687385',
    inputColorBorder: 'transparent',
  },
  night: {
    colorBackground: '#30313d',
    colorText: '#ffffff',
    colorTextSecondary: '#d4d4d4',
    inputColorBorder: '#424353',
  },
};
const everywhere: Readonly<Record<string, string>> = {
  colorPrimary: '#0570de',
  colorDanger: '#df1b41',
  borderRadius: '4px',
  fontFamily: 'system-ui, sans-serif',
  fontSizeBase: '16px',
  fontLineHeight: '1.4',
  fontWeightNormal: '400',
  fontWeightMedium: '500',
  spacingUnit: '4px',
};

export function applyLook({ theme = 'stripe', variables = {} }: Appearance, to: HTMLElement): void {
  const all = { ...everywhere, ...themes[theme], ...variables };
  for (const [name, value] of Object.entries(all)) if (value) to.style.setProperty(`--${name}`, value);
}

export const sheet = `
  :root { font: var(--fontWeightNormal) var(--fontSizeBase)/var(--fontLineHeight) var(--fontFamily); color: var(--colorText); }
  body { margin: 0; padding: 2px; overflow: hidden; }
  fieldset { display: grid; gap: calc(2 * var(--spacingUnit)); min-inline-size: 0; margin: 0; padding: 0; border: 0; }
  legend { position: absolute; clip-path: inset(50%); inline-size: 1px; block-size: 1px; overflow: hidden; }
  .item { border: 1px solid var(--inputColorBorder); border-radius: var(--borderRadius); background: var(--colorBackground); }
  .item:has(:checked) { border-color: var(--colorPrimary); }
  .item > label { display: flex; align-items: center; gap: calc(3 * var(--spacingUnit)); min-block-size: 44px;
    padding-inline: calc(3 * var(--spacingUnit)); font-weight: var(--fontWeightMedium); cursor: pointer; }
  .item input[type=radio] { appearance: none; box-sizing: border-box; inline-size: 16px; block-size: 16px; margin: 0;
    border: 1px solid var(--inputColorBorder); border-radius: 50%; }
  .item input[type=radio]:checked { border: 5px solid var(--colorPrimary); }
  .more { display: grid; grid-template-columns: 1fr 1fr; gap: calc(3 * var(--spacingUnit));
    padding: 0 calc(3 * var(--spacingUnit)) calc(3 * var(--spacingUnit)); }
  .more[hidden] { display: none; }
  .field { display: grid; gap: var(--labelSpacing, 4px); min-inline-size: 0; font-size: var(--labelFontSize, .93em);
    font-weight: var(--labelFontWeight, 400); color: var(--labelColorText, var(--colorText)); }
  .field:first-child, .more > p { grid-column: 1 / -1; }
  .field input { box-sizing: border-box; inline-size: 100%; min-block-size: 44px; padding-inline: calc(3 * var(--spacingUnit));
    border: 1px solid var(--inputColorBorder); border-radius: var(--borderRadius); background: var(--colorBackground);
    box-shadow: var(--inputBoxShadow, none); color: var(--colorText); font: inherit; font-size: var(--fontSizeBase); }
  [dir=rtl] .field input { text-align: end; }
  .field input::placeholder { color: var(--colorTextPlaceholder, var(--colorTextSecondary)); opacity: 1; }
  :is(input, button):focus-visible { outline: var(--focusOutline, 2px solid var(--colorPrimary)); outline-offset: 1px;
    box-shadow: var(--focusBoxShadow, none); }
  [role=alert] { grid-column: 1 / -1; margin: 0; color: var(--colorDanger); font-size: .93em; }
  [role=alert]:empty { display: none; }
  .more > p:not([role]) { margin: 0; color: var(--colorTextSecondary); font-size: .93em; }
  .dialog { display: grid; place-content: center; justify-items: center; gap: 16px; min-block-size: 100vh; box-sizing: border-box;
    padding: 24px; background: #fff; color: #30313d; text-align: center; }
  .dialog p { margin: 0; }
  .dialog div { display: flex; flex-wrap: wrap; justify-content: center; gap: 8px; }
  .dialog button { min-block-size: 44px; padding-inline: 16px; border: 1px solid #c0c4cc; border-radius: 4px; background: #fff;
    color: inherit; font: inherit; }
  @media (forced-colors: active) { .item:has(:checked) { border-width: 3px; } }
`;
