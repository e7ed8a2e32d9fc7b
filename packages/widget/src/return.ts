export { takeReturn } from './page/return.ts';
