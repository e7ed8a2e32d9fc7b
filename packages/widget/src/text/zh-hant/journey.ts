import { counter } from '../counter.ts';
import type { JourneyWords } from '../messages.ts';
import { problem } from './problem.ts';

const count = counter('zh-Hant');

export const journey: JourneyWords = {
  tag: 'zh-Hant',
  label: '為您的 SIM 卡續費',
  cards: '您的 SIM 卡',
  noCards: '這個帳號中沒有 SIM 卡。',
  search: '依名稱、地區或末四碼尋找 SIM 卡',
  found: (found, all) =>
    found === 0
      ? count(all, { other: '您的 # 張 SIM 卡中沒有符合的名稱。' })
      : `${count(all, { other: '共 # 張 SIM 卡' })}，${count(found, { other: '找到 # 張' })}`,
  showAll: '顯示所有 SIM 卡',
  showMore: (more) => count(more, { other: '再顯示 # 張 SIM 卡' }),
  receipts: '收據',
  receiptsOf: (label) => `${label} 的收據`,
  signOut: '登出',
  allCards: '所有 SIM 卡',
  linkOpened: '您開啟了為這張 SIM 卡續費的連結。',
  everything: '登入以查看全部',
  signInToKnow: '您可能有一筆付款正在處理。請登入查看結果。',
  loading: '載入中',
  notLoaded: '頁面的這個部分未能載入。',
  notLoadedNext: '沒有任何損失。請再試一次，或重新整理頁面。',
  retry: '再試一次',
  close: '關閉',
  sending: '正在送出您的付款，完成之前此視窗會保持開啟。',
  charged: {
    no: '沒有扣款。',
    unknown: '我們不知道您是否已被扣款。再次付款之前，請先聯絡客服。',
    yes: '我們已收到您的付款。再次付款之前，請先聯絡客服。',
  },
  reminderSummary: (label) => `${label} 到期`,
  reminderText: (label, date) => `${label} 有效至 ${date}。請在此之前續費，以免斷線。`,
  reminderNotice: (label, days) => `${label} ${count(days, { other: '還有 # 天到期' })}`,
  problem,
};
