import { counter } from '../counter.ts';
import type { JourneyWords } from '../messages.ts';
import { problem } from './problem.ts';

const count = counter('ja');

export const journey: JourneyWords = {
  tag: 'ja',
  label: 'SIMの更新',
  cards: 'お使いのSIM',
  noCards: 'このアカウントにSIMはありません。',
  search: '名前、地域、下4桁でSIMを検索',
  found: (found, all) =>
    found === 0
      ? count(all, { other: '#枚のSIMの中に該当するものはありません。' })
      : `${count(all, { other: '#枚' })}中${count(found, { other: '#枚' })}`,
  showAll: 'すべてのSIMを表示',
  showMore: (more) => count(more, { other: 'SIMをさらに#枚表示' }),
  receipts: '領収書',
  receiptsOf: (label) => `「${label}」の領収書`,
  signOut: 'ログアウト',
  allCards: 'すべてのSIM',
  linkOpened: 'このSIMを更新するリンクを開きました。',
  everything: 'ログインしてすべて表示',
  signInToKnow: 'お支払いの処理が進行中の可能性があります。ログインして結果をご確認ください。',
  loading: '読み込み中',
  notLoaded: 'ページのこの部分を読み込めませんでした。',
  notLoadedNext: '失われたものはありません。もう一度試すか、ページを再読み込みしてください。',
  retry: '再試行',
  close: '閉じる',
  sending: 'お支払いを送信しています。完了するまで、この画面は閉じません。',
  charged: {
    no: '料金は請求されていません。',
    unknown:
      '料金が請求されたかどうかは確認できていません。再度お支払いになる前に、サポートにお問い合わせください。',
    yes: 'お支払いを受領しました。再度お支払いになる前に、サポートにお問い合わせください。',
  },
  reminderSummary: (label) => `${label}の有効期限`,
  reminderText: (label, date) =>
    `「${label}」は${date}まで利用できます。引き続きご利用になるには、それまでに更新してください。`,
  reminderNotice: (label, days) => `${label}の有効期限まで${count(days, { other: 'あと#日' })}`,
  problem,
};
