import type { Term } from '@leb-renew/core';
import { counter } from '../counter.ts';
import type { CheckoutWords } from '../messages.ts';
import { problem } from './problem.ts';
import { hasta, las } from './time.ts';

const count = counter('es');

const length = (term: Term): string =>
  'days' in term
    ? count(term.days, { one: '# día', many: '# de días', other: '# días' })
    : term.months % 12 === 0
      ? count(term.months / 12, { one: '# año', many: '# de años', other: '# años' })
      : count(term.months, { one: '# mes', many: '# de meses', other: '# meses' });

const lost = (days: number): string =>
  days === 0
    ? 'no se pierde nada'
    : count(days, {
        one: 'se pierde # día pagado',
        many: 'se pierden # de días pagados',
        other: 'se pierden # días pagados',
      });

export const checkout: CheckoutWords = {
  tag: 'es',
  title: 'Revise y pague',
  loading: 'Calculando su precio',
  term: length,
  expires: (moment, zone) => `Vence el ${moment} (${zone})`,
  ended: (moment, zone) => `Venció el ${moment} (${zone})`,
  plan: 'Plan',
  switched: 'No es el plan que su eSIM tiene ahora',
  now: 'Hoy',
  until: (date) => `De hoy al ${date}`,
  added: (term) => `+ ${length(term)}`,
  gain: (term, losesDays) => `${length(term)} más, ${lost(losesDays)}`,
  fromToday: (term, losesDays) => `${length(term)} desde hoy, ${lost(losesDays)}`,
  startsNow: 'El plan nuevo empieza ahora.',
  losesDays: (days) =>
    count(days, {
      one: 'Se pierde # día que usted ya ha pagado.',
      many: 'Se pierden # de días que usted ya ha pagado.',
      other: 'Se pierden # días que usted ya ha pagado.',
    }),
  acceptLoss: (days) =>
    count(days, {
      one: 'Entiendo que pierdo # día pagado.',
      many: 'Entiendo que pierdo # de días pagados.',
      other: 'Entiendo que pierdo # días pagados.',
    }),
  tax: (label, rate) => `${label} (${rate})`,
  total: 'Total hoy',
  once: 'Un solo pago. No se renueva automáticamente.',
  direct: 'Sus datos de pago van directamente al servicio de pago, no a la tienda.',
  soldBy: (seller) => `Vendido por ${seller}`,
  terms: 'Condiciones',
  heldUntil: (time) => `Este precio se mantiene ${hasta(time)}.`,
  heldFor: (minutes, time) =>
    minutes === 1
      ? `Este precio se mantiene menos de un minuto más, hasta ${las(time)}.`
      : `Este precio se mantiene ${minutes} minutos más, hasta ${las(time)}.`,
  runOutNext: 'Vuelva a ver el precio; si algo ha cambiado, le diremos qué.',
  seeAgain: 'Ver el precio de nuevo',
  changed: 'Revíselo de nuevo: algo ha cambiado.',
  sameAsBefore: 'No ha cambiado nada.',
  priceChanged: (was, now) => `El precio era ${was}; ahora es ${now}.`,
  endChanged: (was, now) => `El nuevo vencimiento era el ${was}; ahora es el ${now}.`,
  lossChanged: (was, now) => `Antes: ${was}. Ahora: ${now}.`,
  lost,
  testMode: 'Modo de prueba: no se mueve dinero real.',
  withdrawal: {
    none: 'No se concede derecho de desistimiento después de la compra.',
    '14-days': 'Puede desistir de esta compra en un plazo de 14 días.',
    'waived-with-consent':
      'Ha pedido que el servicio empiece de inmediato: desde ese momento ya no puede desistir de esta compra.',
  },
  consent:
    'Quiero que el servicio empiece de inmediato. Entiendo que desde ese momento ya no puedo desistir de esta compra.',
  agree: 'Continuar al pago',
  pay: (amount) => `Pagar ${amount} y renovar`,
  back: 'Volver',
  chooseAgain: 'Elegir de nuevo',
  retry: 'Reintentar',
  reload: 'Recargar la página',
  mayBeBlocked: 'Puede que lo retenga un bloqueador de anuncios o un filtro de su red.',
  look: 'Comprobar ahora',
  done: 'Listo',
  ways: 'Formas de pago',
  card: 'Tarjeta',
  formLoading: 'Cargando el formulario de pago',
  opening: 'Preparando su pago',
  confirming: 'Enviando su pago. Es posible que se le pida que lo confirme.',
  cancelling: 'Volviendo a los planes.',
  charged: {
    no: 'No se le ha cobrado nada.',
    unknown: 'Aún no sabemos si se le ha cobrado. No se le cobrará dos veces.',
    yes: 'Su pago ha llegado y está a salvo.',
  },
  notTwice: 'No se le cobrará dos veces.',
  service: (date) =>
    date === null ? 'No ha cambiado nada en su eSIM.' : `Su eSIM sigue funcionando hasta el ${date}.`,
  offline: 'No se pierde nada. Esto continúa por sí solo cuando recupere la conexión.',
  unreadable: 'Ahora mismo no podemos mostrar su renovación. Recargue esta página o contacte con la tienda.',
  resumingTitle: 'Su renovación',
  resuming: 'Consultando en qué punto está su renovación.',
  resumingLong: (wasSent) =>
    wasSent
      ? 'La tienda aún no ha respondido. Seguimos intentándolo. No vuelva a pagar: si su pago se realizó, está a salvo, y esta página lo encontrará cuando vuelva.'
      : 'La tienda aún no ha respondido. Seguimos intentándolo; también puede salir y volver más tarde.',
  checkingTitle: 'Comprobando su pago',
  checking: 'Estamos comprobando si su pago se realizó.',
  checkingSafe:
    'No vuelva a pagar. Esta página se actualiza sola; si la cierra, vuelva aquí y continuaremos.',
  checkingLong:
    'Está tardando más de lo habitual. Puede cerrar esta página: la tienda lo sigue comprobando, y su eSIM mostrará el resultado cuando vuelva.',
  receivedTitle: 'Pago recibido',
  received: 'Aún estamos ampliando la validez de su eSIM.',
  receivedSafe: (amount, number) =>
    `Su pago de ${amount} está a salvo (recibo ${number}). Esta página se actualiza sola; puede cerrarla.`,
  receivedLong:
    'Está tardando más de lo habitual. No hace falta que espere aquí: la tienda sigue hasta ampliar la validez de su eSIM o devolverle el dinero.',
  steps: {
    paid: 'Pago recibido',
    extending: 'Ampliando la validez de su eSIM',
    active: (date) => `Después, activa hasta el ${date}`,
  },
  heldTitle: {
    review: 'Pago recibido',
    refunding: 'Le estamos devolviendo el dinero',
    refunded: 'Le hemos devuelto el dinero',
  },
  held: {
    review: () =>
      'Su pago ha llegado y está a salvo. La validez de su eSIM aún no se ha ampliado: una persona de la tienda lo está revisando.',
    refunding: (amount, number) =>
      `No se pudo ampliar la validez de su eSIM. Estamos devolviendo ${amount} por el mismo medio de pago (recibo ${number}).`,
    refunded: (amount, number) =>
      `No se pudo ampliar la validez de su eSIM. Hemos devuelto ${amount} por el mismo medio de pago (recibo ${number}); su banco puede tardar unos días en mostrarlo.`,
  },
  problem,
};
