export { formatMoney } from './format-money.ts';
export { moneyDisplay } from './money-display.ts';
export { isSameUnit, perMonth, saving, sum, taxWithin } from './money.ts';
