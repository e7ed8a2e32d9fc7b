import { lastFour as digits } from '@leb-renew/core';
/** `15 GB`: decimal units, at most one decimal, as data plans are sold. */
export function dataText(bytes: number, locale: string): string {
  const unit = bytes >= 1e9 ? 'gigabyte' : 'megabyte';
  return new Intl.NumberFormat(locale, { style: 'unit', unit, maximumFractionDigits: 1 }).format(
    bytes / (unit === 'gigabyte' ? 1e9 : 1e6),
  );
}

export const percentText = (fraction: number, locale: string, decimals = 0): string =>
  new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: decimals }).format(fraction);

/** The part of a masked number that tells cards apart, never broken into two lines. */
export const lastFour = (iccidMasked: string): string => `••••\u00a0${digits(iccidMasked)}`;
