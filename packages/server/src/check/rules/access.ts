import type { CallName } from '@leb-renew/core/contract';
import { must } from '../must.ts';
import { rule } from '../rule.ts';

const about: readonly CallName[] = ['renewal', 'receipt', 'cancel', 'receipts'];

/** An account's own session opens its renewals too; another account's must not. */
export const onlyForItsOwn = rule({
  number: 18,
  sentence:
    'Status, receipt, cancel and a card’s receipts are refused to strangers, the same for known and unknown renewals and cards.',
  source: 'decision 0010: tickets, not sessions; OWASP ASVS 5.0, 8.2.2',
  needs: ['other'],
  async check({ customer, baseUrl, customerAt }) {
    const { renewal, quote } = await customer.begin();
    await customer.cancel(renewal);
    const another = await customer.begin();
    const tokens: Readonly<Record<string, string | null>> = {
      'no token': null,
      'a token that never was': `x${'0'.repeat(40)}`,
      'an altered token': `${renewal.renewalToken.slice(0, -2)}${renewal.renewalToken.endsWith('AA') ? 'BB' : 'AA'}`,
      'another renewal’s token': another.renewal.renewalToken,
      'another account’s session': await customerAt(baseUrl, 'other').signedIn(),
    };
    const mine = { renewalId: renewal.renewalId, cardRef: quote.cardRef };
    const nobodys = {
      renewalId: `${mine.renewalId.slice(0, -4)}0000`,
      cardRef: `${mine.cardRef.slice(0, -4)}0000`,
    };
    for (const [who, token] of Object.entries(tokens)) {
      for (const name of about) {
        const [known, unknown] = [
          await customer.ask(name, { path: mine, token }),
          await customer.ask(name, { path: nobodys, token }),
        ];
        must(known.problem !== null, `${name} is answered to ${who}`);
        must(!known.text.includes(quote.quoteId), `the refusal of ${name} tells about the renewal to ${who}`);
        must(
          known.status === unknown.status && known.text === unknown.text,
          `${name} with ${who}: ${known.problem.code} for what is known, ${unknown.problem?.code ?? 'an answer'} for what is not`,
        );
      }
    }
  },
});
