import { counter } from '../counter.ts';
import type { PlanWords } from '../messages.ts';

const count = counter('de');

const when = (date: string | null): string => (date === null ? '' : ` Möglich ab ${date}.`);

export const plans: PlanWords = {
  tag: 'de',
  title: 'Tarif wählen',
  loading: 'Tarife werden geladen',
  none: 'Für diese eSIM gibt es derzeit keinen Tarif.',
  unreadable:
    'Wir können die Tarife gerade nicht anzeigen. Bitte versuchen Sie es später noch einmal oder fragen Sie den Support.',
  currency: 'Währung',
  current: 'Aktueller Tarif',
  perMonth: (price) => `${price}/Monat`,
  save: (percent) => `${percent} sparen`,
  comparedWith: (name, times) => `gegenüber ${times} × ${name}`,
  allowance: (amount, per) => (per === 'term' ? amount : `${amount} pro ${per === 'day' ? 'Tag' : 'Monat'}`),
  unlimited: 'Daten unbegrenzt',
  newEnd: (date) => `Gültig bis ${date}`,
  startsNow: 'Dieser Tarif beginnt sofort.',
  losesDays: (days) =>
    count(days, {
      one: 'Sie würden # Tag verlieren, den Sie schon bezahlt haben.',
      other: 'Sie würden # Tage verlieren, die Sie schon bezahlt haben.',
    }),
  refused: {
    terminated: () => 'Die Rufnummer dieser eSIM ist erloschen. Die eSIM lässt sich nicht verlängern.',
    'would-shorten': () => 'Ihre eSIM ist länger gültig, als dieser Tarif reichen würde.',
    'beyond-horizon': (date) => `So weit im Voraus lässt sich Ihre eSIM nicht verlängern.${when(date)}`,
    'not-open-yet': (date) => `Für eine Verlängerung mit diesem Tarif ist es noch zu früh.${when(date)}`,
    'closed-until': (date) => `Verlängerungen sind gerade nicht möglich.${when(date)}`,
    'max-stacked': (date) => `Auf Ihrer eSIM warten schon so viele Tarife wie möglich.${when(date)}`,
    suspended: () => 'Der Anbieter hat diese eSIM pausiert.',
    revoked: () => 'Der Anbieter hat diese eSIM zurückgezogen.',
    'other-family': () => 'Dieser Tarif passt nicht zu Ihrer eSIM.',
    'not-sold': () => 'Der Anbieter verkauft diesen Tarif für Ihre eSIM derzeit nicht.',
  },
  next: (name) => `Weiter mit ${name}`,
  choose: 'Bitte Tarif wählen',
  busy: 'Preis wird ermittelt',
  best: 'Ideal für Sie',
  need: 'Wie lange brauchen Sie die eSIM?',
  needDays: 'Tage ab heute',
  needUntil: 'Oder bis',
  needCovered: (date) => `Dafür ist schon gesorgt: Ihre eSIM ist gültig bis ${date}.`,
  needMet: (name, date) => `${name} ist der günstigste Tarif, der lange genug reicht. Er läuft bis ${date}.`,
  needTooLong: (name, date, days) =>
    `So lange reicht kein Tarif. Am nächsten kommt ${name}: bis ${date}, ${count(days, { one: '# Tag', other: '# Tage' })} zu kurz.`,
  columns: { plan: 'Tarif', data: 'Daten', included: 'Inklusive', end: 'Gültig bis', price: 'Preis' },
};
