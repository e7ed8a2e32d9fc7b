import { counter } from '../counter.ts';
import type { ReceiptWords } from '../messages.ts';
import { problem } from './problem.ts';

const count = counter('pt-BR');

export const receipt: ReceiptWords = {
  tag: 'pt-BR',
  loading: 'Buscando seu recibo',
  unreadable:
    'No momento, não conseguimos mostrar este recibo. Ele está guardado para você; a loja pode enviá-lo.',
  none: 'Ainda não há recibos deste eSIM.',
  renewed: 'Renovado',
  paid: 'Pago',
  activeUntil: (date) => `Ativo até ${date}`,
  ranUntil: (date) => `Esta renovação durou até ${date}`,
  stillExtending: 'Pago. Ainda estamos estendendo a validade do seu eSIM.',
  wasCorrected: 'Este recibo foi retificado',
  corrected: 'Retificado',
  correction: 'Retificação',
  correctionOf: (number) => `Retificação do recibo ${number}`,
  correctedBy: 'Houve devolução de dinheiro. Este recibo foi retificado por',
  sentTo: (address) => `Enviamos a confirmação para ${address}`,
  number: 'Recibo',
  amount: 'Pago',
  returned: 'Devolvido',
  tax: (label, rate) => `${label} (${rate})`,
  card: 'eSIM',
  plan: 'Plano',
  extended: 'Validade',
  paidOn: 'Data',
  seller: 'Vendedor',
  taxId: 'Número fiscal',
  reference: 'Referência',
  total: 'Total',
  nothingToInstall:
    'Não é preciso instalar nada: o eSIM que já está nos seus dispositivos continua funcionando.',
  noNetwork:
    'Ainda sem rede daqui a 15 minutos? Ative e desative o modo avião uma vez e confira se o roaming de dados está ativado.',
  withdrawal: {
    none: 'Não é concedido direito de arrependimento após a compra.',
    '14-days': 'Você pode desistir desta compra em até 14 dias.',
    'waived-with-consent':
      'Você pediu o início imediato do serviço: desde então, não pode mais desistir desta compra.',
  },
  save: 'Salvar',
  print: 'Imprimir',
  open: 'Abrir ou imprimir',
  reminder: 'Criar lembrete',
  calendar: 'Adicionar à agenda',
  done: 'Concluir',
  safe: 'Seu pagamento está seguro, e o recibo está guardado para você.',
  retry: 'Tentar de novo',
  past: 'Recibos deste eSIM',
  shown: 'mostrado acima',
  more: (more) =>
    count(more, {
      one: 'Mostrar mais # recibo',
      many: 'Mostrar mais # de recibos',
      other: 'Mostrar mais # recibos',
    }),
  document: (number) => `Recibo ${number}`,
  problem,
};
