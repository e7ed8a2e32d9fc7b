import { counter } from '../counter.ts';
import type { PlanWords } from '../messages.ts';
import { stop } from './stop.ts';

const count = counter('ru');

const when = (date: string | null): string => (date === null ? '' : ` ${stop(`Можно будет с ${date}`)}`);

export const plans: PlanWords = {
  tag: 'ru',
  title: 'Выберите тариф',
  loading: 'Загружаем тарифы',
  none: 'Сейчас для этой eSIM нет тарифов.',
  unreadable: 'Сейчас не удаётся показать тарифы. Попробуйте позже или обратитесь в поддержку.',
  currency: 'Валюта',
  current: 'Текущий тариф',
  perMonth: (price) => `${price}/мес.`,
  save: (percent) => `Выгода ${percent}`,
  comparedWith: (name, times) => `по сравнению с ${times} × ${name}`,
  allowance: (amount, per) => (per === 'term' ? amount : `${amount} в ${per === 'day' ? 'день' : 'месяц'}`),
  unlimited: 'Безлимитный трафик',
  newEnd: (date) => `Действует до ${date}`,
  startsNow: 'Этот тариф начнётся сразу.',
  losesDays: (days) =>
    count(days, {
      one: 'Вы потеряете # уже оплаченный день.',
      few: 'Вы потеряете # уже оплаченных дня.',
      many: 'Вы потеряете # уже оплаченных дней.',
      other: 'Вы потеряете # уже оплаченного дня.',
    }),
  refused: {
    terminated: () => 'Номер этой eSIM утрачен. Продлить её нельзя.',
    'would-shorten': () => 'Ваша eSIM и так действует дольше, чем хватило бы этого тарифа.',
    'beyond-horizon': (date) => `Продлить eSIM так далеко вперёд нельзя.${when(date)}`,
    'not-open-yet': (date) => `Продлевать с этим тарифом пока рано.${when(date)}`,
    'closed-until': (date) => `Сейчас продление закрыто.${when(date)}`,
    'max-stacked': (date) => `На вашей eSIM уже ждёт столько тарифов, сколько возможно.${when(date)}`,
    suspended: () => 'Оператор приостановил эту eSIM.',
    revoked: () => 'Оператор отозвал эту eSIM.',
    'other-family': () => 'Этот тариф не подходит для вашей eSIM.',
    'not-sold': () => 'Сейчас оператор не продаёт этот тариф для вашей eSIM.',
  },
  next: (name) => `Продолжить: ${name}`,
  choose: 'Сначала выберите тариф',
  busy: 'Уточняем цену',
  best: 'Лучший для вас',
  need: 'На какой срок вам нужна eSIM?',
  needDays: 'Дней от сегодня',
  needUntil: 'Или до даты',
  needCovered: (date) => stop(`Продлевать не нужно: ваша eSIM уже действует до ${date}`),
  needMet: (name, date) =>
    stop(`Из тарифов, которых хватит, «${name}» самый дешёвый. Он действует до ${date}`),
  needTooLong: (name, date, days) =>
    `Такого длинного тарифа нет. Ближе всего «${name}»: до ${date}, не хватит ${count(days, {
      one: '# дня',
      few: '# дней',
      many: '# дней',
      other: '# дня',
    })}.`,
  columns: { plan: 'Тариф', data: 'Трафик', included: 'Включено', end: 'Действует до', price: 'Цена' },
};
