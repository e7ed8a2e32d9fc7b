import type { Term } from '@leb-renew/core';
import { counter } from '../counter.ts';
import type { CheckoutWords } from '../messages.ts';
import { problem } from './problem.ts';

const count = counter('de');

const length = (term: Term): string =>
  'days' in term
    ? count(term.days, { one: '# Tag', other: '# Tage' })
    : term.months % 12 === 0
      ? count(term.months / 12, { one: '# Jahr', other: '# Jahre' })
      : count(term.months, { one: '# Monat', other: '# Monate' });

const lost = (days: number): string =>
  days === 0
    ? 'nichts verloren'
    : count(days, { one: '# bezahlter Tag verloren', other: '# bezahlte Tage verloren' });

export const checkout: CheckoutWords = {
  tag: 'de',
  title: 'Prüfen und bezahlen',
  loading: 'Preis wird ermittelt',
  term: length,
  expires: (moment, zone) => `Gültig bis ${moment} Uhr (${zone})`,
  ended: (moment, zone) => `Abgelaufen am ${moment} Uhr (${zone})`,
  plan: 'Tarif',
  switched: 'Nicht der Tarif, der jetzt auf Ihrer eSIM läuft',
  now: 'Heute',
  until: (date) => `Jetzt bis ${date}`,
  added: (term) => `+ ${length(term)}`,
  gain: (term, losesDays) => `${length(term)} dazu, ${lost(losesDays)}`,
  fromToday: (term, losesDays) => `${length(term)} ab heute, ${lost(losesDays)}`,
  startsNow: 'Der neue Tarif beginnt sofort.',
  losesDays: (days) =>
    count(days, {
      one: '# Tag, den Sie schon bezahlt haben, geht verloren.',
      other: '# Tage, die Sie schon bezahlt haben, gehen verloren.',
    }),
  acceptLoss: (days) =>
    count(days, {
      one: 'Mir ist bewusst, dass # bezahlter Tag entfällt.',
      other: 'Mir ist bewusst, dass # bezahlte Tage entfallen.',
    }),
  tax: (label, rate) => `${label} (${rate})`,
  total: 'Heute insgesamt',
  once: 'Einmalige Zahlung. Es verlängert sich nichts von selbst.',
  direct: 'Ihre Zahlungsdaten gehen direkt an den Zahlungsdienst, nicht an den Shop.',
  soldBy: (seller) => `Verkauft von ${seller}`,
  terms: 'AGB',
  heldUntil: (time) => `Dieser Preis gilt bis ${time} Uhr.`,
  heldFor: (minutes, time) =>
    minutes === 1
      ? `Dieser Preis gilt noch weniger als eine Minute, bis ${time} Uhr.`
      : `Dieser Preis gilt noch ${minutes} Minuten, bis ${time} Uhr.`,
  runOutNext: 'Rufen Sie den Preis neu ab; falls sich etwas geändert hat, sagen wir, was.',
  seeAgain: 'Preis neu abrufen',
  changed: 'Bitte sehen Sie noch einmal hin: Etwas hat sich geändert.',
  sameAsBefore: 'Es hat sich nichts geändert.',
  priceChanged: (was, now) => `Der Preis war ${was}; jetzt ist er ${now}.`,
  endChanged: (was, now) => `Das neue Ende war der ${was}; jetzt ist es der ${now}.`,
  lossChanged: (was, now) => `Vorher: ${was}. Jetzt: ${now}.`,
  lost,
  testMode: 'Testmodus: Es fließt kein echtes Geld.',
  withdrawal: {
    none: 'Nach dem Kauf wird kein Widerrufsrecht eingeräumt.',
    '14-days': 'Sie können diesen Kauf innerhalb von 14 Tagen widerrufen.',
    'waived-with-consent':
      'Sie haben den sofortigen Beginn verlangt: Ab dann können Sie diesen Kauf nicht mehr widerrufen.',
  },
  consent: 'Sofort beginnen. Mir ist bewusst, dass ich diesen Kauf dann nicht mehr widerrufen kann.',
  agree: 'Weiter zur Zahlung',
  pay: (amount) => `Zahlungs\u00adpflichtig verlängern: ${amount}`,
  back: 'Zurück',
  chooseAgain: 'Neu wählen',
  retry: 'Erneut versuchen',
  reload: 'Seite neu laden',
  mayBeBlocked: 'Vielleicht hält ein Werbeblocker oder ein Filter in Ihrem Netz es zurück.',
  look: 'Jetzt nachsehen',
  done: 'Fertig',
  ways: 'Zahlungsarten',
  card: 'Karte',
  formLoading: 'Zahlungsformular wird geladen',
  opening: 'Ihre Zahlung wird vorbereitet',
  confirming: 'Ihre Zahlung wird gesendet. Vielleicht werden Sie um eine Bestätigung gebeten.',
  cancelling: 'Es geht zurück zu den Tarifen.',
  charged: {
    no: 'Ihnen wurde nichts berechnet.',
    unknown: 'Wir wissen noch nicht, ob Ihnen etwas berechnet wurde. Ihnen wird nichts doppelt berechnet.',
    yes: 'Ihre Zahlung ist eingegangen und sicher.',
  },
  notTwice: 'Ihnen wird nichts doppelt berechnet.',
  service: (date) =>
    date === null ? 'An Ihrer eSIM hat sich nichts geändert.' : `Ihre eSIM funktioniert weiter bis ${date}.`,
  offline: 'Nichts geht verloren. Es geht von selbst weiter, sobald Sie wieder online sind.',
  unreadable:
    'Ihre Verlängerung kann gerade nicht angezeigt werden. Bitte laden Sie diese Seite neu oder wenden Sie sich an den Shop.',
  resumingTitle: 'Ihre Verlängerung',
  resuming: 'Wir sehen nach, wo Ihre Verlängerung steht.',
  resumingLong: (wasSent) =>
    wasSent
      ? 'Der Shop hat noch nicht geantwortet. Wir fragen weiter. Bitte zahlen Sie nicht noch einmal: Falls Ihre Zahlung durchgegangen ist, ist sie sicher, und diese Seite findet sie, wenn Sie wiederkommen.'
      : 'Der Shop hat noch nicht geantwortet. Wir fragen weiter; Sie können auch zurückgehen und später wiederkommen.',
  checkingTitle: 'Ihre Zahlung wird geprüft',
  checking: 'Wir fragen nach, ob Ihre Zahlung durchgegangen ist.',
  checkingSafe:
    'Bitte zahlen Sie nicht noch einmal. Diese Seite aktualisiert sich von selbst; wenn Sie sie schließen, kommen Sie hierher zurück und es geht weiter.',
  checkingLong:
    'Das dauert länger als üblich. Sie können diese Seite schließen: Der Shop fragt weiter nach, und Ihre eSIM zeigt das Ergebnis, wenn Sie wiederkommen.',
  receivedTitle: 'Zahlung eingegangen',
  received: 'Ihre eSIM wird gerade verlängert.',
  receivedSafe: (amount, number) =>
    `Ihre Zahlung von ${amount} ist sicher (Beleg ${number}). Diese Seite aktualisiert sich von selbst; Sie können sie schließen.`,
  receivedLong:
    'Das dauert länger als üblich. Niemand muss hier warten: Der Shop macht weiter, bis Ihre eSIM verlängert ist oder Ihr Geld zurückgeht.',
  steps: {
    paid: 'Zahlung eingegangen',
    extending: 'Ihre eSIM wird verlängert',
    active: (date) => `Danach aktiv bis ${date}`,
  },
  heldTitle: {
    review: 'Zahlung eingegangen',
    refunding: 'Ihr Geld kommt zurück',
    refunded: 'Ihr Geld wurde zurückgesendet',
  },
  held: {
    review: () =>
      'Ihre Zahlung ist eingegangen und sicher. Ihre eSIM ist noch nicht verlängert: Jemand im Shop prüft das.',
    refunding: (amount, number) =>
      `Ihre eSIM konnte nicht verlängert werden. Wir senden ${amount} auf demselben Zahlungsweg zurück (Beleg ${number}).`,
    refunded: (amount, number) =>
      `Ihre eSIM konnte nicht verlängert werden. Wir haben ${amount} auf demselben Zahlungsweg zurückgesendet (Beleg ${number}); bis Ihre Bank es anzeigt, können einige Tage vergehen.`,
  },
  problem,
};
