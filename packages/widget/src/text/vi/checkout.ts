import type { Term } from '@leb-renew/core';
import { counter } from '../counter.ts';
import type { CheckoutWords } from '../messages.ts';
import { problem } from './problem.ts';

const count = counter('vi');

const length = (term: Term): string =>
  'days' in term
    ? count(term.days, { other: '# ngày' })
    : term.months % 12 === 0
      ? count(term.months / 12, { other: '# năm' })
      : count(term.months, { other: '# tháng' });

const lost = (days: number): string =>
  days === 0 ? 'không mất ngày nào' : count(days, { other: 'mất # ngày đã trả tiền' });

export const checkout: CheckoutWords = {
  tag: 'vi',
  title: 'Xem lại và thanh toán',
  loading: 'Đang lấy giá',
  term: length,
  expires: (moment, zone) => `Hết hạn: ${moment} (${zone})`,
  ended: (moment, zone) => `Đã hết hạn: ${moment} (${zone})`,
  plan: 'Gói cước',
  switched: 'Không phải gói cước SIM của bạn đang dùng',
  now: 'Hôm nay',
  until: (date) => `Từ nay đến ${date}`,
  added: (term) => `+ ${length(term)}`,
  gain: (term, losesDays) => `thêm ${length(term)}, ${lost(losesDays)}`,
  fromToday: (term, losesDays) => `${length(term)} từ hôm nay, ${lost(losesDays)}`,
  startsNow: 'Gói cước mới bắt đầu ngay.',
  losesDays: (days) => count(days, { other: 'Bạn sẽ mất # ngày đã trả tiền.' }),
  acceptLoss: (days) => count(days, { other: 'Tôi hiểu rằng # ngày đã trả tiền sẽ bị mất.' }),
  tax: (label, rate) => `${label} (${rate})`,
  total: 'Tổng hôm nay',
  once: 'Thanh toán một lần. Không tự động gia hạn.',
  direct: 'Thông tin thanh toán được gửi thẳng đến dịch vụ thanh toán, không qua cửa hàng.',
  soldBy: (seller) => `Bán bởi ${seller}`,
  terms: 'Điều khoản',
  heldUntil: (time) => `Giá này được giữ đến ${time}.`,
  heldFor: (minutes, time) =>
    minutes === 1
      ? `Giá này được giữ chưa đầy 1 phút nữa, đến ${time}.`
      : `${count(minutes, { other: 'Giá này được giữ thêm # phút' })}, đến ${time}.`,
  runOutNext: 'Hãy xem lại giá; nếu có gì thay đổi, chúng tôi sẽ nói rõ.',
  seeAgain: 'Xem lại giá',
  changed: 'Vui lòng xem lại: có thay đổi.',
  sameAsBefore: 'Không có gì thay đổi.',
  priceChanged: (was, now) => `Giá trước là ${was}; nay là ${now}.`,
  endChanged: (was, now) => `Ngày hết hạn mới trước là ${was}; nay là ${now}.`,
  lossChanged: (was, now) => `Trước: ${was}. Nay: ${now}.`,
  lost,
  testMode: 'Chế độ thử nghiệm: không có tiền thật.',
  withdrawal: {
    none: 'Không có quyền hủy giao dịch mua này sau khi mua.',
    '14-days': 'Bạn có thể hủy giao dịch mua này trong vòng 14 ngày.',
    'waived-with-consent': 'Bạn đã yêu cầu bắt đầu ngay: từ lúc đó, bạn không thể hủy giao dịch mua này nữa.',
  },
  consent: 'Bắt đầu ngay. Tôi hiểu rằng từ lúc đó tôi không thể hủy giao dịch mua này nữa.',
  agree: 'Đến bước thanh toán',
  pay: (amount) => `Thanh toán ${amount} và gia hạn`,
  back: 'Quay lại',
  chooseAgain: 'Chọn lại',
  retry: 'Thử lại',
  reload: 'Tải lại trang',
  mayBeBlocked: 'Có thể trình chặn quảng cáo hoặc bộ lọc trong mạng của bạn đang chặn biểu mẫu.',
  look: 'Kiểm tra ngay',
  done: 'Xong',
  ways: 'Cách thanh toán',
  card: 'Thẻ',
  formLoading: 'Đang tải biểu mẫu thanh toán',
  opening: 'Đang chuẩn bị thanh toán',
  confirming: 'Đang gửi khoản thanh toán của bạn. Bạn có thể được yêu cầu xác nhận.',
  cancelling: 'Đang quay lại các gói cước.',
  charged: {
    no: 'Bạn chưa bị trừ tiền.',
    unknown: 'Chúng tôi chưa biết bạn đã bị trừ tiền hay chưa. Bạn sẽ không bị trừ tiền hai lần.',
    yes: 'Chúng tôi đã nhận được khoản thanh toán của bạn, tiền của bạn an toàn.',
  },
  notTwice: 'Bạn sẽ không bị trừ tiền hai lần.',
  service: (date) =>
    date === null ? 'SIM của bạn không có gì thay đổi.' : `SIM của bạn vẫn dùng được đến ngày ${date}.`,
  offline: 'Không có gì bị mất. Quá trình sẽ tự tiếp tục khi bạn có mạng lại.',
  unreadable: 'Hiện không hiển thị được lượt gia hạn của bạn. Vui lòng tải lại trang hoặc liên hệ cửa hàng.',
  resumingTitle: 'Lượt gia hạn của bạn',
  resuming: 'Đang xem lượt gia hạn của bạn đến bước nào.',
  resumingLong: (wasSent) =>
    wasSent
      ? 'Cửa hàng chưa phản hồi. Chúng tôi vẫn tiếp tục hỏi. Vui lòng không thanh toán lại: nếu khoản thanh toán đã thành công, tiền của bạn an toàn và trang này sẽ hiện kết quả khi bạn quay lại.'
      : 'Cửa hàng chưa phản hồi. Chúng tôi vẫn tiếp tục hỏi; bạn cũng có thể rời đi và quay lại sau.',
  checkingTitle: 'Đang kiểm tra thanh toán',
  checking: 'Chúng tôi đang hỏi xem khoản thanh toán của bạn đã thành công hay chưa.',
  checkingSafe:
    'Vui lòng không thanh toán lại. Trang này tự cập nhật; nếu bạn đóng trang, hãy quay lại đây và chúng tôi sẽ tiếp tục.',
  checkingLong:
    'Việc này lâu hơn thường lệ. Bạn có thể đóng trang: cửa hàng sẽ tiếp tục hỏi, và kết quả sẽ hiện ở SIM của bạn khi bạn quay lại.',
  receivedTitle: 'Đã nhận thanh toán',
  received: 'Chúng tôi vẫn đang gia hạn SIM của bạn.',
  receivedSafe: (amount, number) =>
    `Khoản thanh toán ${amount} của bạn an toàn (biên lai ${number}). Trang này tự cập nhật; bạn có thể đóng trang.`,
  receivedLong:
    'Việc này lâu hơn thường lệ. Bạn không cần chờ ở đây: cửa hàng sẽ tiếp tục cho đến khi SIM của bạn được gia hạn, hoặc tiền được trả lại cho bạn.',
  steps: {
    paid: 'Đã nhận thanh toán',
    extending: 'Đang gia hạn SIM',
    active: (date) => `Sau đó còn hạn đến ${date}`,
  },
  heldTitle: {
    review: 'Đã nhận thanh toán',
    refunding: 'Đang hoàn tiền cho bạn',
    refunded: 'Đã hoàn tiền cho bạn',
  },
  held: {
    review: () =>
      'Chúng tôi đã nhận được khoản thanh toán của bạn, tiền của bạn an toàn. SIM của bạn chưa được gia hạn: nhân viên của cửa hàng đang xem xét.',
    refunding: (amount, number) =>
      `Không gia hạn được SIM của bạn. Chúng tôi đang hoàn ${amount} về phương thức thanh toán ban đầu (biên lai ${number}).`,
    refunded: (amount, number) =>
      `Không gia hạn được SIM của bạn. Đã hoàn ${amount} về phương thức thanh toán ban đầu (biên lai ${number}); ngân hàng có thể mất vài ngày mới hiển thị.`,
  },
  problem,
};
