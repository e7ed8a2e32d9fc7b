import { calls, type CallName, type Card, type Renewal } from '@leb-renew/core/contract';
import type { OpenApi, Operation } from '../../../packages/server/src/openapi/open-api.ts';
import type { Said } from '../shop/caller.ts';
import type { Shop } from '../shop/open-shop.ts';
import { until } from '../shop/until.ts';

/** The part of a document that is about one call. */
export function operationOf({ paths }: OpenApi, name: CallName): Operation {
  const { path, method } = calls[name];
  return paths[path]![method.toLowerCase()]!;
}

export function answerOf(operation: Operation): { status: number; example: unknown } {
  const [status, response] = Object.entries(operation.responses)[0]!;
  return { status: Number(status), example: response.content?.['application/json']?.example ?? null };
}

/**
 * Sends the examples of a document, in the order of the story they tell. Only what every shop gives anew is replaced
 * by what this shop gives: the names of things, and what is only told in a mail.
 */
export async function tell(shop: Shop, document: OpenApi): Promise<ReadonlyMap<CallName, Said>> {
  const said = new Map<CallName, Said>();
  const own = new Map<unknown, string>();
  let token: string | null = null;

  const send = async (name: CallName, headers: Readonly<Record<string, string>> = {}): Promise<unknown> => {
    const { parameters } = operationOf(document, name);
    const body = bodyOf(name);
    const path = Object.fromEntries(
      parameters.filter((each) => each.in === 'path').map((each) => [each.name, own.get(each.example) ?? '']),
    );
    const query = parameters.filter((each) => each.in === 'query');
    const answer = await shop.call(name, {
      token,
      path,
      headers,
      ...(query.length > 0 && {
        query: `?${query.map(({ name: key, example }) => `${key}=${example}`).join('&')}`,
      }),
      ...(body !== undefined && { body: replaced(body, own) }),
    });
    said.set(name, answer);
    return answer.value;
  };
  const bodyOf = (name: CallName) =>
    operationOf(document, name).requestBody?.content['application/json']?.example as
      Readonly<Record<string, string>> | undefined;
  const owns = (name: CallName, member: string, value: string) => own.set(bodyOf(name)?.[member], value);
  const mailed = (pattern: RegExp) =>
    until(`a mail says ${String(pattern)}`, async () => {
      const mails = await shop.server.admin.mails();
      return mails.map(({ text }) => pattern.exec(text)?.[0]).find((found) => found !== undefined);
    });

  // Somebody whose account asks for a code. The example names no account, so anybody's will do.
  const { email, password } = bodyOf('signIn')!;
  const careful = { email: email!.replace('@', '.two@'), password: password!, name: 'Mira Lindqvist' };
  await shop.server.admin.createAccount({ ...careful, oneTimeCode: true });
  const asked = await shop.get<{ challenge: { challengeId: string } }>('signIn', {
    body: { email: careful.email, password },
  });
  owns('verifyCode', 'challengeId', asked.challenge.challengeId);
  owns('verifyCode', 'code', await mailed(/^\d{6}$/m));
  await send('verifyCode');

  const { origin } = new URL(shop.url);
  token = ((await send('signIn', { origin })) as { session: { token: string } }).session.token;
  const cookie = said.get('signIn')!.headers.get('set-cookie')!.split(';')[0]!;
  token = ((await send('refreshSession', { origin, cookie })) as { token: string }).token;
  const { cards } = (await send('cards')) as { cards: Card[] };
  const { cardRef } = cards.find(({ label }) => label === 'LEB Global card')!;
  owns('quote', 'cardRef', cardRef);
  owns('openLink', 'token', (await shop.server.admin.renewalLink(cardRef)).split('=')[1]!);
  await send('openLink');
  await send('plans');
  const begin = async () => {
    owns('begin', 'quoteId', ((await send('quote')) as { quoteId: string }).quoteId);
    const begun = (await send('begin')) as Renewal;
    own.set(operationOf(document, 'renewal').parameters[0]!.example, begun.renewalId);
    return begun;
  };
  await begin();
  await send('cancel');
  const begun = await begin();
  await shop.pay(begun, 'approve');
  await shop.reaches(begun, 'renewed');
  await until('the mail is sent', async () => {
    const receipt = (await send('receipt')) as { sentTo: string | null };
    return receipt.sentTo;
  });
  await send('renewal');
  await send('receipts');
  await send('signOut');

  await send('requestReset');
  owns('setPassword', 'token', await mailed(/(?<=#leb-reset=)\S+/));
  await send('setPassword');
  return said;
}

const replaced = (value: unknown, own: ReadonlyMap<unknown, string>): unknown =>
  JSON.parse(JSON.stringify(value), (_, part: unknown) => own.get(part) ?? part);

/** What differs from shop to shop and from day to day is told by its kind only. */
const kinds: Readonly<Record<string, string>> = {
  token: 'a token',
  renewalToken: 'a token',
  clientSecret: 'a secret',
  confirmUrl: 'an address',
  leaveUrl: 'an address',
  reference: 'a reference',
  number: 'a number',
  receiptNumber: 'a number',
  seller: 'a seller',
  seq: 'a count',
  version: 'a version',
  entitlementVersion: 'a version',
};

/** A value without what differs. */
export const essence = (value: unknown): unknown =>
  JSON.parse(JSON.stringify(value), (key, part: unknown) => {
    if (part !== null && Object.hasOwn(kinds, key)) return kinds[key];
    if (typeof part !== 'string') return part;
    if (/^\d{4}-\d\d-\d\dT.*Z$/.test(part)) return 'an instant';
    // A capability's address, which is another one in every shop.
    if (part.includes('/papers/')) return part.replace(/^.*\/papers\/R-\d{4}-\d{5}\.[\w-]{43}/, 'a paper');
    return part.replace(/^(c|q|r|p|pay)_[\w-]{10,}$/, '$1_…');
  });

/** Only those cards, plans and languages of an answer that its example shows too. */
export function shortened(answer: unknown, example: unknown): unknown {
  const shown = JSON.stringify(example);
  const inLanguages = ['nameIn', 'includesIn', 'labelIn'];
  return JSON.parse(JSON.stringify(answer), (key, part: unknown) => {
    if (inLanguages.includes(key))
      return Object.fromEntries(
        Object.entries(part as object).filter(([language]) => shown.includes(JSON.stringify(language))),
      );
    return key === 'cards' || key === 'plans'
      ? (part as { label?: string; planId?: string }[]).filter(({ label, planId }) =>
          shown.includes(JSON.stringify(label ?? planId)),
        )
      : part;
  });
}
