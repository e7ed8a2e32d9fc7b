/** Style sheets that pages are known to have, and worse. The tags themselves keep their room: that is the page's to give. */
import { readFileSync } from 'node:fs';

const library = (path: string): string =>
  readFileSync(new URL(`../../../node_modules/${path}`, import.meta.url), 'utf8');

/** The page that all others are compared with. */
export const plain = `
  html body { display: block !important; margin: 0 !important; font-family: sans-serif !important }
  html main { display: block !important; float: none !important; inline-size: 390px !important; padding: 0 !important; border: 0 !important }
  html main > * { display: block !important; float: none !important; margin: 0 !important; border: 0 !important; padding: 0 !important; min-height: 0 !important }
  html main > [variant=compact] { display: inline-flex !important }
  head { display: none !important }`;

export const sheets: Readonly<Record<string, string>> = {
  'Bootstrap 5': library('bootstrap/dist/css/bootstrap.css'),
  'Tailwind 4': library('tailwindcss/preflight.css'),
  'a reset of everything': '* { all: unset !important }',
  'everything important': `
    body *, body *::before, body *::after {
      margin: 7px !important; padding: 9px !important; border: 3px solid red !important; color: red !important;
      background: yellow !important; box-sizing: content-box !important; font-size: 23px !important;
      font-style: italic !important; font-weight: 900 !important; line-height: 3 !important; letter-spacing: 4px !important;
      text-transform: uppercase !important; text-align: right !important; box-shadow: 0 0 9px red !important;
      border-radius: 30px !important; min-height: 90px !important; float: left !important;
    }`,
  'forms of its own': `
    form, section, div, p, h2, h3, label, input, button {
      display: inline; float: left; width: 20px; height: 10px; max-width: 50px; min-height: 90px; margin: 7px; padding: 9px;
      border: 3px solid red; border-radius: 30px; background: yellow; color: red; box-sizing: content-box;
      font: italic 900 23px/3 serif; letter-spacing: 4px; text-transform: uppercase; text-align: right;
      text-shadow: 1px 1px red; box-shadow: 0 0 9px red; appearance: none;
    }`,
  'text of its own': `
    body {
      font: italic 900 30px/0 serif; font-variant: small-caps; letter-spacing: 5px; word-spacing: 20px; white-space: nowrap;
      text-indent: 50px; text-align: right; text-transform: uppercase; text-shadow: 1px 1px red; word-break: break-all;
      hyphens: auto; cursor: wait; color: red; list-style: square;
    }`,
  'a direction of its own': '* { direction: ltr !important; unicode-bidi: bidi-override !important }',
  'marks of its own at everything': `
    label::after { content: ' *' !important } button::after { content: '→' } p::before, form::before { content: '•' }`,
  'a rem of 10 px': 'html { font-size: 62.5% }',
  'a font of 10 px': 'html, body { font-size: 10px }',
};
