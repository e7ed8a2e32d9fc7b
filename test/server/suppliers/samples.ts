import type { RenewalServer } from '@leb-renew/server';
import { airaloPolicy, airaloSupplier } from '@leb-renew/server/airalo';
import { esimAccessSupplier } from '@leb-renew/server/esim-access';
import { esimGoSupplier } from '@leb-renew/server/esim-go';

/** What docs/suppliers.md shows. */
export function suppliers(
  secrets: Readonly<Record<'accessCode' | 'secretKey' | 'apiKey' | 'clientId' | 'clientSecret', string>>,
) {
  const { accessCode, secretKey, apiKey, clientId, clientSecret } = secrets;

  const esimAccess = esimAccessSupplier({
    accessCode,
    secretKey,
    packages: { 'asia-30d': { packageCode: 'TOPUP_JC016', price: 50_000 } },
  });

  const esimGo = esimGoSupplier({
    apiKey,
    bundles: { 'uk-30d': 'esim_10GB_30D_GB_V2' },
  });

  const airalo = airaloSupplier({
    clientId,
    clientSecret,
    packages: { 'france-30d': 'bonbon-mobile-30days-3gb-topup' },
  });

  return { esimAccess, esimGo, airalo };
}

export async function publish({ admin }: RenewalServer): Promise<void> {
  await admin.publishPlans([
    {
      planId: 'france-30d',
      family: 'france',
      name: '30 days',
      term: { days: 30 },
      policy: airaloPolicy,
      prices: [{ minor: 1_200, currency: 'EUR', exponent: 2 }],
      allowance: { bytes: 3 * 2 ** 30, per: 'term' },
      includes: ['France'],
    },
  ]);
}
