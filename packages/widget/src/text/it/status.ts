import { counter } from '../counter.ts';
import type { StatusWords } from '../messages.ts';
import { al, dal, il } from './article.ts';

const count = counter('it');

const starts = {
  purchase: 'La sua validità non è ancora iniziata.',
  install: 'La sua validità inizia quando la installi.',
  'first-use': 'La sua validità inizia quando la usi per la prima volta.',
};

export const status: StatusWords = {
  tag: 'it',
  loading: 'Ricerca della tua eSIM',
  short: {
    unknown: () => 'Non confermata',
    'not-started': () => 'Non ancora iniziata',
    active: () => 'Attiva',
    // The last day may be longer than the 24 hours that are counted, when clocks change.
    'due-soon': ({ days }) =>
      days === 0
        ? 'Scade oggi'
        : count(days, { one: 'Ancora # giorno', many: 'Ancora # di giorni', other: 'Ancora # giorni' }),
    'due-now': ({ hours }) =>
      hours < 1
        ? 'Meno di un’ora'
        : count(hours, { one: 'Ancora # ora', many: 'Ancora # di ore', other: 'Ancora # ore' }),
    grace: ({ works }) => (works ? 'Scaduta, funziona ancora' : 'Scaduta, rinnovabile'),
    expired: () => 'Scaduta',
    terminated: () => 'Numero disattivato',
    suspended: () => 'Sospesa',
    revoked: () => 'Revocata',
  },
  long: {
    unknown: ({ date }) => `Di recente non abbiamo potuto confermare questa data: fino ${al(date)}.`,
    'not-started': ({ startsOn }) => starts[startsOn],
    active: ({ date }) => `Il servizio è attivo fino ${al(date)}.`,
    'due-soon': ({ date }) =>
      `Il servizio si interrompe ${il(date)}. Rinnova prima di allora per non restare senza rete.`,
    'due-now': ({ date, time }) =>
      `Il servizio si interrompe ${il(date)} alle ${time}. Rinnova prima di allora per non restare senza rete.`,
    grace: ({ works, date, graceDate }) =>
      works
        ? `Il tuo piano è scaduto ${il(date)}. La eSIM funziona ancora fino ${al(graceDate)}.`
        : `Il tuo piano è scaduto ${il(date)} e la eSIM è offline. Rinnova entro ${il(graceDate)} per tornare online.`,
    expired: ({ date, keepDate }) =>
      keepDate === null
        ? `Il tuo piano è scaduto ${il(date)}. Rinnova per tornare online.`
        : `Il tuo piano è scaduto ${il(date)}. Rinnova entro ${il(keepDate)} per conservare il tuo numero.`,
    terminated: ({ date }) =>
      `Il tuo piano è scaduto ${il(date)} e il numero è stato disattivato. Questa eSIM non può essere rinnovata: te ne serve una nuova.`,
    suspended: () => 'Il fornitore ha sospeso questa eSIM. L’assistenza può dirti perché.',
    revoked: () => 'Il fornitore ha revocato questa eSIM. L’assistenza può dirti perché.',
  },
  activeUntil: (date) => `Attiva fino ${al(date)}`,
  asOf: (said, day) => `${said} (${al(day)})`,
  unreadable: {
    short: 'Non confermata',
    long: 'Al momento non possiamo dirti fino a quando funziona questa eSIM. Riprova più tardi o chiedi all’assistenza.',
  },
  devices: {
    phone: 'Telefono',
    tablet: 'Tablet',
    watch: 'Orologio',
    laptop: 'Portatile',
    router: 'Router',
    other: 'Altro dispositivo',
  },
  expires: 'Scadenza:',
  ended: 'Scaduta:',
  exact: (moment, zone) => `${moment} (${zone})`,
  dataLeft: (left, total, asOf) =>
    `Dati rimanenti: ${left} su ${total}${asOf === null ? '' : ` (${al(asOf)})`}.`,
  underWay: 'Un rinnovo di questa eSIM è già in corso. Continua per vedere a che punto è.',
  renew: 'Rinnova',
  resume: 'Continua il rinnovo',
  reminder: 'Ricordamelo',
  bar: (start, end, state, next) =>
    `Valida ${dal(start)} ${al(end)}: ${state}${next.map((day) => `, periodo successivo ${dal(day)}`).join('')}`,
};
