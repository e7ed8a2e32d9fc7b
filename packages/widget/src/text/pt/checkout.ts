import type { Term } from '@leb-renew/core';
import { counter } from '../counter.ts';
import type { CheckoutWords } from '../messages.ts';
import { problem } from './problem.ts';
import { asHoras } from './time.ts';

const count = counter('pt-BR');

const length = (term: Term): string =>
  'days' in term
    ? count(term.days, { one: '# dia', many: '# de dias', other: '# dias' })
    : term.months % 12 === 0
      ? count(term.months / 12, { one: '# ano', many: '# de anos', other: '# anos' })
      : count(term.months, { one: '# mês', many: '# de meses', other: '# meses' });

const lost = (days: number): string =>
  days === 0
    ? 'sem perder nada'
    : count(days, {
        one: '# dia pago perdido',
        many: '# de dias pagos perdidos',
        other: '# dias pagos perdidos',
      });

/** `time` is a time of day, or a date with its time. */
const until = (time: string): string => (/\d{4}/.test(time) ? `até ${time}` : `até ${asHoras(time)}`);

export const checkout: CheckoutWords = {
  tag: 'pt-BR',
  title: 'Confira e pague',
  loading: 'Calculando seu preço',
  term: length,
  expires: (moment, zone) => `Vence em ${moment} (${zone})`,
  ended: (moment, zone) => `Venceu em ${moment} (${zone})`,
  plan: 'Plano',
  switched: 'Não é o plano atual do seu eSIM',
  now: 'Hoje',
  until: (date) => `De hoje até ${date}`,
  added: (term) => `+ ${length(term)}`,
  gain: (term, losesDays) => `${length(term)} a mais, ${lost(losesDays)}`,
  fromToday: (term, losesDays) => `${length(term)} a partir de hoje, ${lost(losesDays)}`,
  startsNow: 'O novo plano começa agora.',
  losesDays: (days) =>
    count(days, {
      one: '# dia que você já pagou será perdido.',
      many: '# de dias que você já pagou serão perdidos.',
      other: '# dias que você já pagou serão perdidos.',
    }),
  acceptLoss: (days) =>
    count(days, {
      one: 'Entendo que perco # dia já pago.',
      many: 'Entendo que perco # de dias já pagos.',
      other: 'Entendo que perco # dias já pagos.',
    }),
  tax: (label, rate) => `${label} (${rate})`,
  total: 'Total hoje',
  once: 'Um único pagamento. Não há renovação automática.',
  direct: 'Seus dados de pagamento vão direto para o serviço de pagamento, não para a loja.',
  soldBy: (seller) => `Vendido por ${seller}`,
  terms: 'Termos',
  heldUntil: (time) => `Este preço vale ${until(time)}.`,
  heldFor: (minutes, time) =>
    minutes === 1
      ? `Este preço vale por menos de um minuto, até ${asHoras(time)}.`
      : `Este preço vale por mais ${minutes} minutos, até ${asHoras(time)}.`,
  runOutNext: 'Veja o preço de novo; se algo mudou, diremos o quê.',
  seeAgain: 'Ver o preço de novo',
  changed: 'Confira de novo: algo mudou.',
  sameAsBefore: 'Nada mudou.',
  priceChanged: (was, now) => `O preço era ${was}; agora é ${now}.`,
  endChanged: (was, now) => `O novo vencimento era ${was}; agora é ${now}.`,
  lossChanged: (was, now) => `Antes: ${was}. Agora: ${now}.`,
  lost,
  testMode: 'Modo de teste: nenhum dinheiro real é movimentado.',
  withdrawal: {
    none: 'Não é concedido direito de arrependimento após a compra.',
    '14-days': 'Você pode desistir desta compra em até 14 dias.',
    'waived-with-consent':
      'Você pediu o início imediato do serviço: a partir daí, não pode mais desistir desta compra.',
  },
  consent:
    'Quero que o serviço comece imediatamente. Entendo que, a partir daí, não posso mais desistir desta compra.',
  agree: 'Continuar para o pagamento',
  pay: (amount) => `Pagar ${amount} e renovar`,
  back: 'Voltar',
  chooseAgain: 'Escolher de novo',
  retry: 'Tentar de novo',
  reload: 'Recarregar a página',
  mayBeBlocked: 'Talvez um bloqueador de anúncios ou um filtro da sua rede o esteja segurando.',
  look: 'Verificar agora',
  done: 'Concluir',
  ways: 'Formas de pagamento',
  card: 'Cartão',
  formLoading: 'Carregando o formulário de pagamento',
  opening: 'Preparando seu pagamento',
  confirming: 'Enviando seu pagamento. Pode ser que você precise confirmá-lo.',
  cancelling: 'Voltando aos planos.',
  charged: {
    no: 'Nada foi cobrado.',
    unknown: 'Ainda não sabemos se o valor foi cobrado. Ele não será cobrado duas vezes.',
    yes: 'Seu pagamento chegou e está seguro.',
  },
  notTwice: 'O valor não será cobrado duas vezes.',
  service: (date) =>
    date === null ? 'Nada mudou no seu eSIM.' : `Seu eSIM continua funcionando até ${date}.`,
  offline: 'Nada se perde. Tudo continua sozinho quando a conexão voltar.',
  unreadable: 'No momento, não conseguimos mostrar sua renovação. Recarregue esta página ou fale com a loja.',
  resumingTitle: 'Sua renovação',
  resuming: 'Verificando em que ponto está sua renovação.',
  resumingLong: (wasSent) =>
    wasSent
      ? 'A loja ainda não respondeu. Continuamos tentando. Não pague de novo: se seu pagamento foi feito, ele está seguro, e esta página vai encontrá-lo quando você voltar.'
      : 'A loja ainda não respondeu. Continuamos tentando; você também pode sair e voltar mais tarde.',
  checkingTitle: 'Verificando seu pagamento',
  checking: 'Estamos verificando se seu pagamento foi feito.',
  checkingSafe:
    'Não pague de novo. Esta página se atualiza sozinha; se você a fechar, volte aqui e continuamos.',
  checkingLong:
    'Está demorando mais que o normal. Você pode fechar esta página: a loja continua verificando, e seu eSIM vai mostrar o resultado quando você voltar.',
  receivedTitle: 'Pagamento recebido',
  received: 'Ainda estamos estendendo a validade do seu eSIM.',
  receivedSafe: (amount, number) =>
    `Seu pagamento de ${amount} está seguro (recibo ${number}). Esta página se atualiza sozinha; você pode fechá-la.`,
  receivedLong:
    'Está demorando mais que o normal. Você não precisa esperar aqui: a loja continua até estender a validade do seu eSIM ou devolver seu dinheiro.',
  steps: {
    paid: 'Pagamento recebido',
    extending: 'Estendendo a validade do seu eSIM',
    active: (date) => `Depois, ativo até ${date}`,
  },
  heldTitle: {
    review: 'Pagamento recebido',
    refunding: 'Estamos devolvendo seu dinheiro',
    refunded: 'Seu dinheiro foi devolvido',
  },
  held: {
    review: () =>
      'Seu pagamento chegou e está seguro. A validade do seu eSIM ainda não foi estendida: uma pessoa da loja está cuidando disso.',
    refunding: (amount, number) =>
      `Não foi possível estender a validade do seu eSIM. Estamos devolvendo ${amount} pela mesma forma de pagamento (recibo ${number}).`,
    refunded: (amount, number) =>
      `Não foi possível estender a validade do seu eSIM. Devolvemos ${amount} pela mesma forma de pagamento (recibo ${number}); seu banco pode levar alguns dias para mostrar o valor.`,
  },
  problem,
};
