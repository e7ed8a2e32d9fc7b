import { counter } from '../counter.ts';
import type { ReceiptWords } from '../messages.ts';
import { problem } from './problem.ts';

const count = counter('ja');

export const receipt: ReceiptWords = {
  tag: 'ja',
  loading: '領収書を確認しています',
  unreadable:
    '現在、この領収書を表示できません。領収書は保管されており、ショップからお送りすることができます。',
  none: 'このSIMの領収書はまだありません。',
  renewed: '更新完了',
  paid: '支払い済み',
  activeUntil: (date) => `${date}まで有効`,
  ranUntil: (date) => `この更新の期間は${date}に終了しました`,
  stillExtending: '支払い済みです。SIMの延長処理はまだ続いています。',
  wasCorrected: 'この領収書は訂正されました',
  corrected: '訂正済み',
  correction: '訂正書',
  correctionOf: (number) => `領収書 ${number}の訂正書`,
  correctedBy: '返金されました。この領収書の訂正書：',
  sentTo: (address) => `${address}に確認メールを送信しました`,
  number: '領収書',
  amount: '支払額',
  returned: '返金額',
  tax: (label, rate) => `${label}（${rate}）`,
  card: 'SIM',
  plan: 'プラン',
  extended: '延長',
  paidOn: '日付',
  seller: '販売元',
  taxId: '税務番号',
  reference: '照会番号',
  total: '合計',
  nothingToInstall: 'インストールは不要です。お使いの機器にあるeSIMは、引き続きご利用いただけます。',
  noNetwork:
    '15分たってもつながらない場合は、機内モードを一度オンにしてからオフに戻し、データローミングがオンになっているかご確認ください。',
  withdrawal: {
    none: '購入後に契約を撤回する権利は付与されません。',
    '14-days': '14日以内であれば、この購入を撤回できます。',
    'waived-with-consent': 'お客様はサービスの即時開始を希望されました。開始後は、この購入を撤回できません。',
  },
  save: '保存',
  print: '印刷',
  open: '開く・印刷',
  reminder: 'リマインダー',
  calendar: 'カレンダーに追加',
  done: '完了',
  safe: 'お支払いは安全です。領収書は保管されています。',
  retry: '再試行',
  past: 'このSIMの領収書',
  shown: '上に表示中',
  more: (more) => count(more, { other: '領収書をさらに#件表示' }),
  document: (number) => `領収書 ${number}`,
  problem,
};
