/** What every payment provider's gateway must keep on the server, whoever the provider is. */
import type { Answer, Money } from '@leb-renew/core/contract';
import type { PaymentFact, PaymentGateway, PaymentRequest } from '@leb-renew/server';
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, describe, test } from 'node:test';

/** What a provider has sent: the exact bytes, and what came with them. */
export interface Letter {
  readonly raw: Uint8Array;
  readonly headers: Headers;
}

/** A gateway, its provider, and somebody who pays. */
export interface GatewayAtWork {
  readonly gateway: PaymentGateway;
  /** The same with a secret key that the provider does not know. */
  readonly stranger: PaymentGateway;
  /** The same where no provider is. */
  readonly alone: PaymentGateway;
  pay(ref: string): Promise<unknown>;
  /** Tries to pay, and there is not enough money. */
  decline(ref: string): Promise<unknown>;
  /** Waits for the provider's notice that a payment succeeded. */
  letterAbout(ref: string): Promise<Letter>;
  /** Signs as the provider does when it sends a notice again: with its own secret and now, if nothing else is said. */
  sign(letter: Letter, as?: { secret?: string; at?: Date }): Headers;
  /** A signature secret of the right form that is not the provider's. */
  readonly otherSecret: string;
  /** What must be in no answer. */
  readonly secrets: readonly string[];
  close(): Promise<void>;
}

const amount: Money = { minor: 8_400, currency: 'EUR', exponent: 2 };
const euros = (minor: number): Money => ({ ...amount, minor });
const wish = {
  amount,
  describe: '1 year · LEB Global card',
  receiptEmail: 'mira@example.com',
  methods: ['card'],
  expiresAt: new Date(Date.now() + 3_600_000).toISOString(),
} as const satisfies Partial<PaymentRequest>;

function valueOf<T>(answer: Answer<T>): T {
  assert.ok(answer.ok, JSON.stringify(answer));
  return answer.value;
}
const codeOf = (answer: Answer<unknown>) =>
  answer.ok ? assert.fail('was not refused') : answer.problem.code;

