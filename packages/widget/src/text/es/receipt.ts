import { counter } from '../counter.ts';
import type { ReceiptWords } from '../messages.ts';
import { problem } from './problem.ts';

const count = counter('es');

export const receipt: ReceiptWords = {
  tag: 'es',
  loading: 'Buscando su recibo',
  unreadable: 'Ahora mismo no podemos mostrar este recibo. Lo tenemos guardado; la tienda puede enviárselo.',
  none: 'Aún no hay recibos de esta eSIM.',
  renewed: 'Renovada',
  paid: 'Pagado',
  activeUntil: (date) => `Activa hasta el ${date}`,
  ranUntil: (date) => `Esta renovación duró hasta el ${date}`,
  stillExtending: 'Pagado. Aún estamos ampliando la validez de su eSIM.',
  wasCorrected: 'Este recibo se rectificó',
  corrected: 'Rectificado',
  correction: 'Rectificación',
  correctionOf: (number) => `Rectificación del recibo ${number}`,
  correctedBy: 'Se devolvió dinero. Este recibo fue rectificado por',
  sentTo: (address) => `Hemos enviado la confirmación a ${address}`,
  number: 'Recibo',
  amount: 'Pagado',
  returned: 'Devuelto',
  tax: (label, rate) => `${label} (${rate})`,
  card: 'eSIM',
  plan: 'Plan',
  extended: 'Validez',
  paidOn: 'Fecha',
  seller: 'Vendedor',
  taxId: 'Número fiscal',
  reference: 'Referencia',
  total: 'Total',
  nothingToInstall: 'No hay que instalar nada: la eSIM que ya está en sus dispositivos sigue funcionando.',
  noNetwork:
    '¿Aún sin red dentro de 15 minutos? Active y desactive una vez el modo avión y compruebe que la itinerancia de datos (roaming) está activada.',
  withdrawal: {
    none: 'No se concede derecho de desistimiento después de la compra.',
    '14-days': 'Puede desistir de esta compra en un plazo de 14 días.',
    'waived-with-consent':
      'Pidió que el servicio empezara de inmediato: desde ese momento ya no puede desistir de esta compra.',
  },
  save: 'Guardar',
  print: 'Imprimir',
  open: 'Abrir o imprimir',
  reminder: 'Recordármelo',
  calendar: 'Añadir al calendario',
  done: 'Listo',
  safe: 'Su pago está a salvo y su recibo está guardado.',
  retry: 'Reintentar',
  past: 'Recibos de esta eSIM',
  shown: 'se muestra arriba',
  more: (more) =>
    count(more, {
      one: 'Mostrar # recibo más',
      many: 'Mostrar # de recibos más',
      other: 'Mostrar # recibos más',
    }),
  document: (number) => `Recibo ${number}`,
  problem,
};
