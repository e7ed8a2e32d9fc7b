import type { Term } from '@leb-renew/core';
import { counter } from '../counter.ts';
import type { CheckoutWords } from '../messages.ts';
import { problem } from './problem.ts';

const count = counter('ko');

const length = (term: Term): string =>
  'days' in term
    ? count(term.days, { other: '#일' })
    : term.months % 12 === 0
      ? count(term.months / 12, { other: '#년' })
      : count(term.months, { other: '#개월' });

const lost = (days: number): string =>
  days === 0 ? '사라지는 기간 없음' : count(days, { other: '이미 결제한 #일분 사라짐' });

export const checkout: CheckoutWords = {
  tag: 'ko',
  title: '확인 및 결제',
  loading: '가격을 확인하고 있습니다',
  term: length,
  expires: (moment, zone) => `만료일 ${moment}(${zone})`,
  ended: (moment, zone) => `${moment}에 만료됨 (${zone})`,
  plan: '요금제',
  switched: '현재 SIM에서 이용 중인 요금제가 아닙니다',
  now: '오늘',
  until: (date) => `지금부터 ${date}까지`,
  added: (term) => `+ ${length(term)}`,
  gain: (term, losesDays) => `${length(term)} 추가, ${lost(losesDays)}`,
  fromToday: (term, losesDays) => `오늘부터 ${length(term)}, ${lost(losesDays)}`,
  startsNow: '새 요금제가 바로 시작됩니다.',
  losesDays: (days) => count(days, { other: '이미 결제한 #일분이 사라집니다.' }),
  acceptLoss: (days) => count(days, { other: '이미 결제한 #일분이 사라진다는 것을 이해합니다.' }),
  tax: (label, rate) => `${label}(${rate})`,
  total: '오늘 결제 금액',
  once: '한 번만 결제됩니다. 자동으로 연장되지 않습니다.',
  direct: '결제 정보는 판매처를 거치지 않고 결제 서비스로 바로 전송됩니다.',
  soldBy: (seller) => `판매자: ${seller}`,
  terms: '이용약관',
  heldUntil: (time) => `이 가격은 ${time}까지 유지됩니다.`,
  heldFor: (minutes, time) =>
    minutes === 1
      ? `이 가격이 유지되는 시간이 1분도 남지 않았습니다(${time}까지).`
      : `${count(minutes, { other: '이 가격은 앞으로 #분간' })}, ${time}까지 유지됩니다.`,
  runOutNext: '가격을 다시 확인해 주세요. 달라진 점이 있으면 알려 드립니다.',
  seeAgain: '가격 다시 보기',
  changed: '변경된 내용이 있습니다. 다시 확인해 주세요.',
  sameAsBefore: '변경된 내용이 없습니다.',
  priceChanged: (was, now) => `가격 변경: ${was} → ${now}`,
  endChanged: (was, now) => `새 만료일 변경: ${was} → ${now}`,
  lossChanged: (was, now) => `이전: ${was}. 지금: ${now}.`,
  lost,
  testMode: '테스트 모드: 실제 금액은 결제되지 않습니다.',
  withdrawal: {
    none: '구매 후 청약철회권이 제공되지 않습니다.',
    '14-days': '14일 이내에 이 구매의 청약을 철회할 수 있습니다.',
    'waived-with-consent': '즉시 시작을 요청하셨습니다. 시작된 이후에는 이 구매의 청약을 철회할 수 없습니다.',
  },
  consent: '즉시 시작해 주세요. 시작된 이후에는 이 구매의 청약을 철회할 수 없음을 이해합니다.',
  agree: '결제 단계로 이동',
  pay: (amount) => `${amount} 결제하고 연장하기`,
  back: '뒤로',
  chooseAgain: '다시 선택',
  retry: '다시 시도',
  reload: '페이지 새로고침',
  mayBeBlocked: '광고 차단기나 네트워크 필터가 막고 있을 수 있습니다.',
  look: '지금 확인',
  done: '완료',
  ways: '결제 수단',
  card: '카드',
  formLoading: '결제 화면을 불러오고 있습니다',
  opening: '결제를 준비하고 있습니다',
  confirming: '결제를 전송하고 있습니다. 확인을 요청받을 수 있습니다.',
  cancelling: '요금제 목록으로 돌아가고 있습니다.',
  charged: {
    no: '결제되지 않았습니다.',
    unknown: '결제되었는지 아직 알 수 없습니다. 중복 결제되지 않습니다.',
    yes: '결제가 완료되었으며, 결제하신 금액은 안전합니다.',
  },
  notTwice: '중복 결제되지 않습니다.',
  service: (date) =>
    date === null ? 'SIM에 변경된 것은 없습니다.' : `SIM은 ${date}까지 계속 사용할 수 있습니다.`,
  offline: '진행하던 내용은 사라지지 않습니다. 다시 연결되면 자동으로 계속됩니다.',
  unreadable: '지금은 연장 내용을 표시할 수 없습니다. 이 페이지를 새로고침하거나 판매처에 문의해 주세요.',
  resumingTitle: 'SIM 연장',
  resuming: '연장 진행 상황을 확인하고 있습니다.',
  resumingLong: (wasSent) =>
    wasSent
      ? '판매처가 아직 응답하지 않아 계속 확인하고 있습니다. 다시 결제하지 마세요. 결제가 완료되었다면 금액은 안전하며, 이 페이지로 돌아오면 결과를 확인할 수 있습니다.'
      : '판매처가 아직 응답하지 않아 계속 확인하고 있습니다. 뒤로 갔다가 나중에 다시 와도 됩니다.',
  checkingTitle: '결제 확인 중',
  checking: '결제가 완료되었는지 확인하고 있습니다.',
  checkingSafe:
    '다시 결제하지 마세요. 이 페이지는 자동으로 업데이트됩니다. 닫더라도 여기로 돌아오면 이어서 진행됩니다.',
  checkingLong:
    '평소보다 오래 걸리고 있습니다. 이 페이지를 닫아도 됩니다. 판매처가 계속 확인하며, 돌아오시면 SIM에 결과가 표시됩니다.',
  receivedTitle: '결제 완료',
  received: '아직 SIM을 연장하고 있습니다.',
  receivedSafe: (amount, number) =>
    `결제 금액(${amount})은 안전합니다(영수증 ${number}). 이 페이지는 자동으로 업데이트되며, 닫아도 됩니다.`,
  receivedLong:
    '평소보다 오래 걸리고 있습니다. 여기에서 기다리지 않아도 됩니다. SIM이 연장되거나 금액이 환불될 때까지 판매처가 계속 처리합니다.',
  steps: {
    paid: '결제 완료',
    extending: 'SIM 연장 중',
    active: (date) => `이후 ${date}까지 유효`,
  },
  heldTitle: {
    review: '결제 완료',
    refunding: '환불 진행 중',
    refunded: '환불됨',
  },
  held: {
    review: () =>
      '결제가 완료되었으며, 결제하신 금액은 안전합니다. SIM은 아직 연장되지 않았으며, 판매처 담당자가 확인하고 있습니다.',
    refunding: (amount, number) =>
      `SIM을 연장하지 못했습니다. 결제 금액(${amount})을 원래 결제 수단으로 환불하고 있습니다(영수증 ${number}).`,
    refunded: (amount, number) =>
      `SIM을 연장하지 못했습니다. 결제 금액(${amount})을 원래 결제 수단으로 환불했습니다(영수증 ${number}). 은행에 표시되기까지 며칠이 걸릴 수 있습니다.`,
  },
  problem,
};
