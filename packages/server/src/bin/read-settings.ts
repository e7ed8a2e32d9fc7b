import type { Quote, Seller } from '@leb-renew/core/contract';
import { fitsBase, isLiveKey, liveBaseRule, type StripeGatewayOptions } from '../payments/stripe/options.ts';
import { listIn, settings, withdrawals, type Setting, type SettingName } from './settings.ts';

export interface Settings {
  readonly port: number;
  readonly host: string;
  /** Null for the address that it listens on. */
  readonly publicUrl: string | null;
  readonly allowedOrigins: readonly string[];
  /** Null for the address of the connection. */
  readonly clientAddressHeader: string | null;
  readonly pageUrl: string | null;
  /** Null for an embedded PostgreSQL. */
  readonly databaseUrl: string | null;
  readonly dataDir: string;
  /** Null where mails are kept instead of sent. */
  readonly smtp: { readonly url: string; readonly from: string } | null;
  /** Null where payments are the sandbox. */
  readonly stripe: StripeGatewayOptions | null;
  readonly secret: string;
  readonly seller: Seller;
  readonly withdrawal: Quote['withdrawal'];
}

export type Environment = Readonly<Record<string, string | undefined>>;

/** The settings; or what is wrong with them, a line for each variable that is. No value is repeated. */
export function readSettings(
  environment: Environment,
): { ok: true; value: Settings } | { ok: false; faults: string[] } {
  // Empty is how some tools write *not set*.
  const given = (name: SettingName) => environment[name]?.trim() || null;
  const faults = (Object.entries(settings) as [SettingName, Setting][]).flatMap(
    ([name, { rule, otherwise, fits }]) => {
      const text = given(name);
      const isFine = text === null ? otherwise !== null : fits(text);
      return isFine ? [] : `${name} ${rule}${text === null ? ', and is not set' : ''}.`;
    },
  );
  const smtpUrl = given('SMTP_URL');
  const from = given('MAIL_FROM');
  if (faults.length === 0 && smtpUrl !== null && from === null)
    faults.push('MAIL_FROM must be set, because SMTP_URL is.');
  const stripe = stripeIn(given);
  if (faults.length === 0) faults.push(...stripe.faults);
  if (faults.length > 0) return { ok: false, faults };
  return {
    ok: true,
    value: {
      port: Number(given('PORT') ?? settings.PORT.otherwise),
      host: given('HOST') ?? settings.HOST.otherwise,
      publicUrl: given('PUBLIC_URL'),
      allowedOrigins: listIn(given('ALLOWED_ORIGINS') ?? ''),
      clientAddressHeader: given('CLIENT_ADDRESS_HEADER'),
      pageUrl: given('PAGE_URL'),
      databaseUrl: given('DATABASE_URL'),
      dataDir: given('DATA_DIR') ?? settings.DATA_DIR.otherwise,
      smtp: smtpUrl === null || from === null ? null : { url: smtpUrl, from },
      stripe: stripe.options,
      secret: given('SECRET') ?? '',
      seller: {
        name: given('SELLER_NAME') ?? '',
        address: given('SELLER_ADDRESS') ?? '',
        taxId: given('SELLER_TAX_ID'),
        support: given('SELLER_SUPPORT') ?? '',
        termsUrl: given('SELLER_TERMS_URL'),
      },
      withdrawal: withdrawals.find((each) => each === given('WITHDRAWAL')) ?? 'none',
    },
  };
}

const stripeKeys = ['STRIPE_SECRET_KEY', 'STRIPE_PUBLISHABLE_KEY', 'STRIPE_WEBHOOK_SECRET'] as const;

/** All three keys are needed, or none: a shop that was meant to take money must not play the sandbox. */
function stripeIn(given: (name: SettingName) => string | null): {
  readonly options: StripeGatewayOptions | null;
  readonly faults: readonly string[];
} {
  const missing = stripeKeys.filter((name) => given(name) === null);
  if (missing.length > 0) {
    const present = stripeKeys.find((name) => given(name) !== null);
    const faults = missing.map((name) => `${name} must be set, because ${present ?? ''} is.`);
    return { options: null, faults: present === undefined ? [] : faults };
  }
  const [secretKey = '', publishableKey = '', secrets = ''] = stripeKeys.map((name) => given(name) ?? '');
  const [country, apiBase] = [given('STRIPE_COUNTRY'), given('STRIPE_API_BASE')];
  const options: StripeGatewayOptions = {
    secretKey,
    publishableKey,
    webhookSecrets: listIn(secrets),
    ...(country !== null && { country }),
    ...(apiBase !== null && { apiBase }),
  };
  const faults: string[] = [];
  if (isLiveKey(secretKey) !== isLiveKey(publishableKey))
    faults.push('STRIPE_PUBLISHABLE_KEY must be of the same mode as STRIPE_SECRET_KEY.');
  if (apiBase !== null && settings.STRIPE_API_BASE.fits(apiBase) && !fitsBase(secretKey, apiBase))
    faults.push(`STRIPE_API_BASE ${liveBaseRule}.`);
  return { options, faults };
}
