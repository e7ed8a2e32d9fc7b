import { counter } from '../counter.ts';
import type { StatusWords } from '../messages.ts';

const count = counter('de');

const starts = {
  purchase: 'Die Laufzeit hat noch nicht begonnen.',
  install: 'Die Laufzeit beginnt mit der Installation.',
  'first-use': 'Die Laufzeit beginnt mit der ersten Nutzung.',
};

export const status: StatusWords = {
  tag: 'de',
  loading: 'Ihre eSIM wird geladen',
  short: {
    unknown: () => 'Nicht bestätigt',
    'not-started': () => 'Noch nicht begonnen',
    active: () => 'Aktiv',
    'due-soon': ({ days }) =>
      days === 0 ? 'Läuft heute ab' : count(days, { one: 'Noch # Tag', other: 'Noch # Tage' }),
    'due-now': ({ hours }) =>
      hours < 1 ? 'Weniger als eine Stunde' : count(hours, { one: 'Noch # Stunde', other: 'Noch # Stunden' }),
    grace: ({ works }) => (works ? 'Abgelaufen, noch nutzbar' : 'Abgelaufen, verlängerbar'),
    expired: () => 'Abgelaufen',
    terminated: () => 'Rufnummer erloschen',
    suspended: () => 'Pausiert',
    revoked: () => 'Zurückgezogen',
  },
  long: {
    unknown: ({ date }) => `Dieses Datum konnten wir zuletzt nicht bestätigen: bis ${date}.`,
    'not-started': ({ startsOn }) => starts[startsOn],
    active: ({ date }) => `Ihre eSIM läuft bis ${date}.`,
    'due-soon': ({ date }) =>
      `Ihre eSIM läuft am ${date} ab. Verlängern Sie vorher, um verbunden zu bleiben.`,
    'due-now': ({ date, time }) =>
      `Ihre eSIM läuft am ${date} um ${time} Uhr ab. Verlängern Sie vorher, um verbunden zu bleiben.`,
    grace: ({ works, date, graceDate }) =>
      works
        ? `Ihr Tarif ist am ${date} abgelaufen. Die eSIM funktioniert noch bis ${graceDate}.`
        : `Ihr Tarif ist am ${date} abgelaufen und die eSIM ist offline. Verlängern Sie bis ${graceDate}, um wieder online zu sein.`,
    expired: ({ date, keepDate }) =>
      keepDate === null
        ? `Ihr Tarif ist am ${date} abgelaufen. Verlängern Sie, um wieder online zu sein.`
        : `Ihr Tarif ist am ${date} abgelaufen. Verlängern Sie bis ${keepDate}, um Ihre Rufnummer zu behalten.`,
    terminated: ({ date }) =>
      `Ihr Tarif ist am ${date} abgelaufen und die Rufnummer ist erloschen. Diese eSIM lässt sich nicht verlängern; Sie brauchen eine neue.`,
    suspended: () => 'Der Anbieter hat diese eSIM pausiert. Der Support kann Ihnen sagen, warum.',
    revoked: () => 'Der Anbieter hat diese eSIM zurückgezogen. Der Support kann Ihnen sagen, warum.',
  },
  activeUntil: (date) => `Aktiv bis ${date}`,
  asOf: (said, day) => `${said}, Stand\u00a0${day}`,
  unreadable: {
    short: 'Nicht bestätigt',
    long: 'Wir können gerade nicht sagen, bis wann diese eSIM läuft. Bitte versuchen Sie es später noch einmal oder fragen Sie den Support.',
  },
  devices: {
    phone: 'Smartphone',
    tablet: 'Tablet',
    watch: 'Uhr',
    laptop: 'Laptop',
    router: 'Router',
    other: 'Anderes Gerät',
  },
  expires: 'Gültig bis',
  ended: 'Abgelaufen am',
  exact: (moment, zone) => `${moment} (${zone})`,
  dataLeft: (left, total, asOf) =>
    `Datenvolumen: noch ${left} von ${total}${asOf === null ? '' : `, Stand\u00a0${asOf}`}.`,
  underWay: 'Für diese eSIM wurde eine Verlängerung begonnen. Setzen Sie sie fort, um den Stand zu sehen.',
  renew: 'Verlängern',
  resume: 'Verlängerung fortsetzen',
  reminder: 'Erinnern',
  bar: (start, end, state, next) =>
    `Gültig vom ${start} bis ${end}: ${state}${next.map((day) => `, nächster Zeitraum ab ${day}`).join('')}`,
};
