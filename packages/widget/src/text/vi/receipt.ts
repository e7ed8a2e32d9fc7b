import { counter } from '../counter.ts';
import type { ReceiptWords } from '../messages.ts';
import { problem } from './problem.ts';

const count = counter('vi');

export const receipt: ReceiptWords = {
  tag: 'vi',
  loading: 'Đang tìm biên lai của bạn',
  unreadable:
    'Hiện không hiển thị được biên lai này. Biên lai vẫn được lưu cho bạn; cửa hàng có thể gửi cho bạn.',
  none: 'SIM này chưa có biên lai nào.',
  renewed: 'Đã gia hạn',
  paid: 'Đã thanh toán',
  activeUntil: (date) => `Còn hạn đến ${date}`,
  ranUntil: (date) => `Lượt gia hạn này đã kết thúc ngày ${date}`,
  stillExtending: 'Đã thanh toán. SIM của bạn vẫn đang được gia hạn.',
  wasCorrected: 'Biên lai này đã được điều chỉnh',
  corrected: 'Đã điều chỉnh',
  correction: 'Phiếu điều chỉnh',
  correctionOf: (number) => `Phiếu điều chỉnh của biên lai ${number}`,
  correctedBy: 'Tiền đã được hoàn. Biên lai này được điều chỉnh bằng',
  sentTo: (address) => `Chúng tôi đã gửi xác nhận đến ${address}`,
  number: 'Biên lai',
  amount: 'Đã trả',
  returned: 'Đã hoàn',
  tax: (label, rate) => `${label} (${rate})`,
  card: 'SIM',
  plan: 'Gói cước',
  extended: 'Gia hạn',
  paidOn: 'Ngày',
  seller: 'Người bán',
  taxId: 'Mã số thuế',
  reference: 'Mã tham chiếu',
  total: 'Tổng',
  nothingToInstall: 'Không cần cài đặt: eSIM có trên thiết bị của bạn vẫn tiếp tục hoạt động.',
  noNetwork:
    'Sau 15 phút vẫn không có mạng? Hãy bật rồi tắt chế độ máy bay một lần, và kiểm tra xem chuyển vùng dữ liệu đã bật chưa.',
  withdrawal: {
    none: 'Không có quyền hủy giao dịch mua này sau khi mua.',
    '14-days': 'Bạn có thể hủy giao dịch mua này trong vòng 14 ngày.',
    'waived-with-consent': 'Bạn đã yêu cầu bắt đầu ngay: từ lúc đó, bạn không thể hủy giao dịch mua này nữa.',
  },
  save: 'Lưu',
  print: 'In',
  open: 'Mở hoặc in',
  reminder: 'Nhắc tôi',
  calendar: 'Thêm vào lịch',
  done: 'Xong',
  safe: 'Khoản thanh toán của bạn an toàn, và biên lai được lưu cho bạn.',
  retry: 'Thử lại',
  past: 'Biên lai của SIM này',
  shown: 'hiển thị ở trên',
  more: (more) => count(more, { other: 'Hiện thêm # biên lai' }),
  document: (number) => `Biên lai ${number}`,
  problem,
};
