import type { Renewal } from '@leb-renew/core/contract';
import type { Said } from '../wire.ts';
import { must } from '../must.ts';
import { rule } from '../rule.ts';

/** The line of a mobile contract is a card here, and the refusal is `renewal-open` with the first one's id. */
export const onePerCard = rule({
  number: 5,
  sentence: 'Of two quotes for one card the second start is refused, and names the first renewal.',
  source: 'ARCHITECTURE, one open renewal per card',
  needs: [],
  async check({ customer }) {
    const [first, second] = [await customer.quote(), await customer.quote()];
    const begun = await customer.begin(first);
    mustName(await customer.start(second.quote.quoteId), begun.renewal.renewalId);
    await customer.cancel(begun.renewal);

    const [third, fourth] = [await customer.quote(), await customer.quote()];
    const answers = await Promise.all([third, fourth].map(({ quote }) => customer.start(quote.quoteId)));
    const [winner, ...others] = answers.flatMap(({ value }) => (value === null ? [] : [value as Renewal]));
    must(winner !== undefined, 'two starts at once, and both were refused');
    must(others.length === 0, 'two starts at once, and both renewals of the card are open');
    for (const said of answers) if (said.value === null) mustName(said, winner.renewalId);
  },
});

function mustName({ problem }: Said, renewalId: string): void {
  must(problem !== null, 'two renewals of one card are open');
  must(problem.code === 'renewal-open', `the second start is refused with ${problem.code}`);
  must(problem.renewalId === renewalId, 'the refusal does not name the open renewal');
}
