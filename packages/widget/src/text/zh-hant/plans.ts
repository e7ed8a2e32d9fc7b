import { counter } from '../counter.ts';
import type { PlanWords } from '../messages.ts';

const count = counter('zh-Hant');

const when = (date: string | null): string => (date === null ? '' : `${date}起可以續費。`);

const each = { month: '每月', day: '每天' };

export const plans: PlanWords = {
  tag: 'zh-Hant',
  title: '選擇方案',
  loading: '正在查詢方案',
  none: '目前沒有適用於這張 SIM 卡的方案。',
  unreadable: '目前無法顯示方案。請稍後再試，或聯絡客服。',
  currency: '幣別',
  current: '目前方案',
  perMonth: (price) => `每月 ${price}`,
  save: (percent) => `省 ${percent}`,
  comparedWith: (name, times) => `相較於 ${name} × ${times}`,
  allowance: (amount, per) => (per === 'term' ? amount : `${each[per]} ${amount}`),
  unlimited: '無限流量',
  newEnd: (date) => `有效至 ${date}`,
  startsNow: '這個方案會立即開始。',
  losesDays: (days) => count(days, { other: '您將失去已付費的 # 天。' }),
  refused: {
    terminated: () => '這張 SIM 卡的號碼已收回，無法續費。',
    'would-shorten': () => '您的 SIM 卡效期比這個方案更長。',
    'beyond-horizon': (date) => `續費後的效期會過長。${when(date)}`,
    'not-open-yet': (date) => `現在用這個方案續費還太早。${when(date)}`,
    'closed-until': (date) => `目前暫停續費。${when(date)}`,
    'max-stacked': (date) => `您的 SIM 卡等待生效的方案已達上限。${when(date)}`,
    suspended: () => '供應商已暫停這張 SIM 卡。',
    revoked: () => '供應商已撤銷這張 SIM 卡。',
    'other-family': () => '這個方案不適用於您的 SIM 卡。',
    'not-sold': () => '供應商目前不為您的 SIM 卡提供這個方案。',
  },
  next: (name) => `以 ${name} 繼續`,
  choose: '請先選擇方案',
  busy: '正在取得價格',
  best: '最適合您',
  need: '您需要用多久？',
  needDays: '從今天起的天數',
  needUntil: '或用到',
  needCovered: (date) => `目前的效期已足夠：您的 SIM 卡有效至 ${date}。`,
  needMet: (name, date) => `效期足夠的方案中，${name} 最便宜，有效至 ${date}。`,
  needTooLong: (name, date, days) =>
    `沒有這麼長的方案。最接近的是 ${name}：至 ${date}，${count(days, { other: '還差 # 天' })}。`,
  columns: { plan: '方案', data: '流量', included: '包含', end: '有效至', price: '價格' },
};
