import { counter } from '../counter.ts';
import type { StatusWords } from '../messages.ts';

const count = counter('ja');

const starts = {
  purchase: '有効期間はまだ始まっていません。',
  install: '有効期間はインストール時に始まります。',
  'first-use': '有効期間は初回利用時に始まります。',
};

export const status: StatusWords = {
  tag: 'ja',
  loading: 'SIMを確認しています',
  short: {
    unknown: () => '未確認',
    'not-started': () => '開始前',
    active: () => '有効',
    'due-soon': ({ days }) => (days === 0 ? '今日まで' : count(days, { other: '残り#日' })),
    'due-now': ({ hours }) => (hours < 1 ? '残り1時間未満' : count(hours, { other: '残り#時間' })),
    grace: ({ works }) => (works ? '期限切れ・利用可' : '期限切れ・更新可'),
    expired: () => '期限切れ',
    terminated: () => '番号失効',
    suspended: () => '一時停止中',
    revoked: () => '無効',
  },
  long: {
    unknown: ({ date }) => `${date}までとなっていますが、この日付を最近は確認できていません。`,
    'not-started': ({ startsOn }) => starts[startsOn],
    active: ({ date }) => `${date}までご利用いただけます。`,
    'due-soon': ({ date }) =>
      `${date}にサービスが停止します。引き続きご利用になるには、それまでに更新してください。`,
    'due-now': ({ date, time }) =>
      `${date} ${time}にサービスが停止します。引き続きご利用になるには、それまでに更新してください。`,
    grace: ({ works, date, graceDate }) =>
      works
        ? `プランは${date}に終了しました。SIMは${graceDate}までご利用いただけます。`
        : `プランは${date}に終了し、SIMは現在つながりません。${graceDate}までに更新すると、再びご利用いただけます。`,
    expired: ({ date, keepDate }) =>
      keepDate === null
        ? `プランは${date}に終了しました。更新すると、再びご利用いただけます。`
        : `プランは${date}に終了しました。番号を維持するには、${keepDate}までに更新してください。`,
    terminated: ({ date }) =>
      `プランは${date}に終了し、番号は失効しました。このSIMは更新できません。新しいSIMが必要です。`,
    suspended: () => '提供元がこのSIMを一時停止しています。理由はサポートにお問い合わせください。',
    revoked: () => '提供元がこのSIMを無効にしました。理由はサポートにお問い合わせください。',
  },
  activeUntil: (date) => `${date}まで有効`,
  asOf: (said, day) => `${said}（${day}時点）`,
  unreadable: {
    short: '未確認',
    long: 'このSIMの有効期限を現在確認できません。後でもう一度お試しいただくか、サポートにお問い合わせください。',
  },
  devices: {
    phone: 'スマホ',
    tablet: 'タブレット',
    watch: 'ウォッチ',
    laptop: 'ノートPC',
    router: 'ルーター',
    other: 'その他の機器',
  },
  expires: '有効期限',
  ended: '終了',
  exact: (moment, zone) => `${moment}（${zone}）`,
  dataLeft: (left, total, asOf) =>
    `データ残量は${total}中${left}です${asOf === null ? '' : `（${asOf}時点）`}。`,
  underWay: 'このSIMの更新手続きが始まっています。続きから、現在の状況を確認できます。',
  renew: '更新',
  resume: '更新の続き',
  reminder: 'リマインダー',
  bar: (start, end, state, next) =>
    `${start}から${end}まで有効：${state}${next.map((day) => `、次の期間は${day}から`).join('')}`,
};
