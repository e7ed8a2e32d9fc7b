import type { Renewal } from '@leb-renew/core/contract';
import { amount, sameMoney, type Customer } from '../customer.ts';
import { must } from '../must.ts';
import type { ProviderDouble } from '../provider-double.ts';
import { rule } from '../rule.ts';

/** The provider's create call stands in for Stripe's POST /v1/payment_intents; the sandbox's wire for Stripe's types. */
export const askedOnce = rule({
  number: 2,
  sentence:
    'A start asks the provider for one payment, of the quoted money and naming the renewal, under a key that is its own.',
  source: 'Stripe, idempotent requests',
  needs: ['provider'],
  async check({ customer, provider }) {
    const key = await mustBeAskedOnce(customer, provider);
    must((await mustBeAskedOnce(customer, provider)) !== key, 'two renewals share an idempotency key');
  },
});

/** Gives the key that the payment was asked for with. */
async function mustBeAskedOnce(customer: Customer, provider: ProviderDouble): Promise<string> {
  const [from, complaints] = [provider.orders.length, provider.complaints.length];
  const { quote, renewal } = await customer.begin();
  await customer.start(quote.quoteId);
  must(provider.complaints.length === complaints, `it asks for ${provider.complaints.at(-1) ?? ''}`);
  const orders = provider.orders.slice(from);
  const [order] = orders;
  must(order !== undefined, 'the provider was asked for no payment');
  const payments = new Set(orders.map(({ paymentId }) => paymentId));
  must(payments.size === 1, `one renewal started twice has ${payments.size} payments`);
  const asked = order.wish.amount as typeof quote.total;
  must(
    sameMoney(asked, quote.total),
    `the quote says ${amount(quote.total)}, the payment is of ${amount(asked)}`,
  );
  must(order.wish.renewalId === renewal.renewalId, 'the payment names another renewal');
  await customer.cancel(renewal);
  return order.key;
}

export const sameKeyAgain = rule({
  number: 3,
  sentence:
    'When the provider acts and its answer is lost, the next try has the same key and there is one payment.',
  source: 'Stripe, idempotent requests',
  needs: ['provider'],
  async check({ customer, provider }) {
    const of = await customer.quote();
    const from = provider.orders.length;
    provider.cutNextAnswer();
    const first = await customer.start(of.quote.quoteId);
    must(first.problem?.charged !== 'yes', 'a lost answer is taken for a payment');
    const { renewal, payment } = await customer.begin(of);
    const orders = provider.orders.slice(from);
    must(new Set(orders.map(({ key }) => key)).size === 1, 'the next try has another idempotency key');
    const [order] = orders;
    must(order?.paymentId === payment.paymentId, 'the customer got another payment than the first');
    must(order.wish.renewalId === renewal.renewalId, 'the next try is another renewal');
  },
});

export const fiftyStarts = rule({
  number: 4,
  sentence: 'Fifty simultaneous starts of one quote are one renewal with one payment.',
  source: 'ARCHITECTURE, one renewal per quote',
  needs: [],
  check: ({ customer, provider }) => mustBeOneOfFifty([customer], provider),
});

/** The starts are spread over the customers, who are one person at several copies of the back end. */
export async function mustBeOneOfFifty(
  customers: readonly [Customer, ...Customer[]],
  provider: ProviderDouble | null,
): Promise<void> {
  const [customer] = customers;
  const of = await customer.quote();
  const fifty = <T>(deed: (each: Customer) => Promise<T>): Promise<T[]> =>
    Promise.all(
      Array.from({ length: 50 }, (_, index) => deed(customers[index % customers.length] ?? customer)),
    );
  // Opens the connections, so that the starts arrive together.
  await fifty((each) => each.cards());
  const from = provider?.orders.length ?? 0;
  const answers = await fifty((each) => each.start(of.quote.quoteId));
  const renewals = answers.flatMap(({ value }) => (value === null ? [] : [value as Renewal]));
  const ids = new Set(renewals.map(({ renewalId }) => renewalId));
  must(renewals.length > 0, `fifty starts, and each was refused: ${answers[0]?.problem?.code ?? ''}`);
  must(ids.size === 1, `fifty starts made ${ids.size} renewals`);
  const { payment } = await customer.begin(of);
  const handed = new Set(
    renewals.map((each) => (each.status === 'awaiting-payment' ? JSON.stringify(each.handoff.data) : '')),
  );
  must(handed.size === 1, `fifty starts handed out ${handed.size} payments`);
  const payments = new Set(
    provider?.orders.slice(from).map(({ paymentId }) => paymentId) ?? [payment.paymentId],
  );
  must(payments.size === 1, `fifty starts made ${payments.size} payments at the provider`);
}
