import { counter } from '../counter.ts';
import type { JourneyWords } from '../messages.ts';
import { problem } from './problem.ts';

const count = counter('es');

export const journey: JourneyWords = {
  tag: 'es',
  label: 'Renovar su eSIM',
  cards: 'Sus eSIM',
  noCards: 'No hay ninguna eSIM en esta cuenta.',
  search: 'Busque una eSIM por su nombre, región o últimas cuatro cifras',
  found: (found, all) =>
    found === 0 ? `Ninguna de sus ${all} eSIM se llama así.` : `${found} de ${all} eSIM`,
  showAll: 'Mostrar todas las eSIM',
  showMore: (more) =>
    count(more, { one: 'Mostrar # eSIM más', many: 'Mostrar # de eSIM más', other: 'Mostrar # eSIM más' }),
  receipts: 'Recibos',
  receiptsOf: (label) => `Recibos de ${label}`,
  signOut: 'Cerrar sesión',
  allCards: 'Todas las eSIM',
  linkOpened: 'Ha abierto un enlace para renovar esta eSIM.',
  everything: 'Iniciar sesión para ver todo',
  signInToKnow: 'Puede que tenga un pago en curso. Inicie sesión para ver qué ha pasado con él.',
  loading: 'Cargando',
  notLoaded: 'No se pudo cargar esta parte de la página.',
  notLoadedNext: 'No se pierde nada. Inténtelo de nuevo o recargue la página.',
  retry: 'Reintentar',
  close: 'Cerrar',
  sending: 'Se está enviando su pago. Esto permanece abierto hasta que termine.',
  charged: {
    no: 'No se ha cobrado nada.',
    unknown: 'No sabemos si se le ha cobrado. Consulte con soporte antes de volver a pagar.',
    yes: 'Su pago ha llegado. Consulte con soporte antes de volver a pagar.',
  },
  reminderSummary: (label) => `${label} vence`,
  reminderText: (label, date) =>
    `${label} funciona hasta el ${date}. Renueve antes para no quedarse sin conexión.`,
  reminderNotice: (label, days) =>
    `${label} ${count(days, { one: 'vence en # día', many: 'vence en # de días', other: 'vence en # días' })}`,
  problem,
};
