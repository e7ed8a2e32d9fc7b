import { counter } from '../counter.ts';
import type { StatusWords } from '../messages.ts';

const count = counter('zh-Hant');

const starts = {
  purchase: '效期尚未開始。',
  install: '效期從安裝時開始計算。',
  'first-use': '效期從首次使用時開始計算。',
};

export const status: StatusWords = {
  tag: 'zh-Hant',
  loading: '正在查詢您的 SIM 卡',
  short: {
    unknown: () => '未確認',
    'not-started': () => '尚未開始',
    active: () => '有效',
    'due-soon': ({ days }) => (days === 0 ? '今天到期' : count(days, { other: '還剩 # 天' })),
    'due-now': ({ hours }) => (hours < 1 ? '剩不到 1 小時' : count(hours, { other: '還剩 # 小時' })),
    grace: ({ works }) => (works ? '已到期，仍可使用' : '已到期，可續費'),
    expired: () => '已到期',
    terminated: () => '號碼已收回',
    suspended: () => '已暫停',
    revoked: () => '已撤銷',
  },
  long: {
    unknown: ({ date }) => `近期未能確認這個日期：有效至 ${date}。`,
    'not-started': ({ startsOn }) => starts[startsOn],
    active: ({ date }) => `您的服務有效至 ${date}。`,
    'due-soon': ({ date }) => `您的服務將於 ${date}停止。請在此之前續費，以免斷線。`,
    'due-now': ({ date, time }) => `您的服務將於 ${date} ${time} 停止。請在此之前續費，以免斷線。`,
    grace: ({ works, date, graceDate }) =>
      works
        ? `您的方案已於 ${date}到期，SIM 卡仍可使用至 ${graceDate}。`
        : `您的方案已於 ${date}到期，SIM 卡已斷線。最晚請於 ${graceDate}續費，以恢復上網。`,
    expired: ({ date, keepDate }) =>
      keepDate === null
        ? `您的方案已於 ${date}到期。續費即可恢復上網。`
        : `您的方案已於 ${date}到期。最晚請於 ${keepDate}續費，以保留號碼。`,
    terminated: ({ date }) =>
      `您的方案已於 ${date}到期，號碼已收回。這張 SIM 卡無法續費，您需要一張新的 SIM 卡。`,
    suspended: () => '供應商已暫停這張 SIM 卡，原因可向客服查詢。',
    revoked: () => '供應商已撤銷這張 SIM 卡，原因可向客服查詢。',
  },
  activeUntil: (date) => `有效至 ${date}`,
  asOf: (said, day) => `${said}（截至 ${day}）`,
  unreadable: {
    short: '未確認',
    long: '目前無法確認這張 SIM 卡的到期日。請稍後再試，或聯絡客服。',
  },
  devices: {
    phone: '手機',
    tablet: '平板',
    watch: '手錶',
    laptop: '筆電',
    router: '路由器',
    other: '其他裝置',
  },
  expires: '到期日',
  ended: '已到期',
  exact: (moment, zone) => `${moment}（${zone}）`,
  dataLeft: (left, total, asOf) =>
    `流量剩餘 ${left}，共 ${total}${asOf === null ? '' : `（截至 ${asOf}）`}。`,
  underWay: '這張 SIM 卡有一筆續費已經開始，繼續即可查看進度。',
  renew: '續費',
  resume: '繼續這筆續費',
  reminder: '提醒我',
  bar: (start, end, state, next) =>
    `有效期間 ${start}至 ${end}：${state}${next.map((day) => `，下一期從 ${day}開始`).join('')}`,
};
