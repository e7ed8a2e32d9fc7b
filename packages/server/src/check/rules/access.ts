import type { CallName } from '@leb-renew/core/contract';
import { must } from '../must.ts';
import { rule } from '../rule.ts';

const about: readonly CallName[] = ['renewal', 'receipt', 'cancel'];

/** An account's own session opens its renewals too; another account's must not. */
export const onlyForItsOwn = rule({
  number: 18,
  sentence:
    'Status, receipt and cancel are refused without the renewal’s own token or account, the same for known and unknown renewals.',
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
    const unknownId = `${renewal.renewalId.slice(0, -4)}0000`;
    for (const [who, token] of Object.entries(tokens)) {
      for (const name of about) {
        const [known, unknown] = [
          await customer.ask(name, { path: { renewalId: renewal.renewalId }, token }),
          await customer.ask(name, { path: { renewalId: unknownId }, token }),
        ];
        must(known.problem !== null, `${name} is answered to ${who}`);
        must(!known.text.includes(quote.quoteId), `the refusal of ${name} tells about the renewal to ${who}`);
        must(
          known.status === unknown.status && known.text === unknown.text,
          `${name} with ${who}: ${known.problem.code} for a known renewal, ${unknown.problem?.code ?? 'an answer'} for an unknown one`,
        );
      }
    }
  },
});
