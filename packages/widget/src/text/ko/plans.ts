import { counter } from '../counter.ts';
import type { PlanWords } from '../messages.ts';

const count = counter('ko');

const when = (date: string | null): string => (date === null ? '' : ` ${date}부터 연장할 수 있습니다.`);

const each = { month: '매월', day: '매일' };

export const plans: PlanWords = {
  tag: 'ko',
  title: '요금제 선택',
  loading: '요금제를 확인하고 있습니다',
  none: '지금은 이 SIM에 맞는 요금제가 없습니다.',
  unreadable: '지금은 요금제를 표시할 수 없습니다. 나중에 다시 시도하거나 고객센터에 문의해 주세요.',
  currency: '통화',
  current: '현재 요금제',
  perMonth: (price) => `월 ${price}`,
  save: (percent) => `${percent} 절약`,
  comparedWith: (name, times) => `${name} × ${times} 대비`,
  allowance: (amount, per) => (per === 'term' ? amount : `${each[per]} ${amount}`),
  unlimited: '데이터 무제한',
  newEnd: (date) => `${date}까지 유효`,
  startsNow: '이 요금제는 바로 시작됩니다.',
  losesDays: (days) => count(days, { other: '이미 결제한 #일분이 사라집니다.' }),
  refused: {
    terminated: () => '이 SIM의 번호가 해지되어 연장할 수 없습니다.',
    'would-shorten': () => 'SIM의 남은 기간이 이 요금제보다 깁니다.',
    'beyond-horizon': (date) => `연장하면 만료일이 너무 먼 날짜가 됩니다.${when(date)}`,
    'not-open-yet': (date) => `아직 이 요금제로 연장할 수 있는 시기가 아닙니다.${when(date)}`,
    'closed-until': (date) => `지금은 연장을 받지 않습니다.${when(date)}`,
    'max-stacked': (date) => `대기 중인 요금제가 한도에 도달했습니다.${when(date)}`,
    suspended: () => '공급사가 이 SIM을 일시 정지했습니다.',
    revoked: () => '공급사가 이 SIM의 이용을 취소했습니다.',
    'other-family': () => '이 요금제는 회원님의 SIM에 맞지 않습니다.',
    'not-sold': () => '지금은 공급사가 회원님의 SIM에 이 요금제를 판매하지 않습니다.',
  },
  next: (name) => `${name} 선택하고 계속`,
  choose: '요금제를 선택해 주세요',
  busy: '가격 확인 중',
  best: '추천',
  need: '얼마나 오래 필요하신가요?',
  needDays: '오늘부터 일수',
  needUntil: '또는 종료일',
  needCovered: (date) => `지금 기간으로 충분합니다. SIM은 ${date}까지 유효합니다.`,
  needMet: (name, date) =>
    `기간이 충분한 요금제 중 가장 저렴한 것은 ‘${name}’입니다. ${date}까지 이용할 수 있습니다.`,
  needTooLong: (name, date, days) =>
    `그 기간을 채우는 요금제가 없습니다. 가장 가까운 것은 ‘${name}’입니다. ${date}까지이며, ${count(days, { other: '#일' })} 부족합니다.`,
  columns: { plan: '요금제', data: '데이터', included: '포함', end: '만료일', price: '가격' },
};
