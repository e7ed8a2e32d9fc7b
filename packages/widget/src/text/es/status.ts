import { counter } from '../counter.ts';
import type { StatusWords } from '../messages.ts';
import { las } from './time.ts';

const count = counter('es');

const starts = {
  purchase: 'Su validez aún no ha empezado.',
  install: 'Su validez empieza cuando la instale.',
  'first-use': 'Su validez empieza cuando la use por primera vez.',
};

export const status: StatusWords = {
  tag: 'es',
  loading: 'Consultando su eSIM',
  short: {
    unknown: () => 'Sin confirmar',
    'not-started': () => 'Aún sin empezar',
    active: () => 'Activa',
    // The last day may be longer than the 24 hours that are counted, when clocks change.
    'due-soon': ({ days }) =>
      days === 0
        ? 'Vence hoy'
        : count(days, { one: 'Queda # día', many: 'Quedan # de días', other: 'Quedan # días' }),
    'due-now': ({ hours }) =>
      hours < 1
        ? 'Queda menos de 1 hora'
        : count(hours, { one: 'Queda # hora', many: 'Quedan # de horas', other: 'Quedan # horas' }),
    grace: ({ works }) => (works ? 'Vencida, aún funciona' : 'Vencida, renovable'),
    expired: () => 'Vencida',
    terminated: () => 'Número dado de baja',
    suspended: () => 'Suspendida',
    revoked: () => 'Anulada',
  },
  long: {
    unknown: ({ date }) => `Hace un tiempo que no podemos confirmar esta fecha: hasta el ${date}.`,
    'not-started': ({ startsOn }) => starts[startsOn],
    active: ({ date }) => `Tiene servicio hasta el ${date}.`,
    'due-soon': ({ date }) => `El servicio termina el ${date}. Renueve antes para no quedarse sin conexión.`,
    'due-now': ({ date, time }) =>
      `El servicio termina el ${date} a ${las(time)}. Renueve antes para no quedarse sin conexión.`,
    grace: ({ works, date, graceDate }) =>
      works
        ? `Su plan venció el ${date}. La eSIM sigue funcionando hasta el ${graceDate}.`
        : `Su plan venció el ${date} y la eSIM está sin conexión. Renueve a más tardar el ${graceDate} para recuperarla.`,
    expired: ({ date, keepDate }) =>
      keepDate === null
        ? `Su plan venció el ${date}. Renueve para recuperar la conexión.`
        : `Su plan venció el ${date}. Renueve a más tardar el ${keepDate} para conservar su número.`,
    terminated: ({ date }) =>
      `Su plan venció el ${date} y el número se dio de baja. Esta eSIM no se puede renovar; necesita una nueva.`,
    suspended: () => 'El proveedor ha suspendido esta eSIM. Soporte puede decirle por qué.',
    revoked: () => 'El proveedor ha anulado esta eSIM. Soporte puede decirle por qué.',
  },
  activeUntil: (date) => `Activa hasta el ${date}`,
  asOf: (said, day) => `${said} (al\u00a0${day})`,
  unreadable: {
    short: 'Sin confirmar',
    long: 'Ahora mismo no podemos decirle hasta cuándo funciona esta eSIM. Inténtelo más tarde o consulte con soporte.',
  },
  devices: {
    phone: 'Teléfono',
    tablet: 'Tableta',
    watch: 'Reloj',
    laptop: 'Portátil',
    router: 'Router',
    other: 'Otro dispositivo',
  },
  expires: 'Vence el',
  ended: 'Venció el',
  exact: (moment, zone) => `${moment} (${zone})`,
  dataLeft: (left, total, asOf) =>
    `Datos restantes: ${left} de ${total}${asOf === null ? '' : ` (al\u00a0${asOf})`}.`,
  underWay: 'Hay una renovación de esta eSIM en curso. Continúe para ver en qué punto está.',
  renew: 'Renovar',
  resume: 'Continuar renovación',
  reminder: 'Recordármelo',
  bar: (start, end, state, next) =>
    `Válida del ${start} al ${end}: ${state}${next.map((day) => `, siguiente período desde el ${day}`).join('')}`,
};
