import type { ExtensionPolicy } from '@leb-renew/core/term';
import type { Shop } from '../shop/open-shop.ts';

/** A card in use, and the plan of 30 days that extends it as its supplier does. */
export interface Sale {
  readonly planId: string;
  readonly policy: ExtensionPolicy;
  readonly iccid: string;
  readonly startsAt: string;
  readonly expiresAt: string;
}

/** Has the shop offer it, and hands the card, called `Mine`, to somebody new. Resolves to their session. */
export async function sellByDays(
  shop: Shop,
  { planId, policy, iccid, startsAt, expiresAt }: Sale,
): Promise<string> {
  const { admin } = shop.server;
  const who = { email: 'ada@example.com', password: 'a password of Ada’s own' };
  const { accountId } = await admin.createAccount({ ...who, name: 'Ada' });
  await admin.publishPlans([
    {
      planId,
      policy,
      family: 'by-days',
      name: '30 days',
      term: { days: 30 },
      prices: [{ minor: 900, currency: 'USD', exponent: 2 }],
      allowance: { bytes: 1024 ** 3, per: 'term' },
      includes: [],
    },
  ]);
  await admin.issueCard({
    accountId,
    iccid,
    planId,
    label: 'Mine',
    region: 'Anywhere',
    devices: ['phone'],
    zone: 'UTC',
    service: { startsAt, expiresAt },
  });
  const answer = await shop.get<{ session: { token: string } }>('signIn', { body: who });
  return answer.session.token;
}
