import { counter } from '../counter.ts';
import type { PlanWords } from '../messages.ts';

const count = counter('vi');

const when = (date: string | null): string => (date === null ? '' : ` Có thể gia hạn từ ${date}.`);

const each = { month: 'tháng', day: 'ngày' };

export const plans: PlanWords = {
  tag: 'vi',
  title: 'Chọn gói cước',
  loading: 'Đang tìm gói cước',
  none: 'Hiện không có gói cước nào cho SIM này.',
  unreadable: 'Hiện không hiển thị được các gói cước. Vui lòng thử lại sau hoặc hỏi bộ phận hỗ trợ.',
  currency: 'Tiền tệ',
  current: 'Gói hiện tại',
  perMonth: (price) => `${price}/tháng`,
  save: (percent) => `Rẻ hơn ${percent}`,
  comparedWith: (name, times) => `so với ${times} × ${name}`,
  allowance: (amount, per) => (per === 'term' ? amount : `${amount}/${each[per]}`),
  unlimited: 'Không giới hạn dữ liệu',
  newEnd: (date) => `Dùng đến ${date}`,
  startsNow: 'Gói cước này bắt đầu ngay.',
  losesDays: (days) => count(days, { other: 'Bạn sẽ mất # ngày đã trả tiền.' }),
  refused: {
    terminated: () => 'Số của SIM này đã bị hủy. Không thể gia hạn.',
    'would-shorten': () => 'SIM của bạn còn hạn lâu hơn gói cước này.',
    'beyond-horizon': (date) => `Nếu gia hạn, thời hạn của SIM sẽ quá xa.${when(date)}`,
    'not-open-yet': (date) => `Còn quá sớm để gia hạn bằng gói cước này.${when(date)}`,
    'closed-until': (date) => `Hiện chưa nhận gia hạn.${when(date)}`,
    'max-stacked': (date) => `SIM của bạn đã có đủ số gói cước chờ tối đa.${when(date)}`,
    suspended: () => 'Nhà cung cấp đã tạm ngưng SIM này.',
    revoked: () => 'Nhà cung cấp đã thu hồi SIM này.',
    'other-family': () => 'Gói cước này không phù hợp với SIM của bạn.',
    'not-sold': () => 'Hiện nhà cung cấp không bán gói cước này cho SIM của bạn.',
  },
  next: (name) => `Tiếp tục với ${name}`,
  choose: 'Chọn gói cước để tiếp tục',
  busy: 'Đang lấy giá',
  best: 'Phù hợp nhất',
  need: 'Bạn cần dùng bao lâu?',
  needDays: 'Số ngày kể từ hôm nay',
  needUntil: 'Hoặc đến ngày',
  needCovered: (date) => `Thời hạn hiện tại đã đủ: SIM của bạn dùng được đến ${date}.`,
  needMet: (name, date) => `${name} rẻ nhất trong các gói cước đủ dài. Gói này dùng được đến ${date}.`,
  needTooLong: (name, date, days) =>
    `Không có gói cước nào dài như vậy. Gần nhất là ${name}: đến ${date}, ${count(days, { other: 'thiếu # ngày' })}.`,
  columns: { plan: 'Gói cước', data: 'Dữ liệu', included: 'Bao gồm', end: 'Dùng đến', price: 'Giá' },
};
