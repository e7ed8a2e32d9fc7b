import type { Quote, Seller } from '@leb-renew/core/contract';
import { originsIn, settings, withdrawals, type Setting, type SettingName } from './settings.ts';

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
  if (faults.length > 0) return { ok: false, faults };
  return {
    ok: true,
    value: {
      port: Number(given('PORT') ?? settings.PORT.otherwise),
      host: given('HOST') ?? settings.HOST.otherwise,
      publicUrl: given('PUBLIC_URL'),
      allowedOrigins: originsIn(given('ALLOWED_ORIGINS') ?? ''),
      clientAddressHeader: given('CLIENT_ADDRESS_HEADER'),
      pageUrl: given('PAGE_URL'),
      databaseUrl: given('DATABASE_URL'),
      dataDir: given('DATA_DIR') ?? settings.DATA_DIR.otherwise,
      smtp: smtpUrl === null || from === null ? null : { url: smtpUrl, from },
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
