export { defaults } from './defaults.ts';
export { foundationFor, ofAccent } from './foundation.ts';
export {
  themeNames,
  themes,
  tokens,
  type Theme,
  type ThemeName,
  type Token,
  type TokenName,
} from './list.ts';
