import { counter } from '../counter.ts';
import type { JourneyWords } from '../messages.ts';
import { problem } from './problem.ts';

const count = counter('pt-BR');

export const journey: JourneyWords = {
  tag: 'pt-BR',
  label: 'Renovar seu eSIM',
  cards: 'Seus eSIMs',
  noCards: 'Não há eSIMs nesta conta.',
  search: 'Busque um eSIM por nome, região ou quatro últimos dígitos',
  found: (found, all) =>
    found === 0 ? `Nenhum dos seus ${all} eSIMs tem esse nome.` : `${found} de ${all} eSIMs`,
  showAll: 'Mostrar todos os eSIMs',
  showMore: (more) =>
    count(more, {
      one: 'Mostrar mais # eSIM',
      many: 'Mostrar mais # de eSIMs',
      other: 'Mostrar mais # eSIMs',
    }),
  receipts: 'Recibos',
  receiptsOf: (label) => `Recibos de ${label}`,
  signOut: 'Sair',
  allCards: 'Todos os eSIMs',
  linkOpened: 'Você abriu um link para renovar este eSIM.',
  everything: 'Entrar para ver tudo',
  signInToKnow: 'Talvez haja um pagamento seu em andamento. Entre para ver o resultado.',
  loading: 'Carregando',
  notLoaded: 'Não foi possível carregar esta parte da página.',
  notLoadedNext: 'Nada se perde. Tente de novo ou recarregue a página.',
  retry: 'Tentar de novo',
  close: 'Fechar',
  sending: 'Seu pagamento está sendo enviado. Esta janela fica aberta até terminar.',
  charged: {
    no: 'Nada foi cobrado.',
    unknown: 'Não sabemos se o valor foi cobrado. Fale com o suporte antes de pagar de novo.',
    yes: 'Seu pagamento chegou. Fale com o suporte antes de pagar de novo.',
  },
  reminderSummary: (label) => `${label} vence`,
  reminderText: (label, date) => `${label} funciona até ${date}. Renove antes para não ficar sem conexão.`,
  reminderNotice: (label, days) =>
    `${label} ${count(days, { one: 'vence em # dia', many: 'vence em # de dias', other: 'vence em # dias' })}`,
  problem,
};
