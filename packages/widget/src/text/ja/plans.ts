import { counter } from '../counter.ts';
import type { PlanWords } from '../messages.ts';

const count = counter('ja');

const when = (date: string | null): string => (date === null ? '' : `${date}から更新できます。`);

const each = { month: '毎月', day: '毎日' };

export const plans: PlanWords = {
  tag: 'ja',
  title: 'プランの選択',
  loading: 'プランを確認しています',
  none: '現在、このSIMで利用できるプランはありません。',
  unreadable: '現在、プランを表示できません。後でもう一度お試しいただくか、サポートにお問い合わせください。',
  currency: '通貨',
  current: '現在のプラン',
  perMonth: (price) => `月あたり${price}`,
  save: (percent) => `${percent}お得`,
  comparedWith: (name, times) => `${name} × ${times}と比較`,
  allowance: (amount, per) => (per === 'term' ? amount : `${each[per]}${amount}`),
  unlimited: 'データ無制限',
  newEnd: (date) => `${date}まで有効`,
  startsNow: 'このプランはすぐに始まります。',
  losesDays: (days) => count(days, { other: 'お支払い済みの#日分が失われます。' }),
  refused: {
    terminated: () => 'このSIMの番号は失効しています。更新できません。',
    'would-shorten': () => 'SIMの有効期限のほうが、このプランの終了日より先です。',
    'beyond-horizon': (date) => `更新後の有効期限が先になりすぎます。${when(date)}`,
    'not-open-yet': (date) => `このプランでの更新はまだできません。${when(date)}`,
    'closed-until': (date) => `現在、更新の受付を停止しています。${when(date)}`,
    'max-stacked': (date) => `開始待ちのプランが上限に達しています。${when(date)}`,
    suspended: () => '提供元がこのSIMを一時停止しています。',
    revoked: () => '提供元がこのSIMを無効にしました。',
    'other-family': () => 'このプランはお使いのSIMに対応していません。',
    'not-sold': () => '現在、提供元はお使いのSIM向けにこのプランを販売していません。',
  },
  next: (name) => `「${name}」で続ける`,
  choose: 'プランを選んでください',
  busy: '価格を確認中',
  best: 'おすすめ',
  need: 'どのくらいの期間必要ですか？',
  needDays: '今日からの日数',
  needUntil: 'または終了日',
  needCovered: (date) => `現在の有効期限で足りています。SIMは${date}まで有効です。`,
  needMet: (name, date) =>
    `必要な期間を満たすプランの中で、「${name}」が最も安くなります。${date}まで有効です。`,
  needTooLong: (name, date, days) =>
    `その期間に足りるプランはありません。最も近いのは「${name}」で、${date}まで有効です（${count(days, { other: '#日不足' })}）。`,
  columns: { plan: 'プラン', data: 'データ', included: '内容', end: '有効期限', price: '価格' },
};
