import { counter } from '../counter.ts';
import type { StatusWords } from '../messages.ts';

const count = counter('vi');

const starts = {
  purchase: 'Thời hạn sử dụng chưa bắt đầu.',
  install: 'Thời hạn sử dụng bắt đầu khi bạn cài đặt.',
  'first-use': 'Thời hạn sử dụng bắt đầu khi bạn dùng lần đầu.',
};

export const status: StatusWords = {
  tag: 'vi',
  loading: 'Đang tìm SIM của bạn',
  short: {
    unknown: () => 'Chưa xác nhận',
    'not-started': () => 'Chưa bắt đầu',
    active: () => 'Còn hạn',
    'due-soon': ({ days }) => (days === 0 ? 'Hết hạn hôm nay' : count(days, { other: 'Còn # ngày' })),
    'due-now': ({ hours }) => (hours < 1 ? 'Còn chưa đầy 1 giờ' : count(hours, { other: 'Còn # giờ' })),
    grace: ({ works }) => (works ? 'Hết hạn, vẫn dùng được' : 'Hết hạn, gia hạn được'),
    expired: () => 'Đã hết hạn',
    terminated: () => 'Số đã bị hủy',
    suspended: () => 'Tạm ngưng',
    revoked: () => 'Đã thu hồi',
  },
  long: {
    unknown: ({ date }) => `Gần đây chúng tôi chưa xác nhận được ngày này: dùng đến ngày ${date}.`,
    'not-started': ({ startsOn }) => starts[startsOn],
    active: ({ date }) => `Bạn dùng được dịch vụ đến ngày ${date}.`,
    'due-soon': ({ date }) => `Dịch vụ sẽ dừng vào ngày ${date}. Hãy gia hạn trước đó để không mất kết nối.`,
    'due-now': ({ date, time }) =>
      `Dịch vụ sẽ dừng lúc ${time} ngày ${date}. Hãy gia hạn trước đó để không mất kết nối.`,
    grace: ({ works, date, graceDate }) =>
      works
        ? `Gói cước đã hết hạn ngày ${date}. SIM vẫn dùng được đến ngày ${graceDate}.`
        : `Gói cước đã hết hạn ngày ${date} và SIM đã mất kết nối. Hãy gia hạn chậm nhất ngày ${graceDate} để kết nối lại.`,
    expired: ({ date, keepDate }) =>
      keepDate === null
        ? `Gói cước đã hết hạn ngày ${date}. Hãy gia hạn để kết nối lại.`
        : `Gói cước đã hết hạn ngày ${date}. Hãy gia hạn chậm nhất ngày ${keepDate} để giữ số.`,
    terminated: ({ date }) =>
      `Gói cước đã hết hạn ngày ${date} và số đã bị hủy. Không thể gia hạn SIM này; bạn cần một SIM mới.`,
    suspended: () => 'Nhà cung cấp đã tạm ngưng SIM này. Bộ phận hỗ trợ có thể cho bạn biết lý do.',
    revoked: () => 'Nhà cung cấp đã thu hồi SIM này. Bộ phận hỗ trợ có thể cho bạn biết lý do.',
  },
  activeUntil: (date) => `Còn hạn đến ${date}`,
  asOf: (said, day) => `${said}, tính\u00a0đến ${day}`,
  unreadable: {
    short: 'Chưa xác nhận',
    long: 'Hiện chúng tôi chưa biết SIM này dùng được đến khi nào. Vui lòng thử lại sau hoặc hỏi bộ phận hỗ trợ.',
  },
  devices: {
    phone: 'Điện thoại',
    tablet: 'Máy tính bảng',
    watch: 'Đồng hồ',
    laptop: 'Laptop',
    router: 'Bộ định tuyến',
    other: 'Thiết bị khác',
  },
  expires: 'Hết hạn',
  ended: 'Đã hết hạn',
  exact: (moment, zone) => `${moment} (${zone})`,
  dataLeft: (left, total, asOf) =>
    `Dữ liệu còn ${left} trên tổng ${total}${asOf === null ? '' : `, tính đến ${asOf}`}.`,
  underWay: 'SIM này đã bắt đầu được gia hạn. Hãy tiếp tục để xem đang ở bước nào.',
  renew: 'Gia hạn',
  resume: 'Tiếp tục gia hạn',
  reminder: 'Nhắc tôi',
  bar: (start, end, state, next) =>
    `Dùng được từ ${start} đến ${end}: ${state}${next.map((day) => `, kỳ tiếp theo từ ${day}`).join('')}`,
};
