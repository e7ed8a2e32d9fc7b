import type { Term } from '@leb-renew/core';
import type { CheckoutWords } from '../messages.ts';
import { problem } from './problem.ts';

const length = (term: Term): string =>
  'days' in term
    ? `${term.days} 天`
    : term.months % 12 === 0
      ? `${term.months / 12} 年`
      : `${term.months} 个月`;

const lost = (days: number): string => (days === 0 ? '没有损失' : `失去已付费的 ${days} 天`);

export const checkout: CheckoutWords = {
  tag: 'zh-Hans',
  title: '确认并付款',
  loading: '正在获取价格',
  term: length,
  expires: (moment, zone) => `有效期至 ${moment}（${zone}）`,
  ended: (moment, zone) => `已于 ${moment} 到期（${zone}）`,
  plan: '套餐',
  switched: '不是您的卡目前的套餐',
  now: '今天',
  until: (date) => `现在至 ${date}`,
  added: (term) => `+ ${length(term)}`,
  gain: (term, losesDays) => `增加 ${length(term)}，${lost(losesDays)}`,
  fromToday: (term, losesDays) => `从今天起 ${length(term)}，${lost(losesDays)}`,
  startsNow: '新套餐立即开始。',
  losesDays: (days) => `您将失去已付费的 ${days} 天。`,
  acceptLoss: (days) => `我明白将失去已付费的 ${days} 天。`,
  tax: (label, rate) => `${label}（${rate}）`,
  total: '今日应付',
  once: '一次性付款，不会自动续费。',
  direct: '付款信息直接发送给支付服务，不会发送给商家。',
  soldBy: (seller) => `由 ${seller} 销售`,
  terms: '条款',
  heldUntil: (time) => `此价格保留至 ${time}。`,
  heldFor: (minutes, time) =>
    `此价格还将保留${minutes === 1 ? '不到 1 分钟' : ` ${minutes} 分钟`}（至 ${time}）。`,
  runOutNext: '请重新查看价格；如有变化，我们会告诉您。',
  seeAgain: '重新查看价格',
  changed: '请再看一下：有内容发生了变化。',
  sameAsBefore: '没有任何变化。',
  priceChanged: (was, now) => `价格原为 ${was}，现为 ${now}。`,
  endChanged: (was, now) => `新的到期日原为 ${was}，现为 ${now}。`,
  lossChanged: (was, now) => `原为：${was}；现为：${now}。`,
  lost,
  testMode: '测试模式：不会真的扣款。',
  withdrawal: {
    none: '购买后不提供撤回权。',
    '14-days': '您可以在 14 天内撤回此次购买。',
    'waived-with-consent': '您要求立即开始服务，此后不能再撤回此次购买。',
  },
  consent: '请立即开始服务。我明白此后不能再撤回此次购买。',
  agree: '前往付款',
  pay: (amount) => `确认付款 ${amount} 并续费`,
  back: '返回',
  chooseAgain: '重新选择',
  retry: '再试一次',
  reload: '重新加载页面',
  mayBeBlocked: '可能是广告拦截工具或网络过滤挡住了它。',
  look: '立即查询',
  done: '完成',
  ways: '付款方式',
  card: '银行卡',
  formLoading: '正在加载付款表单',
  opening: '正在准备付款',
  confirming: '正在发送付款，可能会请您确认。',
  cancelling: '正在返回套餐列表。',
  charged: {
    no: '您没有被扣款。',
    unknown: '我们还不知道是否已向您扣款。不会重复扣款。',
    yes: '我们已收到您的付款，款项是安全的。',
  },
  notTwice: '不会重复扣款。',
  service: (date) => (date === null ? '您的卡没有任何变化。' : `您的卡仍可使用至 ${date}。`),
  offline: '没有任何损失。恢复联网后会自动继续。',
  unreadable: '目前无法显示您的续费。请重新加载本页，或联系商家。',
  resumingTitle: '您的续费',
  resuming: '正在查询续费进度。',
  resumingLong: (wasSent) =>
    wasSent
      ? '商家还没有回应，我们会继续查询。请不要重复付款：如果付款成功，款项是安全的，您回到这里时就能看到结果。'
      : '商家还没有回应，我们会继续查询；您也可以先返回，稍后再来。',
  checkingTitle: '正在确认付款',
  checking: '我们正在查询付款是否成功。',
  checkingSafe: '请不要重复付款。本页会自动更新；如果关闭，回到这里即可继续。',
  checkingLong: '这次比平时慢。您可以关闭本页：商家会继续查询，您回来时可以在卡上看到结果。',
  receivedTitle: '已收到付款',
  received: '仍在延长您的卡的有效期。',
  receivedSafe: (amount, number) =>
    `您支付的 ${amount} 是安全的（收据 ${number}）。本页会自动更新，您也可以关闭。`,
  receivedLong: '这次比平时慢。您不必在这里等待：商家会一直处理，直到您的卡的有效期得到延长，或款项退回。',
  steps: { paid: '已收到付款', extending: '正在延长有效期', active: (date) => `之后有效期至 ${date}` },
  heldTitle: { review: '已收到付款', refunding: '正在退款', refunded: '已退款' },
  held: {
    review: () => '我们已收到您的付款，款项是安全的。您的卡的有效期尚未延长，商家的工作人员正在查看。',
    refunding: (amount, number) => `未能延长您的卡的有效期。${amount} 正在原路退回（收据 ${number}）。`,
    refunded: (amount, number) =>
      `未能延长您的卡的有效期。${amount} 已原路退回（收据 ${number}），银行可能需要几天才会显示。`,
  },
  problem,
};
