import { counter } from '../counter.ts';
import type { JourneyWords } from '../messages.ts';
import { problem } from './problem.ts';

const count = counter('vi');

export const journey: JourneyWords = {
  tag: 'vi',
  label: 'Gia hạn SIM của bạn',
  cards: 'SIM của bạn',
  noCards: 'Không có SIM nào trong tài khoản này.',
  search: 'Tìm SIM theo tên, khu vực hoặc bốn số cuối',
  found: (found, all) =>
    found === 0
      ? count(all, { other: 'Không có SIM nào trong # SIM của bạn có tên đó.' })
      : `${count(found, { other: 'Tìm thấy #' })} trong ${count(all, { other: '# SIM' })}`,
  showAll: 'Hiện tất cả SIM',
  showMore: (more) => count(more, { other: 'Hiện thêm # SIM' }),
  receipts: 'Biên lai',
  receiptsOf: (label) => `Biên lai của ${label}`,
  signOut: 'Đăng xuất',
  allCards: 'Tất cả SIM',
  linkOpened: 'Bạn đã mở liên kết để gia hạn SIM này.',
  everything: 'Đăng nhập để xem tất cả',
  signInToKnow: 'Có thể một khoản thanh toán của bạn đang được xử lý. Đăng nhập để xem kết quả.',
  loading: 'Đang tải',
  notLoaded: 'Không tải được phần này của trang.',
  notLoadedNext: 'Không có gì bị mất. Hãy thử lại hoặc tải lại trang.',
  retry: 'Thử lại',
  close: 'Đóng',
  sending: 'Đang gửi khoản thanh toán của bạn. Cửa sổ này vẫn mở cho đến khi xong.',
  charged: {
    no: 'Không có khoản tiền nào bị trừ.',
    unknown:
      'Chúng tôi không biết bạn đã bị trừ tiền hay chưa. Vui lòng hỏi bộ phận hỗ trợ trước khi thanh toán lại.',
    yes: 'Chúng tôi đã nhận được khoản thanh toán của bạn. Vui lòng hỏi bộ phận hỗ trợ trước khi thanh toán lại.',
  },
  reminderSummary: (label) => `${label} hết hạn`,
  reminderText: (label, date) =>
    `${label} dùng được đến ngày ${date}. Hãy gia hạn trước đó để không mất kết nối.`,
  reminderNotice: (label, days) => `${label} ${count(days, { other: 'hết hạn sau # ngày' })}`,
  problem,
};
