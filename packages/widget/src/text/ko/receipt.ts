import { counter } from '../counter.ts';
import type { ReceiptWords } from '../messages.ts';
import { problem } from './problem.ts';

const count = counter('ko');

export const receipt: ReceiptWords = {
  tag: 'ko',
  loading: '영수증을 확인하고 있습니다',
  unreadable:
    '지금은 이 영수증을 표시할 수 없습니다. 영수증은 보관되어 있으며, 판매처에서 보내 드릴 수 있습니다.',
  none: '이 SIM의 영수증이 아직 없습니다.',
  renewed: '연장 완료',
  paid: '결제 완료',
  activeUntil: (date) => `${date}까지 유효`,
  ranUntil: (date) => `이 연장 기간은 ${date}에 끝났습니다`,
  stillExtending: '결제되었습니다. 아직 SIM을 연장하고 있습니다.',
  wasCorrected: '이 영수증은 정정되었습니다',
  corrected: '정정됨',
  correction: '정정서',
  correctionOf: (number) => `영수증 ${number}의 정정서`,
  correctedBy: '금액이 환불되었습니다. 이 영수증의 정정서:',
  sentTo: (address) => `확인 메일을 보냈습니다: ${address}`,
  number: '영수증',
  amount: '결제 금액',
  returned: '환불 금액',
  tax: (label, rate) => `${label}(${rate})`,
  card: 'SIM',
  plan: '요금제',
  extended: '연장',
  paidOn: '날짜',
  seller: '판매자',
  taxId: '납세자 번호',
  reference: '문의 번호',
  total: '합계',
  nothingToInstall: '설치할 것은 없습니다. 기기에 있는 eSIM을 그대로 사용할 수 있습니다.',
  noNetwork:
    '15분이 지나도 연결되지 않나요? 비행기 모드를 한 번 켰다가 끄고, 데이터 로밍이 켜져 있는지 확인해 주세요.',
  withdrawal: {
    none: '구매 후 청약철회권이 제공되지 않습니다.',
    '14-days': '14일 이내에 이 구매의 청약을 철회할 수 있습니다.',
    'waived-with-consent': '즉시 시작을 요청하셨습니다. 시작된 이후에는 이 구매의 청약을 철회할 수 없습니다.',
  },
  save: '저장',
  print: '인쇄',
  open: '열기 또는 인쇄',
  reminder: '알림 받기',
  calendar: '캘린더에 추가',
  done: '완료',
  safe: '결제하신 금액은 안전하며, 영수증은 보관되어 있습니다.',
  retry: '다시 시도',
  past: '이 SIM의 영수증',
  shown: '위에 표시됨',
  more: (more) => count(more, { other: '영수증 #개 더 보기' }),
  document: (number) => `영수증 ${number}`,
  problem,
};
