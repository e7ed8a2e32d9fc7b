import type { CardIssue, Admin, PlanOffer } from '@leb-renew/server';
import { accounts } from '../shop/seed.ts';

const address = new URL('../../../examples/shop/seed.ts', import.meta.url).href;
const { plans } = (await import(address)) as { plans: readonly PlanOffer[] };

const day = 24 * 3_600_000;

/** Two accounts, and more cards than broken back ends leave behind in a bad state. Does nothing where that is so already. */
export async function fill(admin: Admin, now: number): Promise<void> {
  if (!(await admin.isEmpty())) return;
  await admin.publishPlans(plans);
  const [mira] = [await admin.createAccount(accounts.mira), await admin.createAccount(accounts.tom)];
  for (let number = 10; number < 40; number++)
    await admin.issueCard({ accountId: mira.accountId, ...card(number, now) });
}

const card = (number: number, now: number): Omit<CardIssue, 'accountId'> => ({
  iccid: `89859900000000000${number}`,
  label: `Card ${number}`,
  region: 'Global',
  devices: ['phone'],
  planId: 'global-1m',
  zone: 'Europe/Berlin',
  service: {
    startsAt: new Date(now - 20 * day).toISOString(),
    expiresAt: new Date(now + number * day).toISOString(),
  },
});
