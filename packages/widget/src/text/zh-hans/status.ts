import type { StatusWords } from '../messages.ts';

const starts = {
  purchase: '有效期尚未开始。',
  install: '安装后开始计算有效期。',
  'first-use': '首次使用后开始计算有效期。',
};

export const status: StatusWords = {
  tag: 'zh-Hans',
  loading: '正在查询您的卡',
  short: {
    unknown: () => '未确认',
    'not-started': () => '尚未开始',
    active: () => '有效',
    'due-soon': ({ days }) => (days === 0 ? '今天到期' : `还剩 ${days} 天`),
    'due-now': ({ hours }) => (hours < 1 ? '剩余不足 1 小时' : `还剩 ${hours} 小时`),
    grace: ({ works }) => (works ? '已到期，仍可使用' : '已到期，可以续费'),
    expired: () => '已到期',
    terminated: () => '号码已收回',
    suspended: () => '已暂停',
    revoked: () => '已撤销',
  },
  long: {
    unknown: ({ date }) => `近期未能确认这个日期：有效期至 ${date}。`,
    'not-started': ({ startsOn }) => starts[startsOn],
    active: ({ date }) => `服务有效期至 ${date}。`,
    'due-soon': ({ date }) => `服务将于 ${date}停止。请在此之前续费，以免断网。`,
    'due-now': ({ date, time }) => `服务将于 ${date} ${time} 停止。请在此之前续费，以免断网。`,
    grace: ({ works, date, graceDate }) =>
      works
        ? `套餐已于 ${date}到期，卡仍可使用至 ${graceDate}。`
        : `套餐已于 ${date}到期，卡已断网。请最迟于 ${graceDate}续费，以恢复上网。`,
    expired: ({ date, keepDate }) =>
      keepDate === null
        ? `套餐已于 ${date}到期。续费后即可恢复上网。`
        : `套餐已于 ${date}到期。请最迟于 ${keepDate}续费，以保留号码。`,
    terminated: ({ date }) => `套餐已于 ${date}到期，号码已收回。这张卡无法续费，您需要一张新卡。`,
    suspended: () => '供应商已暂停这张卡。客服可以告诉您原因。',
    revoked: () => '供应商已撤销这张卡。客服可以告诉您原因。',
  },
  activeUntil: (date) => `有效期至 ${date}`,
  asOf: (said, day) => `${said}（截至 ${day}）`,
  unreadable: {
    short: '未确认',
    long: '目前无法确认这张卡的有效期。请稍后再试，或联系客服。',
  },
  devices: {
    phone: '手机',
    tablet: '平板',
    watch: '手表',
    laptop: '笔记本电脑',
    router: '路由器',
    other: '其他设备',
  },
  expires: '到期日',
  ended: '已到期',
  exact: (moment, zone) => `${moment}（${zone}）`,
  dataLeft: (left, total, asOf) =>
    `流量剩余 ${left}，共 ${total}${asOf === null ? '' : `（截至 ${asOf}）`}。`,
  underWay: '这张卡有一笔已开始的续费，继续即可查看进度。',
  renew: '续费',
  resume: '继续续费',
  reminder: '添加提醒',
  bar: (start, end, state, next) =>
    `有效期 ${start}至 ${end}：${state}${next.map((day) => `，下一期从 ${day}开始`).join('')}`,
};
