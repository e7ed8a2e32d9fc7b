import { counter } from '../counter.ts';
import type { PlanWords } from '../messages.ts';
import { al, dal, il } from './article.ts';

const count = counter('it');

const when = (date: string | null): string => (date === null ? '' : ` Sarà possibile ${dal(date)}.`);

export const plans: PlanWords = {
  tag: 'it',
  title: 'Scegli un piano',
  loading: 'Ricerca dei piani',
  none: 'Al momento non ci sono piani per questa eSIM.',
  unreadable: 'Al momento non possiamo mostrare i piani. Riprova più tardi o chiedi all’assistenza.',
  currency: 'Valuta',
  current: 'Piano attuale',
  perMonth: (price) => `${price}/mese`,
  save: (percent) => `Risparmi ${il(percent)}`,
  comparedWith: (name, times) => `rispetto a ${times} × ${name}`,
  allowance: (amount, per) =>
    per === 'term' ? amount : `${amount} al ${per === 'month' ? 'mese' : 'giorno'}`,
  unlimited: 'Dati illimitati',
  newEnd: (date) => `Valido fino ${al(date)}`,
  startsNow: 'Questo piano inizia adesso.',
  losesDays: (days) =>
    count(days, {
      one: 'Perderesti # giorno che hai già pagato.',
      many: 'Perderesti # di giorni che hai già pagato.',
      other: 'Perderesti # giorni che hai già pagato.',
    }),
  refused: {
    terminated: () => 'Il numero di questa eSIM è stato disattivato. Non può essere rinnovata.',
    'would-shorten': () => 'La tua eSIM è valida più a lungo di quanto durerebbe questo piano.',
    'beyond-horizon': (date) => `La validità della tua eSIM andrebbe troppo avanti nel tempo.${when(date)}`,
    'not-open-yet': (date) => `È troppo presto per rinnovare con questo piano.${when(date)}`,
    'closed-until': (date) => `Al momento i rinnovi sono chiusi.${when(date)}`,
    'max-stacked': (date) => `La tua eSIM ha già in attesa tutti i piani che può contenere.${when(date)}`,
    suspended: () => 'Il fornitore ha sospeso questa eSIM.',
    revoked: () => 'Il fornitore ha revocato questa eSIM.',
    'other-family': () => 'Questo piano non è adatto alla tua eSIM.',
    'not-sold': () => 'Al momento il fornitore non vende questo piano per la tua eSIM.',
  },
  next: (name) => `Continua con ${name}`,
  choose: 'Scegli un piano per continuare',
  busy: 'Calcolo del prezzo',
  best: 'Ideale per te',
  need: 'Per quanto tempo ti serve?',
  needDays: 'Giorni da oggi',
  needUntil: 'Oppure fino a',
  needCovered: (date) => `Sei già a posto: la tua eSIM è valida fino ${al(date)}.`,
  needMet: (name, date) =>
    `Tra i piani che durano abbastanza, ${name} è il più economico. Dura fino ${al(date)}.`,
  needTooLong: (name, date, days) =>
    `Nessun piano dura così a lungo. Il più vicino è ${name}: fino ${al(date)}, ${count(days, { one: '# giorno in meno', many: '# di giorni in meno', other: '# giorni in meno' })}.`,
  columns: { plan: 'Piano', data: 'Dati', included: 'Incluso', end: 'Valido fino a', price: 'Prezzo' },
};
