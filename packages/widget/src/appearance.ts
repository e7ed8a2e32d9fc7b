export { appearanceFrom, followAppearance } from './page/appearance-from.ts';
