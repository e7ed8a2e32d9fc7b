export { formatMoney } from './format-money.ts';
export { perMonth, saving, sum, taxWithin } from './money.ts';
