/**
 * The last moment at which a card that ends at `end` works, as people there say it:
 * `14 March 2026, 23:59 (Shanghai time)`. The end itself is the first moment at which it does not.
 */
export function lastMoment(end: string, zone: string): string {
  const moment = new Date(Date.parse(end) - 1000);
  const text = new Intl.DateTimeFormat('en-GB', {
    timeZone: zone,
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).format(moment);
  return `${text.replace(' at ', ', ')} (${placeOf(zone)} time)`;
}

const placeOf = (zone: string): string => zone.slice(zone.lastIndexOf('/') + 1).replaceAll('_', ' ');
