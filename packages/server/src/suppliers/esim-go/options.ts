import { isWebAddress } from '../../addresses.ts';
import { must } from '../must.ts';

export interface EsimGoOptions {
  /** From the supplier's portal, “Account Settings”, “API Details”. It signs the notices, too. */
  readonly apiKey: string;
  /** The name of a bundle in the catalogue, e.g. `esim_10GB_30D_GB_V2`, by `planId`. No public page can know it. */
  readonly bundles: Readonly<Record<string, string>>;
  /** With the version. @default `https://api.esim-go.com/v2.5` */
  readonly baseUrl?: string;
  /** What the address of the server is allowed, in this process. @default 10 */
  readonly requestsPerSecond?: number;
  /**
   * For one answer to the server, ms, however many requests it takes. Shorter than the 15 s that the server waits for,
   * so that it hears what is known. @default 12 000
   */
  readonly deadlineMs?: number;
  /**
   * After this, ms, an order whose answer was lost, and that does not show on the card, is taken for lost as well.
   * No page gives a bound; bundles “may take up to 10 minutes” to be assigned. @default 600 000
   */
  readonly settlesAfterMs?: number;
  /** Epoch ms. @default the system's clock */
  readonly now?: () => number;
}

/** @throws TypeError naming the setting that is wrong */
export function checkOptions(options: Required<EsimGoOptions>): void {
  const demand = (holds: boolean, name: string, rule: string) => must('esimGoSupplier', holds, name, rule);
  const { apiKey, bundles, baseUrl, requestsPerSecond, deadlineMs, settlesAfterMs } = options;
  demand(typeof apiKey === 'string' && apiKey !== '', 'apiKey', 'must not be empty');
  const names: unknown[] = Object.values(bundles);
  demand(
    names.every((name) => typeof name === 'string' && name !== ''),
    'bundles',
    'must name a bundle for each plan',
  );
  demand(isWebAddress(baseUrl), 'baseUrl', 'must be a web address without query, fragment or password');
  demand(requestsPerSecond > 0, 'requestsPerSecond', 'must be above 0');
  demand(deadlineMs > 0, 'deadlineMs', 'must be above 0');
  demand(
    settlesAfterMs >= 0 && settlesAfterMs <= 3_600_000,
    'settlesAfterMs',
    'must be from 0 to 3600000, as long as the server has others wait',
  );
}
