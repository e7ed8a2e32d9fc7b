import { counter } from '../counter.ts';
import type { ReceiptWords } from '../messages.ts';
import { problem } from './problem.ts';

const count = counter('de');

export const receipt: ReceiptWords = {
  tag: 'de',
  loading: 'Ihr Beleg wird geladen',
  unreadable:
    'Dieser Beleg kann gerade nicht angezeigt werden. Er ist für Sie aufbewahrt; der Shop kann ihn Ihnen senden.',
  none: 'Für diese eSIM gibt es noch keine Belege.',
  renewed: 'Verlängert',
  paid: 'Bezahlt',
  activeUntil: (date) => `Aktiv bis ${date}`,
  ranUntil: (date) => `Diese Verlängerung lief bis ${date}`,
  stillExtending: 'Bezahlt. Ihre eSIM wird gerade verlängert.',
  wasCorrected: 'Dieser Beleg wurde korrigiert',
  corrected: 'Korrigiert',
  correction: 'Korrektur',
  correctionOf: (number) => `Korrektur zu Beleg ${number}`,
  correctedBy: 'Es ist Geld zurückgegangen. Dieser Beleg wurde korrigiert durch',
  sentTo: (address) => `Die Bestätigung haben wir an ${address} gesendet`,
  number: 'Beleg',
  amount: 'Bezahlt',
  returned: 'Erstattet',
  tax: (label, rate) => `${label} (${rate})`,
  card: 'eSIM',
  plan: 'Tarif',
  extended: 'Verlängert',
  paidOn: 'Datum',
  seller: 'Verkäufer',
  taxId: 'Steuernummer',
  reference: 'Referenz',
  total: 'Summe',
  nothingToInstall: 'Nichts zu installieren: Eine eSIM, die auf Ihren Geräten ist, funktioniert weiter.',
  noNetwork:
    'In 15 Minuten noch kein Netz? Schalten Sie den Flugmodus einmal ein und aus und prüfen Sie, ob Daten-Roaming eingeschaltet ist.',
  withdrawal: {
    none: 'Nach dem Kauf wird kein Widerrufsrecht eingeräumt.',
    '14-days': 'Sie können diesen Kauf innerhalb von 14 Tagen widerrufen.',
    'waived-with-consent':
      'Sie haben den sofortigen Beginn verlangt: Seitdem können Sie diesen Kauf nicht mehr widerrufen.',
  },
  save: 'Speichern',
  print: 'Drucken',
  open: 'Öffnen oder drucken',
  reminder: 'Erinnern',
  calendar: 'In den Kalender',
  done: 'Fertig',
  safe: 'Ihre Zahlung ist sicher, und der Beleg ist für Sie aufbewahrt.',
  retry: 'Erneut versuchen',
  past: 'Belege zu dieser eSIM',
  shown: 'oben angezeigt',
  more: (more) => count(more, { one: '# weiteren Beleg anzeigen', other: '# weitere Belege anzeigen' }),
  document: (number) => `Beleg ${number}`,
  problem,
};
