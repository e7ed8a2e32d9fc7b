import type { Term } from '@leb-renew/core';
import { counter } from '../counter.ts';
import type { CheckoutWords } from '../messages.ts';
import { problem } from './problem.ts';

const count = counter('zh-Hant');

const length = (term: Term): string =>
  'days' in term
    ? count(term.days, { other: '# 天' })
    : term.months % 12 === 0
      ? count(term.months / 12, { other: '# 年' })
      : count(term.months, { other: '# 個月' });

const lost = (days: number): string =>
  days === 0 ? '沒有損失' : count(days, { other: '失去已付費的 # 天' });

export const checkout: CheckoutWords = {
  tag: 'zh-Hant',
  title: '確認並付款',
  loading: '正在取得價格',
  term: length,
  expires: (moment, zone) => `有效至 ${moment}（${zone}）`,
  ended: (moment, zone) => `已於 ${moment} 到期（${zone}）`,
  plan: '方案',
  switched: '不是您的 SIM 卡目前的方案',
  now: '今天',
  until: (date) => `現在至 ${date}`,
  added: (term) => `+ ${length(term)}`,
  gain: (term, losesDays) => `增加 ${length(term)}，${lost(losesDays)}`,
  fromToday: (term, losesDays) => `從今天起 ${length(term)}，${lost(losesDays)}`,
  startsNow: '新方案會立即開始。',
  losesDays: (days) => count(days, { other: '您將失去已付費的 # 天。' }),
  acceptLoss: (days) => count(days, { other: '我了解將失去已付費的 # 天。' }),
  tax: (label, rate) => `${label}（${rate}）`,
  total: '今日應付',
  once: '一次性付款，不會自動續費。',
  direct: '付款資料會直接傳送給付款服務，不會傳給商家。',
  soldBy: (seller) => `由 ${seller} 銷售`,
  terms: '條款',
  heldUntil: (time) => `此價格保留至${time}。`,
  heldFor: (minutes, time) =>
    minutes === 1
      ? `此價格保留時間不到 1 分鐘，至${time}。`
      : `${count(minutes, { other: '此價格還會保留 # 分鐘' })}，至${time}。`,
  runOutNext: '請重新查看價格；如有變更，我們會說明。',
  seeAgain: '重新查看價格',
  changed: '請再看一次：內容有變更。',
  sameAsBefore: '沒有任何變更。',
  priceChanged: (was, now) => `價格原為 ${was}，現為 ${now}。`,
  endChanged: (was, now) => `新的到期日原為 ${was}，現為 ${now}。`,
  lossChanged: (was, now) => `原為：${was}；現為：${now}。`,
  lost,
  testMode: '測試模式：不會有真實款項往來。',
  withdrawal: {
    none: '購買後不提供解除契約的權利。',
    '14-days': '您可以在 14 天內解除此次購買的契約。',
    'waived-with-consent': '您要求立即開始服務：自開始起，即不得再解除此次購買的契約。',
  },
  consent: '請立即開始服務。我了解此後不得再解除此次購買的契約。',
  agree: '前往付款',
  pay: (amount) => `支付 ${amount} 並續費`,
  back: '返回',
  chooseAgain: '重新選擇',
  retry: '再試一次',
  reload: '重新載入頁面',
  mayBeBlocked: '可能是廣告攔截工具或網路過濾擋住了它。',
  look: '立即查詢',
  done: '完成',
  ways: '付款方式',
  card: '銀行卡',
  formLoading: '正在載入付款表單',
  opening: '正在準備付款',
  confirming: '正在送出您的付款，可能會請您確認。',
  cancelling: '正在返回方案列表。',
  charged: {
    no: '您沒有被扣款。',
    unknown: '我們還不知道您是否已被扣款。您不會被重複扣款。',
    yes: '我們已收到您的付款，款項是安全的。',
  },
  notTwice: '您不會被重複扣款。',
  service: (date) => (date === null ? '您的 SIM 卡沒有任何變更。' : `您的 SIM 卡仍可使用至 ${date}。`),
  offline: '沒有任何損失。恢復連線後會自動繼續。',
  unreadable: '目前無法顯示您的續費。請重新整理本頁，或聯絡商家。',
  resumingTitle: '您的續費',
  resuming: '正在查詢您的續費進度。',
  resumingLong: (wasSent) =>
    wasSent
      ? '商家尚未回應，我們會持續查詢。請勿重複付款：如果付款成功，款項是安全的，您回到本頁時就能看到結果。'
      : '商家尚未回應，我們會持續查詢；您也可以先返回，稍後再來。',
  checkingTitle: '正在確認您的付款',
  checking: '我們正在查詢付款是否成功。',
  checkingSafe: '請勿重複付款。本頁會自動更新；如果關閉，回到這裡即可繼續。',
  checkingLong: '這次需要的時間比平常久。您可以關閉本頁：商家會繼續查詢，您回來時 SIM 卡會顯示結果。',
  receivedTitle: '已收到付款',
  received: '仍在延長您的 SIM 卡效期。',
  receivedSafe: (amount, number) =>
    `您支付的 ${amount} 是安全的（收據 ${number}）。本頁會自動更新，您可以關閉。`,
  receivedLong:
    '這次需要的時間比平常久。您不必在這裡等候：商家會持續處理，直到 SIM 卡效期延長，或款項退還給您。',
  steps: {
    paid: '已收到付款',
    extending: '正在延長 SIM 卡效期',
    active: (date) => `之後有效至 ${date}`,
  },
  heldTitle: {
    review: '已收到付款',
    refunding: '正在退款',
    refunded: '已退款',
  },
  held: {
    review: () => '我們已收到您的付款，款項是安全的。您的 SIM 卡效期尚未延長，商家人員正在查看。',
    refunding: (amount, number) =>
      `您的 SIM 卡效期未能延長。我們正將 ${amount} 依原付款方式退還（收據 ${number}）。`,
    refunded: (amount, number) =>
      `您的 SIM 卡效期未能延長。${amount} 已依原付款方式退還（收據 ${number}）；銀行可能需要幾天才會顯示。`,
  },
  problem,
};
