import { isRightToLeft } from './language.ts';

export type DateShape = 'short' | 'long' | 'time' | 'moment' | 'exact';

const shapes: { readonly [shape in DateShape]: Intl.DateTimeFormatOptions } = {
  /** 4 Dec 2026 */
  short: { day: 'numeric', month: 'short', year: 'numeric' },
  /** 4 December 2026 */
  long: { day: 'numeric', month: 'long', year: 'numeric' },
  /** 23:59 */
  time: { hour: '2-digit', minute: '2-digit' },
  /** 4 Dec 2026, 23:59 */
  moment: { day: 'numeric', month: 'short', year: 'numeric', hour: '2-digit', minute: '2-digit' },
  /** Friday 4 December 2026 at 23:59 GMT+8 */
  exact: {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    timeZoneName: 'short',
  },
};

const formatters = new Map<string, Intl.DateTimeFormat>();

/**
 * A moment (epoch ms) in a zone and language. Always the Gregorian calendar, so that the date is the one in
 * the confirmation mail; without a zone, the device's.
 */
export function dateText(moment: number, shape: DateShape, locale: string, zone: string | null): string {
  const key = `${shape} ${locale} ${zone ?? ''}`;
  let formatter = formatters.get(key);
  if (formatter === undefined) {
    formatter = new Intl.DateTimeFormat(locale, {
      ...shapes[shape],
      calendar: 'gregory',
      ...(zone === null ? {} : { timeZone: zone }),
    });
    formatters.set(key, formatter);
  }
  const text = formatter.format(moment);
  return shape === 'exact' ? text : text.replaceAll(' ', '\u00a0'); // A date is never broken over two lines.
}

/** Between two dates or amounts: points the way the words run. */
export const arrow = (locale: string): string => (isRightToLeft(locale) ? '←' : '→');

/** The last moment of a half-open period: the day to show people. */
export const lastMoment = (end: string): number => Date.parse(end) - 1;
