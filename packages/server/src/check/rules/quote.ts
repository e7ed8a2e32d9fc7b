import type { Money, Quote } from '@leb-renew/core/contract';
import { amount, sameMoney } from '../customer.ts';
import { must } from '../must.ts';
import { rule } from '../rule.ts';

/** What a page could send along, in the hope that it is believed. */
const wishful = [
  { total: { minor: 1, currency: 'USD', exponent: 2 } },
  { price: 1 },
  { amount: 1 },
  { lines: [] },
  { discount: 100 },
];

/** A quote is POST /quotes; the contract lets a server refuse members that it does not know. */
export const samePrice = rule({
  number: 1,
  sentence: 'Two identical wishes are quoted the same money, whatever amounts a page sends along.',
  source: 'decision 0006: the server decides',
  needs: [],
  async check({ customer }) {
    const { body } = await customer.wish();
    const token = await customer.signedIn();
    const ask = async (more: object): Promise<Money | null> => {
      const said = await customer.ask('quote', { token, body: { ...body, ...more } });
      return said.problem === null ? (said.value as Quote).total : null;
    };
    const first = await ask({});
    must(first !== null, 'a quote was refused');
    for (const more of [{}, ...wishful]) {
      const total = await ask(more);
      const [name] = Object.keys(more);
      must(total !== null || name !== undefined, 'the same quote again was refused');
      must(
        total === null || sameMoney(total, first),
        `${amount(first)}, and ${amount(total ?? first)} ${name === undefined ? 'when asked again' : `with ${name} sent along`}`,
      );
    }
  },
});
