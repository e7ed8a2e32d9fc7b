import type { TestContext } from 'node:test';
import type { Browser, Viewport } from 'puppeteer-core';
import { openStripeDouble, type StripeDouble } from '../../fakes/stripe/api/open-stripe-double.ts';
import { openBrowser } from '../customer.ts';
import { openVisit, type Visit } from '../journeys/visit.ts';
import { openStripeHosts, type StripeHosts } from './stripe-hosts.ts';

/** A customer at a shop of their own whose payments are Stripe's, with an account of the shop's own. */
export interface StripeVisit extends Visit {
  readonly stripe: StripeDouble;
  /** All that the server has logged, as text. */
  readonly log: readonly string[];
}

export type StripeJourney = (visit: StripeVisit) => Promise<void>;

/** One browser, which finds Stripe's servers on this machine. */
export interface Place {
  readonly browser: Browser;
  readonly hosts: StripeHosts;
}

export async function openPlace(): Promise<Place> {
  const hosts = await openStripeHosts();
  // The frames of a page in its own process: quicker to be there, and as foreign to each other.
  return { hosts, browser: await openBrowser(...hosts.flags, '--disable-site-isolation-trials') };
}

/** `country`: of the account, which decides with the currency what can be paid with. */
export async function openStripeVisit(
  t: TestContext,
  { browser, hosts }: Place,
  { size, country = 'US' }: { readonly size: Viewport; readonly country?: 'US' | 'DE' },
): Promise<StripeVisit> {
  const stripe = await openStripeDouble(t, { country });
  hosts.serve(stripe);
  const log: string[] = [];
  const visit = await openVisit(t, browser, size, {
    stripe,
    log: (entry) => void log.push(JSON.stringify(entry)),
  });
  return { ...visit, stripe, log };
}
