import { isOrigin } from '../../addresses.ts';

export interface StripeGatewayOptions {
  /** `sk_…`, or a restricted `rk_…` that may write payment intents and refunds, and read charges and disputes. */
  readonly secretKey: string;
  /** `pk_…` of the same mode. Browsers get it. */
  readonly publishableKey: string;
  /** `whsec_…` of the webhook end-point; two of them while one is being replaced. */
  readonly webhookSecrets: readonly string[];
  /** Country of the Stripe account, ISO 3166-1 alpha-2. @default what Stripe says, where the key may ask */
  readonly country?: string;
  /** Where Stripe's API is. For tests. A live key goes to another machine by HTTPS only. @default https://api.stripe.com */
  readonly apiBase?: string;
}

/** What each kind of key looks like, and how the rule is told. */
export const keyRules = {
  secretKey: {
    rule: 'must begin with sk_test_, sk_live_, rk_test_ or rk_live_',
    form: /^[sr]k_(test|live)_\w+$/,
  },
  publishableKey: { rule: 'must begin with pk_test_ or pk_live_', form: /^pk_(test|live)_\w+$/ },
  webhookSecret: { rule: 'must begin with whsec_', form: /^whsec_[\w+/=]+$/ },
} as const;

export const isLiveKey = (key: string): boolean => /^[srp]k_live_/.test(key);

export const liveBaseRule = 'must be https:// with a live key, except on this machine';

/** Whether a key may be sent there: who reads a live one on its way has the seller's money. */
export function fitsBase(secretKey: string, apiBase: string): boolean {
  const { protocol, hostname } = new URL(apiBase);
  const isHere = /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(hostname);
  return protocol === 'https:' || isHere || !isLiveKey(secretKey);
}

/** The environment variables that options usually come from, for whoever reads only the message. */
const variables: Readonly<Record<keyof StripeGatewayOptions, string>> = {
  secretKey: 'STRIPE_SECRET_KEY',
  publishableKey: 'STRIPE_PUBLISHABLE_KEY',
  webhookSecrets: 'STRIPE_WEBHOOK_SECRET',
  country: 'STRIPE_COUNTRY',
  apiBase: 'STRIPE_API_BASE',
};

/** Throws on a wrong option, naming it, its variable and the rule. No key is repeated. */
export function checkOptions({
  secretKey,
  publishableKey,
  country,
  apiBase,
  ...options
}: StripeGatewayOptions): void {
  const webhookSecrets: unknown = options.webhookSecrets;
  mustBeBare('secretKey', secretKey);
  mustBeBare('publishableKey', publishableKey);
  must(fits('secretKey', secretKey), 'secretKey', keyRules.secretKey.rule);
  must(fits('publishableKey', publishableKey), 'publishableKey', keyRules.publishableKey.rule);
  must(
    isLiveKey(secretKey) === isLiveKey(publishableKey),
    'publishableKey',
    'must be of the same mode as secretKey: both live, or both test',
  );
  must(
    Array.isArray(webhookSecrets) && (webhookSecrets.length === 1 || webhookSecrets.length === 2),
    'webhookSecrets',
    'must be one secret, or two while one is being replaced',
  );
  for (const secret of webhookSecrets) mustBeBare('webhookSecrets', secret);
  must(
    webhookSecrets.every((secret) => fits('webhookSecret', secret)),
    'webhookSecrets',
    keyRules.webhookSecret.rule,
  );
  must(
    country === undefined || /^[A-Z]{2}$/.test(country),
    'country',
    'must be two capital letters, like DE',
  );
  must(
    apiBase === undefined || isOrigin(apiBase),
    'apiBase',
    'must be scheme, host and port of a web address',
  );
  must(
    apiBase === undefined || fitsBase(secretKey, apiBase),
    'apiBase',
    `${liveBaseRule}, and is ${apiBase ?? ''}`,
  );
}

const fits = (kind: keyof typeof keyRules, key: unknown): boolean =>
  typeof key === 'string' && keyRules[kind].form.test(key);

/** A file that a key was read from ends with a line break, which nobody sees. */
function mustBeBare(name: keyof StripeGatewayOptions, key: unknown): void {
  const around = typeof key === 'string' ? key.replace(key.trim(), '') : '';
  must(
    around === '',
    name,
    `must have no ${/[\r\n]/.test(around) ? 'line break' : 'blank'} before or behind it`,
  );
}

function must(holds: boolean, name: keyof StripeGatewayOptions, rule: string): asserts holds {
  if (!holds) throw new TypeError(`stripeGateway: ${name} ${rule} (${variables[name]})`);
}
