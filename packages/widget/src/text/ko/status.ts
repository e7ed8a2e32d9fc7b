import { counter } from '../counter.ts';
import type { StatusWords } from '../messages.ts';

const count = counter('ko');

const starts = {
  purchase: '이용 기간이 아직 시작되지 않았습니다.',
  install: '설치하면 이용 기간이 시작됩니다.',
  'first-use': '처음 사용할 때 이용 기간이 시작됩니다.',
};

export const status: StatusWords = {
  tag: 'ko',
  loading: 'SIM을 확인하고 있습니다',
  short: {
    unknown: () => '확인 안 됨',
    'not-started': () => '시작 전',
    active: () => '이용 중',
    'due-soon': ({ days }) => (days === 0 ? '오늘 만료' : count(days, { other: '#일 남음' })),
    'due-now': ({ hours }) => (hours < 1 ? '1시간 미만 남음' : count(hours, { other: '#시간 남음' })),
    grace: ({ works }) => (works ? '만료, 사용 가능' : '만료, 연장 가능'),
    expired: () => '만료됨',
    terminated: () => '번호 해지됨',
    suspended: () => '일시 정지됨',
    revoked: () => '이용 취소됨',
  },
  long: {
    unknown: ({ date }) => `${date}까지로 되어 있으나, 최근에는 이 날짜를 확인하지 못했습니다.`,
    'not-started': ({ startsOn }) => starts[startsOn],
    active: ({ date }) => `${date}까지 이용할 수 있습니다.`,
    'due-soon': ({ date }) => `${date}에 서비스가 중단됩니다. 계속 연결하려면 그 전에 연장해 주세요.`,
    'due-now': ({ date, time }) =>
      `${date} ${time}에 서비스가 중단됩니다. 계속 연결하려면 그 전에 연장해 주세요.`,
    grace: ({ works, date, graceDate }) =>
      works
        ? `요금제가 ${date}에 만료되었습니다. SIM은 ${graceDate}까지 사용할 수 있습니다.`
        : `요금제가 ${date}에 만료되어 SIM이 연결되지 않습니다. 다시 연결하려면 ${graceDate}까지 연장해 주세요.`,
    expired: ({ date, keepDate }) =>
      keepDate === null
        ? `요금제가 ${date}에 만료되었습니다. 연장하면 다시 연결할 수 있습니다.`
        : `요금제가 ${date}에 만료되었습니다. 번호를 유지하려면 ${keepDate}까지 연장해 주세요.`,
    terminated: ({ date }) =>
      `요금제가 ${date}에 만료되고 번호가 해지되었습니다. 이 SIM은 연장할 수 없으며 새 SIM이 필요합니다.`,
    suspended: () => '공급사가 이 SIM을 일시 정지했습니다. 이유는 고객센터에서 확인할 수 있습니다.',
    revoked: () => '공급사가 이 SIM의 이용을 취소했습니다. 이유는 고객센터에서 확인할 수 있습니다.',
  },
  activeUntil: (date) => `${date}까지 유효`,
  asOf: (said, day) => `${said}(${day} 기준)`,
  unreadable: {
    short: '확인 안 됨',
    long: '지금은 이 SIM의 만료일을 확인할 수 없습니다. 나중에 다시 시도하거나 고객센터에 문의해 주세요.',
  },
  devices: {
    phone: '휴대전화',
    tablet: '태블릿',
    watch: '워치',
    laptop: '노트북',
    router: '라우터',
    other: '기타 기기',
  },
  expires: '만료일',
  ended: '만료됨',
  exact: (moment, zone) => `${moment}(${zone})`,
  dataLeft: (left, total, asOf) =>
    `데이터가 ${total} 중 ${left} 남아 있습니다${asOf === null ? '' : `(${asOf} 기준)`}.`,
  underWay: '이 SIM의 연장이 이미 시작되었습니다. 계속하면 진행 상황을 확인할 수 있습니다.',
  renew: '연장',
  resume: '연장 계속하기',
  reminder: '알림 받기',
  bar: (start, end, state, next) =>
    `${start}부터 ${end}까지 유효: ${state}${next.map((day) => `, 다음 기간은 ${day}부터`).join('')}`,
};
