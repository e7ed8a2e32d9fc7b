import { counter } from '../counter.ts';
import type { PlanWords } from '../messages.ts';

const count = counter('pt-BR');

const when = (date: string | null): string => (date === null ? '' : ` Será possível a partir de ${date}.`);

export const plans: PlanWords = {
  tag: 'pt-BR',
  title: 'Escolha um plano',
  loading: 'Buscando planos',
  none: 'No momento, não há planos para este eSIM.',
  unreadable: 'No momento, não conseguimos mostrar os planos. Tente mais tarde ou fale com o suporte.',
  currency: 'Moeda',
  current: 'Plano atual',
  perMonth: (price) => `${price}/mês`,
  save: (percent) => `Economize ${percent}`,
  comparedWith: (name, times) => `em relação a ${times} × ${name}`,
  allowance: (amount, per) => (per === 'term' ? amount : `${amount} por ${per === 'month' ? 'mês' : 'dia'}`),
  unlimited: 'Dados ilimitados',
  newEnd: (date) => `Válido até ${date}`,
  startsNow: 'Este plano começa agora.',
  losesDays: (days) =>
    count(days, {
      one: 'Você perderia # dia que já pagou.',
      many: 'Você perderia # de dias que já pagou.',
      other: 'Você perderia # dias que já pagou.',
    }),
  refused: {
    terminated: () => 'O número deste eSIM foi cancelado. Não é possível renová-lo.',
    'would-shorten': () => 'Seu eSIM já é válido por mais tempo do que este plano duraria.',
    'beyond-horizon': (date) => `A validade do seu eSIM iria longe demais no futuro.${when(date)}`,
    'not-open-yet': (date) => `Ainda é cedo para renovar com este plano.${when(date)}`,
    'closed-until': (date) => `As renovações estão fechadas no momento.${when(date)}`,
    'max-stacked': (date) => `Seu eSIM já tem na fila todos os planos que comporta.${when(date)}`,
    suspended: () => 'A operadora suspendeu este eSIM.',
    revoked: () => 'A operadora revogou este eSIM.',
    'other-family': () => 'Este plano não serve para o seu eSIM.',
    'not-sold': () => 'No momento, a operadora não vende este plano para o seu eSIM.',
  },
  next: (name) => `Continuar com ${name}`,
  choose: 'Escolha um plano para continuar',
  busy: 'Calculando seu preço',
  best: 'Ideal para você',
  need: 'Por quanto tempo você precisa?',
  needDays: 'Dias a partir de hoje',
  needUntil: 'Ou até',
  needCovered: (date) => `Você já tem o que precisa: seu eSIM é válido até ${date}.`,
  needMet: (name, date) =>
    `Entre os planos que duram o suficiente, ${name} é o mais barato. Ele dura até ${date}.`,
  needTooLong: (name, date, days) =>
    `Nenhum plano dura tanto. O que chega mais perto é ${name}: até ${date}, ${count(days, { one: '# dia a menos', many: '# de dias a menos', other: '# dias a menos' })}.`,
  columns: { plan: 'Plano', data: 'Dados', included: 'Incluso', end: 'Válido até', price: 'Preço' },
};
