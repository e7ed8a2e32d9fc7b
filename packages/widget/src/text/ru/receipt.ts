import { counter } from '../counter.ts';
import type { ReceiptWords } from '../messages.ts';
import { problem } from './problem.ts';

const count = counter('ru');

export const receipt: ReceiptWords = {
  tag: 'ru',
  loading: 'Загружаем квитанцию',
  unreadable:
    'Сейчас не удаётся показать эту квитанцию. Она для вас сохранена; магазин может её вам прислать.',
  none: 'Для этой eSIM пока нет квитанций.',
  renewed: 'Продлено',
  paid: 'Оплачено',
  activeUntil: (date) => `Активна до ${date}`,
  ranUntil: (date) => `Это продление действовало до ${date}`,
  stillExtending: 'Оплачено. Ваша eSIM ещё продлевается.',
  wasCorrected: 'Эта квитанция исправлена',
  corrected: 'Исправлено',
  correction: 'Корректировка',
  correctionOf: (number) => `Корректировка квитанции ${number}`,
  correctedBy: 'Деньги отправлены обратно. Корректировка этой квитанции:',
  sentTo: (address) => `Мы отправили подтверждение на ${address}`,
  number: 'Квитанция',
  amount: 'Оплачено',
  returned: 'Возвращено',
  tax: (label, rate) => `${label} (${rate})`,
  card: 'eSIM',
  plan: 'Тариф',
  extended: 'Продлено',
  paidOn: 'Дата',
  seller: 'Продавец',
  taxId: 'Налоговый номер',
  reference: 'Код операции',
  total: 'Итого',
  nothingToInstall: 'Ничего устанавливать не нужно: eSIM на ваших устройствах продолжит работать.',
  noNetwork:
    'Через 15 минут всё ещё нет сети? Один раз включите и выключите режим полёта и проверьте, что роуминг данных включён.',
  withdrawal: {
    none: 'Право отказаться от покупки после её оформления не предоставляется.',
    '14-days': 'Вы можете отказаться от этой покупки в течение 14 дней.',
    'waived-with-consent':
      'Вы попросили начать сразу: с этого момента отказаться от этой покупки уже нельзя.',
  },
  save: 'Сохранить',
  print: 'Печать',
  open: 'Открыть или распечатать',
  reminder: 'Напомнить',
  calendar: 'В календарь',
  done: 'Готово',
  safe: 'Ваш платёж в безопасности, квитанция для вас сохранена.',
  retry: 'Повторить',
  past: 'Квитанции этой eSIM',
  shown: 'показана выше',
  more: (more) =>
    count(more, {
      one: 'Показать ещё # квитанцию',
      few: 'Показать ещё # квитанции',
      many: 'Показать ещё # квитанций',
      other: 'Показать ещё # квитанции',
    }),
  document: (number) => `Квитанция ${number}`,
  problem,
};