/** `open` is called once: payments do not know of each other. */
export function paymentGatewaySuite(name: string, open: () => Promise<GatewayAtWork>): void {
  describe(`the gateway of ${name}`, () => {
    let at: GatewayAtWork;
    before(async () => (at = await open()));
    after(() => at.close());

    /** A payment that waits, and what is known of it. */
    async function setup() {
      const renewalId = randomUUID();
      const create = (by = at.gateway) => by.create({ ...wish, renewalId }, `renewal:${renewalId}:create`);
      const { ref, handoff } = valueOf(await create());
      const fact = async (): Promise<PaymentFact> => valueOf(await at.gateway.read(ref));
      const cancel = (key = '1', by = at.gateway) => by.cancel(ref, `renewal:${renewalId}:cancel:${key}`);
      const refund = (minor: number | null, key = '1', by = at.gateway) =>
        by.refund(ref, minor === null ? null : euros(minor), `renewal:${renewalId}:refund:${key}`);
      return { ...at, renewalId, create, cancel, refund, ref, handoff, fact };
    }

    test('case 42: makes one payment under one key, also when it is asked often and at once', async () => {
      const { gateway, create, ref, handoff } = await setup();
      assert.deepEqual(
        [handoff.provider, handoff.amount, handoff.expiresAt, handoff.livemode],
        [gateway.provider, amount, wish.expiresAt, gateway.livemode],
      );
      const again = await Promise.all(Array.from({ length: 4 }, () => create()));
      for (const answer of again) assert.deepEqual(valueOf(answer), { ref, handoff });
      assert.notEqual((await setup()).ref, ref);
    });

    test('case 42: offers at least cards', async () => {
      const { gateway } = await setup();
      assert.ok(gateway.methods(amount).includes('card'));
    });

    test('case 42: tells what a payment is for, what has arrived, and with what', async () => {
      const { pay, fact, ref, renewalId, gateway } = await setup();
      const { livemode } = gateway;
      const same = { ref, renewalId, livemode, refunded: null };
      assert.partialDeepStrictEqual(await fact(), {
        ...same,
        state: 'open',
        received: euros(0),
        problem: null,
        paidWith: null,
        paidAt: null,
      });
      await pay(ref);
      const paid = await fact();
      assert.partialDeepStrictEqual(paid, { ...same, state: 'succeeded', received: amount, problem: null });
      assert.match(paid.paidWith ?? '', /•• 4242/);
      assert.ok(Math.abs(Date.parse(paid.paidAt ?? '') - Date.now()) < 60_000);
    });

    test('case 42: tells why the last try did not go through, until one does', async () => {
      const { pay, decline, fact, ref } = await setup();
      await decline(ref);
      assert.partialDeepStrictEqual(await fact(), {
        state: 'open',
        problem: 'insufficient-funds',
        received: euros(0),
      });
      await pay(ref);
      assert.partialDeepStrictEqual(await fact(), { state: 'succeeded', problem: null });
    });

    test('case 42: cancels once and for all', async () => {
      const { cancel, pay, fact, ref } = await setup();
      for (const key of ['1', '1', '2'])
        assert.partialDeepStrictEqual(valueOf(await cancel(key)), { state: 'canceled', received: euros(0) });
      await Promise.resolve(pay(ref)).catch(() => undefined);
      assert.partialDeepStrictEqual(await fact(), { state: 'canceled', received: euros(0) });
    });

    test('case 42: says that the payment was faster, when it was', async () => {
      const { cancel, pay, ref } = await setup();
      await pay(ref);
      assert.partialDeepStrictEqual(valueOf(await cancel()), { state: 'succeeded', received: amount });
    });

    test('case 42: gives all of it back, once per key', async () => {
      const { refund, pay, fact, ref } = await setup();
      await pay(ref);
      const [one, ...others] = await Promise.all(Array.from({ length: 3 }, () => refund(null)));
      for (const other of others) assert.deepEqual(valueOf(other), valueOf(one!));
      assert.partialDeepStrictEqual(await fact(), { state: 'succeeded', received: amount, refunded: amount });
    });

    test('case 42: gives a part back, then another, then the rest, and no more', async () => {
      const { refund, pay, fact, ref } = await setup();
      await pay(ref);
      const first = valueOf(await refund(1_000, '1'));
      assert.deepEqual(valueOf(await refund(1_000, '1')), first);
      assert.deepEqual((await fact()).refunded, euros(1_000));
      const second = valueOf(await refund(1_000, '2'));
      assert.notDeepEqual(second, first);
      assert.deepEqual((await fact()).refunded, euros(2_000));
      assert.equal(codeOf(await refund(6_401, '3')), 'payment-setup');
      valueOf(await refund(null, '4'));
      assert.deepEqual((await fact()).refunded, amount);
      assert.equal(codeOf(await refund(1, '5')), 'payment-setup');
      assert.deepEqual((await fact()).refunded, amount);
    });

    test('case 42: gives nothing back of what has not arrived', async () => {
      const { refund, fact } = await setup();
      assert.equal(codeOf(await refund(null)), 'payment-setup');
      assert.equal((await fact()).refunded, null);
    });

    test('case 42: reads a notice of its provider, and takes nothing else for one', async () => {
      const { gateway, pay, ref, letterAbout, sign, otherSecret } = await setup();
      await pay(ref);
      const letter = await letterAbout(ref);
      const [notice] = valueOf(await gateway.readNotice(letter.raw, letter.headers));
      assert.equal(notice?.ref, ref);
      assert.ok(notice.id !== '' && notice.kind !== '');
      assert.deepEqual(valueOf(await gateway.readNotice(letter.raw, sign(letter))), [notice]);

      const text = Buffer.from(letter.raw).toString();
      const minutesAgo = (minutes: number) => new Date(Date.now() - minutes * 60_000);
      const instead = (body: string): Letter => {
        const raw = Buffer.from(body);
        return { raw, headers: sign({ ...letter, raw }) };
      };
      const refused: Record<string, Letter> = {
        unsigned: { raw: letter.raw, headers: new Headers() },
        forged: { raw: letter.raw, headers: sign(letter, { secret: otherSecret }) },
        edited: { raw: Buffer.from(text.replace(ref, `${ref}0`)), headers: letter.headers },
        'written anew': { raw: Buffer.from(`${text} `), headers: letter.headers },
        stale: { raw: letter.raw, headers: sign(letter, { at: minutesAgo(6) }) },
        'from the future': { raw: letter.raw, headers: sign(letter, { at: minutesAgo(-6) }) },
        'another provider’s': {
          raw: letter.raw,
          headers: new Headers({ 'x-signature': 'sha256=00', 'content-type': 'application/json' }),
        },
        empty: instead(''),
        'no notice': instead('[1]'),
      };
      for (const [what, { raw, headers }] of Object.entries(refused)) {
        const answer = await gateway.readNotice(raw, headers);
        assert.equal(answer.ok ? 'taken' : answer.problem.code, 'bad-notice', what);
      }
    });

    test('case 42: tells a provider that is down from a key that is wrong, and from a payment that nobody knows', async () => {
      const { gateway, create, cancel, refund, stranger, alone, ref } = await setup();
      const askAll = async (by: PaymentGateway) =>
        (await Promise.all([create(by), by.read(ref), cancel('1', by), refund(null, '1', by)])).map(codeOf);
      assert.deepEqual(await askAll(alone), Array(4).fill('provider-down'));
      assert.deepEqual(await askAll(stranger), Array(4).fill('payment-setup'));
      const unknown = `${ref.slice(0, -1)}${ref.endsWith('0') ? '1' : '0'}`;
      assert.equal(codeOf(await gateway.read(unknown)), 'not-found');
      assert.equal(codeOf(await gateway.cancel(unknown, 'cancel')), 'not-found');
    });

    test('case 42: has no secret of the shop in any answer, and the customer’s only in the handoff', async () => {
      const { gateway, stranger, alone, create, cancel, refund, pay, ref, handoff, secrets, ...letters } =
        await setup();
      const refused = [await alone.read(ref), await create(stranger), await stranger.read(ref)];
      await pay(ref);
      const letter = await letters.letterAbout(ref);
      const forged = letters.sign(letter, { secret: letters.otherSecret });
      const answers = JSON.stringify([
        ...refused,
        await gateway.read(ref),
        await refund(1, '1'),
        await refund(99_999, '2'),
        await cancel(),
        await gateway.readNotice(letter.raw, letter.headers),
        await gateway.readNotice(letter.raw, forged),
      ]);
      const { clientSecret } = handoff.data as { clientSecret: string };
      for (const secret of [...secrets, clientSecret]) {
        assert.ok(secret.length > 8);
        assert.ok(!answers.includes(secret));
      }
      for (const secret of secrets) assert.ok(!JSON.stringify(handoff).includes(secret));
    });
  });
}
