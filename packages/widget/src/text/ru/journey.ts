import { counter } from '../counter.ts';
import type { JourneyWords } from '../messages.ts';
import { problem } from './problem.ts';
import { stop } from './stop.ts';

const count = counter('ru');

export const journey: JourneyWords = {
  tag: 'ru',
  label: 'Продление eSIM',
  cards: 'Ваши eSIM',
  noCards: 'В этом аккаунте нет eSIM.',
  search: 'Найдите eSIM по названию, региону или последним четырём цифрам',
  found: (found, all) =>
    found === 0 ? `Среди ваших eSIM (${all}) такой нет.` : `Найдено eSIM: ${found} из ${all}`,
  showAll: 'Показать все eSIM',
  showMore: (more) => `Показать ещё eSIM: ${more}`,
  receipts: 'Квитанции',
  receiptsOf: (label) => `Квитанции: ${label}`,
  signOut: 'Выйти',
  allCards: 'Все eSIM',
  linkOpened: 'Вы открыли ссылку для продления этой eSIM.',
  everything: 'Войти и увидеть всё',
  signInToKnow: 'Возможно, ваш платёж ещё обрабатывается. Войдите, чтобы узнать, чем всё закончилось.',
  loading: 'Загружаем',
  notLoaded: 'Эту часть страницы не удалось загрузить.',
  notLoadedNext: 'Ничего не потеряно. Попробуйте ещё раз или обновите страницу.',
  retry: 'Повторить',
  close: 'Закрыть',
  sending: 'Ваш платёж отправляется. Пока это не завершится, окно не закроется.',
  charged: {
    no: 'Деньги не списаны.',
    unknown: 'Мы не знаем, списаны ли деньги. Прежде чем платить ещё раз, обратитесь в поддержку.',
    yes: 'Ваш платёж получен. Прежде чем платить ещё раз, обратитесь в поддержку.',
  },
  reminderSummary: (label) => `${label}: срок заканчивается`,
  reminderText: (label, date) =>
    `${stop(`${label}: работает до ${date}`)} Продлите раньше, чтобы оставаться на связи.`,
  reminderNotice: (label, days) =>
    `${label}: срок заканчивается через ${count(days, {
      one: '# день',
      few: '# дня',
      many: '# дней',
      other: '# дня',
    })}`,
  problem,
};
