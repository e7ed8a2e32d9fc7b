import { isWebAddress } from '../../addresses.ts';
import { must } from '../must.ts';

/** What one of our plans is at the supplier. */
export interface TopUpPackage {
  /** `packageCode` (`TOPUP_…`) or slug, from “Get All Data Packages” with type `TOPUP`. */
  readonly packageCode: string;
  /**
   * What the top-up may cost, 1/10 000 USD (10000 is $1.00). Sent along, so that the supplier refuses rather than charges
   * another price. @default whatever it costs
   */
  readonly price?: number;
  /** Days to add, for day passes (`supportTopUpType` 3). */
  readonly periodNum?: number;
}

export interface EsimAccessOptions {
  /** From the supplier's developer console. */
  readonly accessCode: string;
  /** Signs each request. @default requests carry the access code alone */
  readonly secretKey?: string;
  /** By `planId`. No public page can know it. A plan that is not in it is refused. */
  readonly packages: Readonly<Record<string, TopUpPackage>>;
  /**
   * Whether a notice is let in. The supplier signs none; it names the addresses that it sends from, which only the
   * seller's proxy can tell, in a header that it sets itself. Without it, notices are hints from anybody: all they can
   * bring about is that a card is read, not more often than `readsEveryMs`. @default all are
   */
  readonly admitsNotice?: (headers: Headers) => boolean;
  /** @default `https://api.esimaccess.com` */
  readonly baseUrl?: string;
  /** What the account is allowed, in this process. @default 8 */
  readonly requestsPerSecond?: number;
  /**
   * For one answer to the server, ms, however many requests it takes. Shorter than the 15 s that the server waits for,
   * so that it hears what is known. @default 12 000
   */
  readonly deadlineMs?: number;
  /** Epoch ms. @default the system's clock */
  readonly now?: () => number;
}

/** @throws TypeError naming the setting that is wrong */
export function checkOptions(
  options: EsimAccessOptions &
    Required<Pick<EsimAccessOptions, 'baseUrl' | 'requestsPerSecond' | 'deadlineMs'>>,
): void {
  const demand = (holds: boolean, name: string, rule: string) =>
    must('esimAccessSupplier', holds, name, rule);
  const { accessCode, secretKey, packages, baseUrl, requestsPerSecond, deadlineMs } = options;
  demand(typeof accessCode === 'string' && accessCode !== '', 'accessCode', 'must not be empty');
  demand(secretKey !== '', 'secretKey', 'must not be empty where it is given');
  const whole = (value = 1) => Number.isSafeInteger(value) && value >= 1;
  demand(
    Object.values(packages).every(
      ({ packageCode, price, periodNum }) => packageCode !== '' && whole(price) && whole(periodNum),
    ),
    'packages',
    'must have a packageCode for each plan; price and periodNum are whole numbers above 0',
  );
  demand(isWebAddress(baseUrl), 'baseUrl', 'must be a web address without query, fragment or password');
  demand(requestsPerSecond > 0, 'requestsPerSecond', 'must be above 0');
  demand(deadlineMs > 0, 'deadlineMs', 'must be above 0');
}
