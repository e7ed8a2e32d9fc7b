import type { Guard } from './guard.ts';

const renewals = 'packages/server/src/renewals';
const stripe = 'packages/server/src/payments/stripe';
const adapter = 'packages/widget/src/payments/stripe';
const judge = `${renewals}/judge.ts`;
const tables = 'packages/server/src/store/migrations/002-renewals.ts';

const inJudge = (title: string) => ({ file: 'test/server/judge.test.ts', title });
const inStore = { file: 'test/server/store.test.ts', title: 'the tables themselves refuse' };
const inBegin = (title: string) => ({ file: 'test/server/begin.test.ts', title });
const inOnce = (title: string) => ({ file: 'test/server/once.test.ts', title });
const inClaim = (title: string) => ({ file: 'test/server/claim.test.ts', title });
const inCancel = (title: string) => ({ file: 'test/server/cancel.test.ts', title });
const inNotices = (title: string) => ({ file: 'test/server/stripe-gateway-notices.test.ts', title });
const inGateway = (title: string) => ({ file: 'test/server/stripe-gateway.test.ts', title });
const inCore = (title: string) => ({ file: 'test/core/stripe.test.ts', title });
const inForm = (title: string) => ({ file: 'test/widget/stripe/form.test.ts', title });
const inTabs = (title: string) => ({ file: 'test/widget/tabs.test.ts', title });
const inPorts = (title: string) => ({ file: 'test/widget/ports/payment-ports.test.ts', title });
const differs = inJudge('money that differs in anything is left to a person');

