import type { StripeElementLocale } from '@stripe/stripe-js';

/** The language of Stripe's form for a BCP 47 tag. English where the elements speak English too. */
export function stripeLocale(tag: string): StripeElementLocale {
  const { language, script, region = '' } = likely(tag);
  if (language === 'zh') return script === 'Hans' ? 'zh' : /HK|MO/.test(region) ? 'zh-HK' : 'zh-TW';
  return find(`${language}-${region}`) ?? find(language === 'es' ? 'es-419' : language) ?? 'en';
}

/** With the script and region that a tag leaves unsaid. */
function likely(tag: string): Intl.Locale {
  try {
    return new Intl.Locale(tag).maximize();
  } catch {
    return new Intl.Locale('en');
  }
}

const find = (tag: string): StripeElementLocale | undefined => locales.find((locale) => locale === tag);

/** Those of Stripe's that the elements speak too. A test holds them against its types. */
const locales =
  'ar de en en-AU en-CA en-GB en-NZ es-419 es-ES fr fr-CA id it ja ko pt pt-BR ru th tr vi'.split(
    ' ',
  ) as StripeElementLocale[];
