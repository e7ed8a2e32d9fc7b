import { counter } from '../counter.ts';
import type { JourneyWords } from '../messages.ts';
import { problem } from './problem.ts';

const count = counter('ko');

export const journey: JourneyWords = {
  tag: 'ko',
  label: 'SIM 연장',
  cards: '내 SIM',
  noCards: '이 계정에 SIM이 없습니다.',
  search: '이름, 지역 또는 끝 네 자리로 SIM 찾기',
  found: (found, all) =>
    found === 0
      ? count(all, { other: 'SIM #개 중 일치하는 이름이 없습니다.' })
      : `${count(all, { other: 'SIM #개' })} 중 ${count(found, { other: '#개' })}`,
  showAll: '모든 SIM 보기',
  showMore: (more) => count(more, { other: 'SIM #개 더 보기' }),
  receipts: '영수증',
  receiptsOf: (label) => `${label} 영수증`,
  signOut: '로그아웃',
  allCards: '모든 SIM',
  linkOpened: '이 SIM을 연장하는 링크를 여셨습니다.',
  everything: '로그인하여 모두 보기',
  signInToKnow: '진행 중인 결제가 있을 수 있습니다. 로그인하여 결과를 확인해 주세요.',
  loading: '불러오는 중',
  notLoaded: '페이지의 이 부분을 불러오지 못했습니다.',
  notLoadedNext: '진행하던 내용은 사라지지 않습니다. 다시 시도하거나 페이지를 새로고침해 주세요.',
  retry: '다시 시도',
  close: '닫기',
  sending: '결제를 전송하고 있습니다. 완료될 때까지 이 창은 닫히지 않습니다.',
  charged: {
    no: '결제된 금액이 없습니다.',
    unknown: '결제되었는지 알 수 없습니다. 다시 결제하기 전에 고객센터에 문의해 주세요.',
    yes: '결제가 완료되었습니다. 다시 결제하기 전에 고객센터에 문의해 주세요.',
  },
  reminderSummary: (label) => `${label} 만료`,
  reminderText: (label, date) =>
    `${label}: ${date}까지 사용할 수 있습니다. 계속 연결하려면 그 전에 연장해 주세요.`,
  reminderNotice: (label, days) => `${label} 만료 ${count(days, { other: '#일 전' })}`,
  problem,
};
