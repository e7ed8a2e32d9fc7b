import type { Term } from '@leb-renew/core';
import { counter } from '../counter.ts';
import type { CheckoutWords } from '../messages.ts';
import { problem } from './problem.ts';

const count = counter('ja');

const length = (term: Term): string =>
  'days' in term
    ? count(term.days, { other: '#日間' })
    : term.months % 12 === 0
      ? count(term.months / 12, { other: '#年' })
      : count(term.months, { other: '#か月' });

const lost = (days: number): string =>
  days === 0 ? '失われる日数なし' : count(days, { other: 'お支払い済みの#日分が失われます' });

export const checkout: CheckoutWords = {
  tag: 'ja',
  title: '内容の確認とお支払い',
  loading: '価格を確認しています',
  term: length,
  expires: (moment, zone) => `有効期限：${moment}（${zone}）`,
  ended: (moment, zone) => `${moment}に終了（${zone}）`,
  plan: 'プラン',
  switched: '現在お使いのプランとは異なります',
  now: '今日',
  until: (date) => `現在から${date}まで`,
  added: (term) => `+ ${length(term)}`,
  gain: (term, losesDays) => `${length(term)}延長、${lost(losesDays)}`,
  fromToday: (term, losesDays) => `今日から${length(term)}、${lost(losesDays)}`,
  startsNow: '新しいプランはすぐに始まります。',
  losesDays: (days) => count(days, { other: 'お支払い済みの#日分が失われます。' }),
  acceptLoss: (days) => count(days, { other: 'お支払い済みの#日分が失われることを了承します。' }),
  tax: (label, rate) => `${label}（${rate}）`,
  total: '本日のお支払い',
  once: '1回限りのお支払いです。自動更新はされません。',
  direct: 'お支払い情報は決済サービスに直接送信され、ショップには送信されません。',
  soldBy: (seller) => `販売元：${seller}`,
  terms: '利用規約',
  heldUntil: (time) => `この価格は${time}まで有効です。`,
  heldFor: (minutes, time) =>
    minutes === 1
      ? `この価格が有効なのは、あと1分未満です（${time}まで）。`
      : `${count(minutes, { other: 'この価格はあと#分間有効です' })}（${time}まで）。`,
  runOutNext: '価格をもう一度ご確認ください。変更があればお知らせします。',
  seeAgain: '価格を再確認',
  changed: '変更があります。もう一度ご確認ください。',
  sameAsBefore: '変更はありません。',
  priceChanged: (was, now) => `価格が${was}から${now}に変わりました。`,
  endChanged: (was, now) => `新しい有効期限が${was}から${now}に変わりました。`,
  lossChanged: (was, now) => `変更前：${was}。変更後：${now}。`,
  lost,
  testMode: 'テストモード：実際の支払いは発生しません。',
  withdrawal: {
    none: '購入後に契約を撤回する権利は付与されません。',
    '14-days': '14日以内であれば、この購入を撤回できます。',
    'waived-with-consent': 'お客様はサービスの即時開始を希望されました。開始後は、この購入を撤回できません。',
  },
  consent: 'すぐに開始してください。開始後はこの購入を撤回できなくなることを了承します。',
  agree: 'お支払いへ進む',
  pay: (amount) => `${amount}を支払って更新する`,
  back: '戻る',
  chooseAgain: '選び直す',
  retry: '再試行',
  reload: 'ページを再読み込み',
  mayBeBlocked: '広告ブロッカーやネットワークのフィルターが妨げている可能性があります。',
  look: '今すぐ確認',
  done: '完了',
  ways: 'お支払い方法',
  card: 'カード',
  formLoading: 'お支払いフォームを読み込んでいます',
  opening: 'お支払いの準備をしています',
  confirming: 'お支払いを送信しています。確認を求められることがあります。',
  cancelling: 'プランの一覧に戻っています。',
  charged: {
    no: '料金は請求されていません。',
    unknown: '料金が請求されたかどうかは、まだ確認できていません。二重に請求されることはありません。',
    yes: 'お支払いを受領しました。代金は安全です。',
  },
  notTwice: '二重に請求されることはありません。',
  service: (date) =>
    date === null ? 'SIMの状態に変更はありません。' : `SIMは引き続き${date}までご利用いただけます。`,
  offline: '失われたものはありません。接続が戻ると、自動的に続行します。',
  unreadable:
    '現在、更新の内容を表示できません。このページを再読み込みするか、ショップにお問い合わせください。',
  resumingTitle: 'SIMの更新',
  resuming: '更新の状況を確認しています。',
  resumingLong: (wasSent) =>
    wasSent
      ? 'ショップからまだ応答がありません。引き続き確認しています。再度のお支払いはなさらないでください。お支払いが完了していれば、代金は安全です。次にここを開いたときに結果が表示されます。'
      : 'ショップからまだ応答がありません。引き続き確認しています。いったん戻って、後で確認することもできます。',
  checkingTitle: 'お支払いの確認中',
  checking: 'お支払いが完了したかどうかを確認しています。',
  checkingSafe:
    '再度のお支払いはなさらないでください。この画面は自動的に切り替わります。閉じた場合も、ここに戻れば続きから進みます。',
  checkingLong:
    '通常より時間がかかっています。この画面は閉じてもかまいません。ショップが確認を続け、次に開いたときにSIMの表示で結果をご確認いただけます。',
  receivedTitle: 'お支払い受領済み',
  received: 'SIMの延長処理はまだ続いています。',
  receivedSafe: (amount, number) =>
    `お支払いいただいた${amount}は安全です（領収書 ${number}）。この画面は自動的に切り替わります。閉じてもかまいません。`,
  receivedLong:
    '通常より時間がかかっています。ここでお待ちいただく必要はありません。SIMが延長されるか、返金されるまで、ショップが処理を続けます。',
  steps: {
    paid: 'お支払い受領済み',
    extending: 'SIMを延長中',
    active: (date) => `その後、${date}まで有効`,
  },
  heldTitle: {
    review: 'お支払い受領済み',
    refunding: '返金の手続き中',
    refunded: '返金済み',
  },
  held: {
    review: () =>
      'お支払いを受領しました。代金は安全です。SIMはまだ延長されていません。ショップの担当者が確認しています。',
    refunding: (amount, number) =>
      `SIMを延長できませんでした。${amount}を元のお支払い方法に返金しています（領収書 ${number}）。`,
    refunded: (amount, number) =>
      `SIMを延長できませんでした。${amount}を元のお支払い方法に返金しました（領収書 ${number}）。明細に反映されるまで数日かかることがあります。`,
  },
  problem,
};
