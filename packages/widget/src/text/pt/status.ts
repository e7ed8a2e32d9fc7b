import { counter } from '../counter.ts';
import type { StatusWords } from '../messages.ts';
import { asHoras } from './time.ts';

const count = counter('pt-BR');

const starts = {
  purchase: 'A validade ainda não começou.',
  install: 'A validade começa quando você instalar o eSIM.',
  'first-use': 'A validade começa quando você usar o eSIM pela primeira vez.',
};

export const status: StatusWords = {
  tag: 'pt-BR',
  loading: 'Consultando seu eSIM',
  short: {
    unknown: () => 'Não confirmado',
    'not-started': () => 'Ainda não começou',
    active: () => 'Ativo',
    // The last day may be longer than the 24 hours that are counted, when clocks change.
    'due-soon': ({ days }) =>
      days === 0
        ? 'Vence hoje'
        : count(days, { one: 'Falta # dia', many: 'Faltam # de dias', other: 'Faltam # dias' }),
    'due-now': ({ hours }) =>
      hours < 1
        ? 'Falta menos de 1 hora'
        : count(hours, { one: 'Falta # hora', many: 'Faltam # de horas', other: 'Faltam # horas' }),
    grace: ({ works }) => (works ? 'Vencido, ainda funciona' : 'Vencido, pode renovar'),
    expired: () => 'Vencido',
    terminated: () => 'Número cancelado',
    suspended: () => 'Suspenso',
    revoked: () => 'Revogado',
  },
  long: {
    unknown: ({ date }) => `Não conseguimos confirmar esta data recentemente: até ${date}.`,
    'not-started': ({ startsOn }) => starts[startsOn],
    active: ({ date }) => `Seu serviço vai até ${date}.`,
    'due-soon': ({ date }) => `Seu serviço termina em ${date}. Renove antes para não ficar sem conexão.`,
    'due-now': ({ date, time }) =>
      `Seu serviço termina em ${date}, ${asHoras(time)}. Renove antes para não ficar sem conexão.`,
    grace: ({ works, date, graceDate }) =>
      works
        ? `Seu plano venceu em ${date}. O eSIM ainda funciona até ${graceDate}.`
        : `Seu plano venceu em ${date} e o eSIM está sem conexão. Renove até ${graceDate} para voltar a se conectar.`,
    expired: ({ date, keepDate }) =>
      keepDate === null
        ? `Seu plano venceu em ${date}. Renove para voltar a se conectar.`
        : `Seu plano venceu em ${date}. Renove até ${keepDate} para manter seu número.`,
    terminated: ({ date }) =>
      `Seu plano venceu em ${date} e o número foi cancelado. Este eSIM não pode ser renovado; você precisa de um novo.`,
    suspended: () => 'A operadora suspendeu este eSIM. O suporte pode explicar o motivo.',
    revoked: () => 'A operadora revogou este eSIM. O suporte pode explicar o motivo.',
  },
  activeUntil: (date) => `Ativo até ${date}`,
  asOf: (said, day) => `${said} (em\u00a0${day})`,
  unreadable: {
    short: 'Não confirmado',
    long: 'No momento, não conseguimos informar até quando este eSIM funciona. Tente mais tarde ou fale com o suporte.',
  },
  devices: {
    phone: 'Celular',
    tablet: 'Tablet',
    watch: 'Relógio',
    laptop: 'Notebook',
    router: 'Roteador',
    other: 'Outro dispositivo',
  },
  expires: 'Vence em',
  ended: 'Venceu em',
  exact: (moment, zone) => `${moment} (${zone})`,
  dataLeft: (left, total, asOf) =>
    `Dados restantes: ${left} de ${total}${asOf === null ? '' : ` (em\u00a0${asOf})`}.`,
  underWay: 'Há uma renovação deste eSIM em andamento. Continue para ver em que ponto está.',
  renew: 'Renovar',
  resume: 'Continuar renovação',
  reminder: 'Criar lembrete',
  bar: (start, end, state, next) =>
    `Válido de ${start} até ${end}: ${state}${next.map((day) => `, próximo período a partir de ${day}`).join('')}`,
};
