import { writeHistory } from './write-history.ts';

/** Marks the address that a payment provider leads back to; its value is the id of a renewal, which opens nothing. */
export const marker = 'leb-return';

/** What Stripe adds to that address: the secret opens the payment, and the status may be anybody's word. */
const added = 'payment_intent|payment_intent_client_secret|redirect_status';

/** Every copy of this module on a page finds it, whichever of them was there first. */
const found = globalThis as { [key: symbol]: string | undefined };
const key = Symbol.for(marker);

/** An address without parameters of these names, in its query and in a query of its fragment; all else stays as it is. */
export const without = (address: string, names: string): string =>
  address
    .replace(new RegExp(`([?&])(?:(?:${names})=[^&#]*(?:&|(?=#|$)))+`, 'g'), '$1')
    .replace(/[?&](?=#|$)/g, '');

/**
 * Takes what a provider has added out of the address, before the scripts that come after can read it there, if it has led
 * back to this page by an address of ours. Where the history refuses, the page is loaded anew, once, without the secret.
 */
function takeOut(): void {
  const { href } = location;
  const [parameter, renewalId = ''] = new RegExp(`[?&]${marker}=([^&#]*)`).exec(href) ?? [];
  if (parameter === undefined) return;
  if (/^[\w-]{1,64}$/.test(renewalId)) found[key] = renewalId;
  const rest = without(href, `${marker}|${added}`);
  if (writeHistory('replaceState', history.state, rest)) return;
  const back = new URL(rest);
  back.searchParams.set(marker, renewalId);
  if (back.href !== href) location.replace(back);
}

// A server that renders has no address.
if (typeof location === 'object') takeOut();

/** The renewal whose payment has led back to this page, once; null when none has. */
export function takeReturn(): string | null {
  const renewalId = found[key] ?? null;
  found[key] = undefined;
  return renewalId;
}
