import type { Language } from './port.ts';

const locales: Readonly<Record<Language, string>> = { en: 'en-GB', 'zh-Hans': 'zh-Hans-CN' };

/**
 * The last moment at which a card that ends at `end` works, as people there say it:
 * `14 March 2026, 23:59 (Shanghai time)`. The end itself is the first moment at which it does not.
 */
export function lastMoment(end: string, zone: string, language: Language = 'en'): string {
  const moment = new Date(Date.parse(end) - 1000);
  const text = new Intl.DateTimeFormat(locales[language], {
    timeZone: zone,
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).format(moment);
  return language === 'en'
    ? `${text.replace(' at ', ', ')} (${placeOf(zone)} time)`
    : `${text}（${zoneIn(locales[language], zone, moment)}）`;
}

const placeOf = (zone: string): string => zone.slice(zone.lastIndexOf('/') + 1).replaceAll('_', ' ');

/** What people there call the zone, e.g. `中国时间`. */
const zoneIn = (locale: string, timeZone: string, moment: Date): string =>
  new Intl.DateTimeFormat(locale, { timeZone, timeZoneName: 'longGeneric' })
    .formatToParts(moment)
    .find(({ type }) => type === 'timeZoneName')?.value ?? timeZone;
