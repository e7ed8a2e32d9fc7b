import type { Decorator } from '@storybook/web-components-vite';
import { playMedia, type Played } from './played-media.ts';
import { systemColours } from './system-colours.ts';
import { wearTheme } from './themes.ts';

const directionOf = (chosen: string, language: string): string =>
  chosen !== 'as the language' ? chosen : language.startsWith('ar') ? 'rtl' : 'ltr';

/** Puts the choices of the toolbar on the page, where a host page would have them. */
export const page: Decorator = (story, { globals, canvasElement }) => {
  const chosen = (name: string) => String(globals[name] ?? '');
  const { documentElement } = document;
  /** Said again, it would be news to every element on the page. */
  const say = (name: string, value: string, on: HTMLElement = documentElement) => {
    if (on.getAttribute(name) !== value) on.setAttribute(name, value);
  };
  const [lang, dir] = [chosen('language'), directionOf(chosen('direction'), chosen('language'))];
  const isAmongText = canvasElement.closest('#storybook-docs') !== null; // Which stays in English.
  say('lang', isAmongText ? 'en' : lang);
  say('dir', isAmongText ? 'ltr' : dir);
  if (isAmongText) {
    say('lang', lang, canvasElement);
    say('dir', dir, canvasElement);
  }
  say('data-scheme', chosen('scheme'));
  wearTheme(documentElement, chosen('theme'));

  const isForced = chosen('colours') === 'forced';
  const brand = chosen('brand');
  const tokens = [...(brand === '' ? [] : [['accent', brand]]), ...(isForced ? systemColours : [])];
  const style = tokens.map(([token, colour]) => `--leb-${token}: ${colour};`).join(' ');
  say('style', style);

  const played = new Set<Played>();
  if (chosen('motion') === 'reduced') played.add('prefers-reduced-motion: reduce');
  if (isForced) played.add('forced-colors: active');
  playMedia(played);
  return story();
};