/** What keeps money safe, in the order in which a payment meets it. */
export const guards: readonly Guard[] = [
  {
    name: 'one renewal per quote',
    changes: [
      {
        file: tables,
        from: 'quote_id text not null unique references',
        to: 'quote_id text not null references',
      },
    ],
    caughtBy: inStore,
  },
  {
    name: 'one open renewal per card',
    changes: [
      {
        file: tables,
        from: 'create unique index renewals_one_open_per_card',
        to: 'create index renewals_one_open_per_card',
      },
    ],
    caughtBy: inBegin('a second quote of one card is refused'),
  },
  {
    name: 'an unpaid renewal whose time is over gives way to the next',
    changes: [
      {
        file: `${renewals}/begin.ts`,
        from: 'holder !== null && !(await endUnpaid(context, holder, true))',
        to: 'holder !== null',
      },
    ],
    caughtBy: inBegin('an unpaid renewal whose time is over makes room for the next'),
  },
  {
    name: 'the sweep ends what nobody pays',
    changes: [
      {
        file: `${renewals}/sweep.ts`,
        from: `if (settled === 'settled' || settled === 'elsewhere') await endUnpaid(context, renewalId);`,
        to: '',
      },
    ],
    caughtBy: inBegin('an unpaid renewal whose time is over is ended by the sweep'),
  },
  {
    name: 'the key of a payment is that of its renewal, each time',
    changes: [
      {
        file: `${renewals}/begin.ts`,
        from: '`renewal:${renewalId}:create`',
        to: '`renewal:${newId("k")}:create`',
      },
    ],
    caughtBy: inBegin('one quote begun ten times at once'),
  },
  {
    name: 'the next key only after a stored failure',
    changes: [
      {
        file: `${stripe}/numbered.ts`,
        from: 'if (number === most || !isStored(error))',
        to: 'if (number === most)',
      },
    ],
    caughtBy: inGateway('is given up on while Stripe is broken'),
  },
  {
    name: 'Stripe is asked for no less than it charges',
    changes: [{ file: `${stripe}/minimum.ts`, from: 'return asked < minimum', to: 'return false' }],
    caughtBy: inGateway('case 36: below the least that Stripe charges'),
  },
  {
    name: 'the signature of a notice',
    changes: [
      {
        file: `${stripe}/notice.ts`,
        from: 'await Stripe.webhooks.constructEventAsync(body, signature, secret, tolerance)',
        to: 'JSON.parse(body.toString())',
      },
    ],
    caughtBy: inNotices('case 12: is refused where it was forged'),
  },
  {
    name: 'a notice from the future',
    changes: [
      {
        file: `${stripe}/notice.ts`,
        from: 'Math.abs(Date.now() / 1000 - Number',
        to: '(Date.now() / 1000 - Number',
      },
    ],
    caughtBy: inNotices('case 13: is refused when it comes from the future'),
  },
  {
    name: 'an old notice',
    changes: [
      {
        file: `${stripe}/notice.ts`,
        from: `if (!isFromNow(signature)) return trouble('bad-notice');`,
        to: '',
      },
      { file: `${stripe}/notice.ts`, from: 'signature, secret, tolerance)', to: 'signature, secret, 1e9)' },
    ],
    caughtBy: inNotices('case 12: is refused when it is old'),
  },
  {
    name: 'the amount that arrived',
    changes: [{ file: judge, from: `received.minor === total.minor ? null : 'other-amount'`, to: 'null' }],
    caughtBy: differs,
  },
  {
    name: 'its currency',
    changes: [
      {
        file: judge,
        from: 'received.currency !== total.currency || received.exponent !== total.exponent',
        to: 'false',
      },
    ],
    caughtBy: differs,
  },
  {
    name: 'its mode, test or live',
    changes: [{ file: judge, from: 'fact.livemode !== livemode', to: 'false' }],
    caughtBy: differs,
  },
  {
    name: 'the renewal that it names',
    changes: [{ file: judge, from: 'fact.renewalId !== renewalId', to: 'false' }],
    caughtBy: differs,
  },
  {
    name: 'a late cancellation lowers nothing that is paid',
    changes: [
      {
        file: judge,
        from: 'if (row.rank > 0) return judgeReturn',
        to: 'if (row.rank > 9) return judgeReturn',
      },
    ],
    caughtBy: inJudge('every state of a payment means one thing'),
  },
  {
    name: 'the tables let no renewal go back, whatever code is wrong',
    changes: [
      { file: tables, from: 'if new.rank < old.rank or new.seq <= old.seq then', to: 'if false then' },
    ],
    caughtBy: inStore,
  },
  {
    name: 'old news of a payment counts for nothing but money',
    changes: [{ file: `${renewals}/apply.ts`, from: 'seenSeq !== null && seenSeq !== row.seq', to: 'false' }],
    caughtBy: { file: 'test/server/old-news.test.ts', title: 'what the provider said before' },
  },
  {
    name: 'what was overtaken is asked about again',
    changes: [{ file: `${renewals}/apply.ts`, from: 'return !isOvertaken;', to: 'return true;' }],
    caughtBy: inCancel('who cancels hears that it is cancelled'),
  },
  {
    name: 'a decline is told only when the provider has just said it',
    changes: [
      { file: `${renewals}/refresh.ts`, from: ' || declined.code === said', to: ' || said !== undefined' },
    ],
    caughtBy: {
      file: 'test/server/old-declines.test.ts',
      title: 'older news after a look that brought nothing new',
    },
  },
  {
    name: 'no other renewal of a card begins while late money for it is honoured',
    changes: [
      {
        file: `${renewals}/apply.ts`,
        from: 'if (isLate) await lockCard(transaction, row.card_ref);',
        to: '',
      },
    ],
    caughtBy: inCancel('while late money is being honoured'),
  },
  {
    name: 'a mail that no money has come asks the provider',
    changes: [
      {
        file: 'packages/server/src/mail/send-renewal-letter.ts',
        from: 'await askProvider(context, order);',
        to: '',
      },
    ],
    caughtBy: { file: 'test/server/letters.test.ts', title: 'a letter that no money has come waits' },
  },
  {
    name: 'after a cancellation Stripe is asked what is true',
    changes: [
      {
        file: `${stripe}/gateway.ts`,
        from: `return answer.ok || answer.problem.code === 'provider-down' ? answer : read(ref);`,
        to: 'return answer;',
      },
    ],
    caughtBy: inGateway('is told to have succeeded when the customer was faster'),
  },
  {
    name: 'one extension per payment, in the tables',
    changes: [
      {
        file: tables,
        from: 'renewal_id text primary key references leb_renew.renewals,\n     target',
        to: 'renewal_id text references leb_renew.renewals,\n     target',
      },
    ],
    caughtBy: {
      file: 'test/server/store.test.ts',
      title: 'two processes that take note of the same money at once',
    },
  },
  {
    name: 'one try at a time asks the supplier',
    changes: [
      { file: `${renewals}/fulfil.ts`, from: 'if (fulfilment.seconds_to_wait > 0) {', to: 'if (false) {' },
    ],
    caughtBy: inClaim('a second job for a renewal asks nobody anything'),
  },
  {
    name: 'who has lost the claim does not order',
    changes: [
      { file: `${renewals}/order-extension.ts`, from: 'if (lastSentAt === null) return null;', to: '' },
    ],
    caughtBy: inClaim('a server whose claim was taken over before it ordered does not order'),
  },
  {
    name: 'who has lost the claim writes nothing down',
    changes: [
      {
        file: `${renewals}/fulfil.ts`,
        from: 'if (fulfilment?.claimed_by !== claim.by) return false;',
        to: '',
      },
    ],
    caughtBy: inClaim('a claim that ends while its server waits'),
  },
  {
    name: 'the supplier is asked before it is told again',
    changes: [
      {
        file: `${renewals}/order-extension.ts`,
        from: `if (found.outcome !== 'absent') return found;`,
        to: '',
      },
    ],
    caughtBy: inOnce('a server stopped after the supplier acted'),
  },
  {
    name: 'a failed extension lets others try',
    changes: [
      {
        file: `${renewals}/fulfil.ts`,
        from: 'await endClaim(database, attempt.claim, seconds, detail).catch(() => undefined);',
        to: '',
      },
    ],
    caughtBy: inClaim('what is refused for now is ordered again'),
  },
  {
    name: 'a disputed payment extends nothing',
    changes: [{ file: `${renewals}/fulfil.ts`, from: 'if (row.dispute !== null) {', to: 'if (false) {' }],
    caughtBy: {
      file: 'test/server/stripe-gateway-shop.test.ts',
      title: 'is not extended any more, although',
    },
  },
  {
    name: 'what was given back is not given back again',
    changes: [
      {
        file: `${stripe}/gateway.ts`,
        from: '() => refundMade(ref, key),',
        to: '() => Promise.resolve(null),',
      },
    ],
    caughtBy: inGateway('is not sent twice when Stripe breaks down after it went'),
  },
  {
    name: 'a payment of the other mode opens no form',
    changes: [
      {
        file: 'packages/core/src/stripe/handoff.ts',
        from: 'isLive === livemode',
        to: 'isLive !== undefined',
      },
    ],
    caughtBy: inPorts('case 42: opens for no other provider’s payment'),
  },
  {
    name: 'one click, one payment',
    changes: [{ file: `${adapter}/form.ts`, from: 'if (underWay === null) {', to: 'if (true) {' }],
    caughtBy: inPorts('case 42: takes a second call for the first'),
  },
  {
    name: 'one tab at a time sends a payment',
    changes: [
      {
        file: 'packages/widget/src/page/till.ts',
        from: '(await this.#take()) ? form.confirm()',
        to: 'true ? form.confirm()',
      },
    ],
    caughtBy: inTabs('case 10: do not pay for one renewal at the same time'),
  },
  {
    name: 'a payment whose answer is lost is not called declined',
    changes: [
      {
        file: `${adapter}/pay.ts`,
        from: 'return lost(error);',
        to: `return { kind: 'declined', problem: problemOf(error as never) };`,
      },
    ],
    caughtBy: inForm('case 25: a payment whose answer is thrown'),
  },
  {
    name: 'an error that says nothing of the payment is no decline',
    changes: [
      { file: `${adapter}/outcome.ts`, from: 'return refused.has(type) ?', to: 'return Boolean(type) ?' },
    ],
    caughtBy: inForm('case 25: a payment whose answer is lost'),
  },
  {
    name: 'a lost or stolen card reads like any other that is declined',
    changes: [
      {
        file: 'packages/core/src/stripe/problem-code.ts',
        from: `'insufficient-funds': '`,
        to: `'insufficient-funds': 'lost_card `,
      },
    ],
    caughtBy: inCore('case 21: a customer does not learn that a card was lost'),
  },
  {
    name: 'whoever was overtaken by another tab asks the server',
    changes: [
      {
        file: `${adapter}/outcome.ts`,
        from: 'if ([code, decline_code, payment_intent?.status].some((each) => decided.has(each)))',
        to: 'if (false as boolean)',
      },
    ],
    caughtBy: inForm('case 21: looks at the code before the type'),
  },
  {
    name: 'the secret of a payment is in nothing that is said',
    changes: [
      { file: `${adapter}/told.ts`, from: `.replace(/(_secret_|[rs]k_|pk_\\w{9})\\w+/g, '$1…')`, to: '' },
    ],
    caughtBy: inForm('has the secret of a payment in nothing that it says'),
  },
  {
    name: 'the form is in the page’s own tree, and in no shadow root',
    changes: [
      {
        file: `${adapter}/place.ts`,
        from: 'for (; root instanceof ShadowRoot;',
        to: 'for (; root === null;',
      },
    ],
    caughtBy: { file: 'test/widget/stripe/place.test.ts', title: 'case 30: in ' },
  },
  {
    name: 'no form where Stripe’s cannot work',
    changes: [
      {
        file: `${adapter}/place.ts`,
        from: 'if (place.isWhole()) return fine(place);',
        to: 'return fine(place);',
      },
    ],
    caughtBy: { file: 'test/widget/stripe/place.test.ts', title: 'case 30: is not in ' },
  },
  {
    name: 'the address that a wallet leads back to loses its secret',
    changes: [
      {
        file: 'packages/widget/src/page/return.ts',
        from: 'without(href, `${marker}|${added}`)',
        to: 'without(href, marker)',
      },
    ],
    caughtBy: { file: 'test/widget/return.test.ts', title: 'case 24: has lost its secret' },
  },
];
