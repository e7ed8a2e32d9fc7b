import type { JourneyWords } from '../messages.ts';
import { problem } from './problem.ts';

export const journey: JourneyWords = {
  tag: 'zh-Hans',
  label: '为您的卡续费',
  cards: '您的卡',
  noCards: '该账户中没有卡。',
  search: '按名称、地区或卡号末四位查找',
  found: (found, all) => (found === 0 ? `${all} 张卡中没有符合的。` : `共 ${all} 张卡，找到 ${found} 张`),
  showAll: '显示所有卡',
  showMore: (more) => `再显示 ${more} 张卡`,
  receipts: '收据',
  receiptsOf: (label) => `收据：${label}`,
  signOut: '退出登录',
  allCards: '所有卡',
  linkOpened: '您打开了为这张卡续费的链接。',
  everything: '登录以查看全部',
  loading: '正在加载',
  notLoaded: '页面的这一部分未能加载。',
  notLoadedNext: '没有任何损失。请再试一次，或重新加载页面。',
  retry: '再试一次',
  close: '关闭',
  sending: '正在发送您的付款，完成之前此窗口不会关闭。',
  charged: {
    no: '没有扣款。',
    unknown: '我们不知道是否已扣款。再次付款之前，请先联系客服。',
    yes: '我们已收到您的付款。再次付款之前，请先联系客服。',
  },
  reminderSummary: (label) => `${label} 到期`,
  reminderText: (label, date) => `${label} 有效期至 ${date}。请在此之前续费，以免断网。`,
  reminderNotice: (label, days) => `${label} 还有 ${days} 天到期`,
  problem,
};
