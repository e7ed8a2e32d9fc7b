import { counter } from '../counter.ts';
import type { StatusWords } from '../messages.ts';
import { stop } from './stop.ts';

const count = counter('ru');

const starts = {
  purchase: 'Срок действия ещё не начался.',
  install: 'Срок действия начнётся с установки.',
  'first-use': 'Срок действия начнётся с первого использования.',
};

export const status: StatusWords = {
  tag: 'ru',
  loading: 'Загружаем данные eSIM',
  short: {
    unknown: () => 'Не подтверждено',
    'not-started': () => 'Срок ещё не начался',
    active: () => 'Активна',
    'due-soon': ({ days }) =>
      days === 0
        ? 'Заканчивается сегодня'
        : count(days, {
            one: 'Остался # день',
            few: 'Осталось # дня',
            many: 'Осталось # дней',
            other: 'Осталось # дня',
          }),
    'due-now': ({ hours }) =>
      hours < 1
        ? 'Осталось меньше часа'
        : count(hours, {
            one: 'Остался # час',
            few: 'Осталось # часа',
            many: 'Осталось # часов',
            other: 'Осталось # часа',
          }),
    grace: ({ works }) => (works ? 'Срок истёк, но работает' : 'Срок истёк, продлите'),
    expired: () => 'Срок истёк',
    terminated: () => 'Номер утрачен',
    suspended: () => 'Приостановлена',
    revoked: () => 'Отозвана',
  },
  long: {
    unknown: ({ date }) => stop(`В последнее время мы не смогли подтвердить эту дату: до ${date}`),
    'not-started': ({ startsOn }) => starts[startsOn],
    active: ({ date }) => stop(`Ваша eSIM действует до ${date}`),
    'due-soon': ({ date }) =>
      `${stop(`Срок действия вашей eSIM заканчивается ${date}`)} Продлите её раньше, чтобы оставаться на связи.`,
    'due-now': ({ date, time }) =>
      `Срок действия вашей eSIM заканчивается ${date} в ${time}. Продлите её раньше, чтобы оставаться на связи.`,
    grace: ({ works, date, graceDate }) =>
      works
        ? `${stop(`Тариф закончился ${date}`)} ${stop(`eSIM ещё работает до ${graceDate}`)}`
        : `Тариф закончился ${date}, eSIM не в сети. Продлите не позднее ${graceDate}, чтобы снова быть в сети.`,
    expired: ({ date, keepDate }) =>
      keepDate === null
        ? `${stop(`Тариф закончился ${date}`)} Продлите eSIM, чтобы снова быть в сети.`
        : `${stop(`Тариф закончился ${date}`)} Продлите eSIM не позднее ${keepDate}, чтобы сохранить номер.`,
    terminated: ({ date }) =>
      `Тариф закончился ${date}, номер утрачен. Эту eSIM продлить нельзя, нужна новая.`,
    suspended: () => 'Оператор приостановил эту eSIM. Почему, подскажет поддержка.',
    revoked: () => 'Оператор отозвал эту eSIM. Почему, подскажет поддержка.',
  },
  activeUntil: (date) => `Активна до ${date}`,
  asOf: (said, day) => `${said} (данные на\u00a0${day})`,
  unreadable: {
    short: 'Не подтверждено',
    long: 'Сейчас мы не можем сказать, до какого числа действует эта eSIM. Попробуйте позже или обратитесь в поддержку.',
  },
  devices: {
    phone: 'Телефон',
    tablet: 'Планшет',
    watch: 'Часы',
    laptop: 'Ноутбук',
    router: 'Роутер',
    other: 'Другое устройство',
  },
  expires: 'Срок до',
  ended: 'Срок истёк',
  exact: (moment, zone) => `${moment} (${zone})`,
  dataLeft: (left, total, asOf) =>
    `Трафик: осталось ${left} из ${total}${asOf === null ? '' : ` (данные на\u00a0${asOf})`}.`,
  underWay: 'Продление этой eSIM уже начато. Вернитесь к нему, чтобы узнать, на каком оно этапе.',
  renew: 'Продлить',
  resume: 'Вернуться к продлению',
  reminder: 'Напомнить',
  bar: (start, end, state, next) =>
    `Действует с ${start} до ${end}: ${state}${next.map((day) => `, следующий период с ${day}`).join('')}`,
};
