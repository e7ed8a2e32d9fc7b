import { must } from '../must.ts';
import { beginCounted, mustBeExtendedOnce } from '../extended-once.ts';
import { rule } from '../rule.ts';

/** How payment providers mark what no browser may hold. */
const marked = /\b(sk|rk)_\w|\bwhsec_/;

/** Client secret and publishable key are, for the sandbox provider, the client secret and the confirm address. */
export const nothingSecretInAnswers = rule({
  number: 6,
  sentence: 'A start hands over what the payment form needs, and no answer has a secret of the server in it.',
  source: 'Stripe, API keys',
  needs: [],
  async check({ customer, provider, noticeSecret }) {
    const { quote, renewal, payment } = await customer.begin();
    must(payment.clientSecret !== '' && URL.canParse(payment.confirmUrl), 'the handoff cannot be paid with');
    const { renewalId, renewalToken: token } = renewal;
    const answers = {
      begin: await customer.start(quote.quoteId),
      status: await customer.ask('renewal', { path: { renewalId }, token }),
      cancel: await customer.ask('cancel', { path: { renewalId }, token }),
    };
    const secrets = [provider?.key, noticeSecret].filter((secret) => typeof secret === 'string');
    for (const [what, { text }] of Object.entries(answers)) {
      must(!marked.test(text), `the answer to ${what} has ${marked.exec(text)?.[0] ?? ''}… in it`);
      must(
        !secrets.some((secret) => text.includes(secret)),
        `the answer to ${what} has a server’s secret in it`,
      );
    }
  },
});

/** The card’s reference is the line’s id. Looked for: everything secret of the whole run. */
export const nothingSecretInLogs = rule({
  number: 21,
  sentence:
    'Nothing that was sent as secret is in the log: passwords, tokens, addresses, client secrets, card references.',
  source: 'OWASP ASVS 5.0, 16.2.5',
  needs: ['log'],
  async check(tools) {
    const begun = await beginCounted(tools);
    await tools.customer.pay(begun, 'approve');
    await tools.tell(begun);
    await mustBeExtendedOnce(tools, begun);
    const log = await tools.log();
    for (const [secret, what] of tools.notes.secrets)
      must(!log.includes(secret), `the log has a ${what} in it`);
  },
});
