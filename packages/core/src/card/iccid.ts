/**
 * Shows the first and last four digits of an ICCID (ITU-T E.118): enough to tell cards apart, not to use one.
 * Takes it as it is written or as the chip pads it, with `F`. Throws a `TypeError`, which does not repeat it.
 */
export function maskIccid(iccid: string): string {
  const digits = iccid.replaceAll(/[\s-]/g, '').replace(/F{1,2}$/i, '');
  if (!/^\d{18,20}$/.test(digits)) throw new TypeError('maskIccid: an ICCID has 18 to 20 digits');
  return `${digits.slice(0, 4)} •••• •••• ${digits.slice(-4)}`;
}

/** The last four digits of a masked ICCID, for a line of text. */
export const lastFour = (iccidMasked: string): string => iccidMasked.slice(-4);
