import { counter } from '../counter.ts';
import type { PlanWords } from '../messages.ts';

const count = counter('es');

const when = (date: string | null): string => (date === null ? '' : ` Será posible desde el ${date}.`);

export const plans: PlanWords = {
  tag: 'es',
  title: 'Elija un plan',
  loading: 'Buscando planes',
  none: 'Por ahora no hay ningún plan para esta eSIM.',
  unreadable: 'Ahora mismo no podemos mostrar los planes. Inténtelo más tarde o consulte con soporte.',
  currency: 'Moneda',
  current: 'Plan actual',
  perMonth: (price) => `${price}/mes`,
  save: (percent) => `Ahorre ${percent}`,
  comparedWith: (name, times) => `frente a ${times} × ${name}`,
  allowance: (amount, per) => (per === 'term' ? amount : `${amount} al ${per === 'month' ? 'mes' : 'día'}`),
  unlimited: 'Datos ilimitados',
  newEnd: (date) => `Válido hasta el ${date}`,
  startsNow: 'Este plan empieza ahora.',
  losesDays: (days) =>
    count(days, {
      one: 'Perdería # día que ya ha pagado.',
      many: 'Perdería # de días que ya ha pagado.',
      other: 'Perdería # días que ya ha pagado.',
    }),
  refused: {
    terminated: () => 'El número de esta eSIM se dio de baja. No se puede renovar.',
    'would-shorten': () => 'Su eSIM es válida por más tiempo del que duraría este plan.',
    'beyond-horizon': (date) => `La validez de su eSIM llegaría demasiado lejos en el futuro.${when(date)}`,
    'not-open-yet': (date) => `Aún es pronto para renovar con este plan.${when(date)}`,
    'closed-until': (date) => `Ahora mismo no se puede renovar.${when(date)}`,
    'max-stacked': (date) => `Su eSIM ya tiene en espera todos los planes que admite.${when(date)}`,
    suspended: () => 'El proveedor ha suspendido esta eSIM.',
    revoked: () => 'El proveedor ha anulado esta eSIM.',
    'other-family': () => 'Este plan no es compatible con su eSIM.',
    'not-sold': () => 'Por ahora el proveedor no vende este plan para su eSIM.',
  },
  next: (name) => `Continuar con ${name}`,
  choose: 'Elija un plan para continuar',
  busy: 'Calculando su precio',
  best: 'Ideal para usted',
  need: '¿Por cuánto tiempo la necesita?',
  needDays: 'Días desde hoy',
  needUntil: 'O hasta el',
  needCovered: (date) => `Ya tiene lo que necesita: su eSIM es válida hasta el ${date}.`,
  needMet: (name, date) =>
    `De los planes que duran lo suficiente, ${name} es el más barato. Dura hasta el ${date}.`,
  needTooLong: (name, date, days) =>
    `Ningún plan dura tanto. El que más se acerca es ${name}: hasta el ${date}, ${count(days, { one: '# día menos', many: '# de días menos', other: '# días menos' })}.`,
  columns: { plan: 'Plan', data: 'Datos', included: 'Incluye', end: 'Válido hasta', price: 'Precio' },
};
