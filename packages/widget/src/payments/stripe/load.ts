import { fine, trouble, type Answer } from '@leb-renew/core';
import type { Stripe } from '@stripe/stripe-js';
import { loadStripe } from '@stripe/stripe-js/pure/index.mjs';
import { onKeptOut } from './kept-out.ts';
import { said } from './told.ts';
import { within } from './within.ts';

/** By publishable key: here already, or on its way. */
const instances = new Map<string, Promise<Stripe | null>>();

/**
 * Stripe.js, from its own server, when it is first asked for. Its loader waits without end, and has everybody wait who asks
 * meanwhile; here each is answered by a deadline. What arrives after it is there for the next.
 */
export async function load(publishableKey: string, deadlineMs: number): Promise<Answer<Stripe>> {
  let isKeptOut = false;
  const stop = onKeptOut(() => (isKeptOut = true));
  try {
    const stripe = await within(deadlineMs, instance(publishableKey));
    if (stripe === null) return giveUp();
    // A page may have loaded one of its own, years ago.
    return 'confirmPayment' in stripe ? fine(stripe) : trouble('payment-setup', { detail: 'old' });
  } catch (error) {
    return whyNot(error, isKeptOut);
  } finally {
    stop();
  }
}

function instance(publishableKey: string): Promise<Stripe | null> {
  let found = instances.get(publishableKey);
  if (found === undefined) {
    found = loadStripe(publishableKey, { developerTools: { assistant: { enabled: false } } });
    instances.set(publishableKey, found);
    found.catch(() => instances.delete(publishableKey));
  }
  return found;
}

/** The loader asks once more for a script that has failed, but never for one that hangs. */
function giveUp(): Answer<never> {
  document.querySelector('script[src^="https://js.stripe.com/"]')?.dispatchEvent(new Event('error'));
  return trouble('payment-form-blocked', { detail: 'late' });
}

function whyNot(error: unknown, isKeptOut: boolean): Answer<never> {
  if ('Stripe' in window) return trouble('payment-setup', { detail: `start ${said(error)}` });
  if (isKeptOut) return trouble('payment-setup', { detail: 'policy' });
  return error instanceof TypeError
    ? trouble('payment-setup', { detail: 'types' })
    : trouble('payment-form-blocked', { detail: 'missing' });
}
