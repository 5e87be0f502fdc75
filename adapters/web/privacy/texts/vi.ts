import type { PrivacyTexts } from './privacy-texts.ts';

/** Tiếng Việt */
export const vi: PrivacyTexts = {
  title: 'Quyền riêng tư của bạn',
  purpose: 'Những gì bạn viết chỉ được dùng để trả lời và giúp bạn.',
  stored: {
    title: 'Lưu những gì',
    messages:
      'Những gì bạn viết, câu trả lời, tệp bạn gửi và thời gian. Tất cả đều được mã hóa trong cơ sở dữ liệu.',
    never: 'Chúng tôi không hỏi tên, số điện thoại hay e-mail. Không có cookie, quảng cáo hay theo dõi.',
    masked: 'Số My Number, số hộ chiếu và số thẻ được che đi trước khi lưu.',
    address:
      'Địa chỉ mạng (IP) của bạn chỉ được đếm tối đa một tiếng để chống lạm dụng, không lưu cùng cuộc trò chuyện.',
  },
  time: {
    title: 'Lưu trong bao lâu',
    chat: 'Cuộc trò chuyện nằm trên máy chủ cho đến khi bạn xóa. Nó không tự động bị xóa.',
    phone:
      'Trên điện thoại của bạn: không lưu nội dung, chỉ có chìa khóa để mở cuộc trò chuyện, cho đến khi bạn đóng tab. Nếu bạn chọn "ghi nhớ" thì 30 ngày.',
    words: 'Năm từ dùng được trong 30 ngày kể từ lần dùng cuối.',
  },
  who: {
    title: 'Ai xem được',
    company: 'Công ty và nghiệp đoàn (tổ chức quản lý) không bao giờ xem được.',
    advisor:
      'Tư vấn viên của dịch vụ này có thể đọc khi bạn muốn nói chuyện với người hoặc khi bạn gặp nguy hiểm.',
    operators: 'Người vận hành máy chủ giữ chìa khóa của cơ sở dữ liệu.',
    model:
      'Câu trả lời lấy từ các bài đã kiểm tra có trong chương trình. Dịch vụ AI bên ngoài chỉ đọc câu hỏi sau khi bạn đồng ý trong cuộc trò chuyện. Máy tính của họ có thể ở ngoài Nhật. Bạn có thể từ chối.',
  },
  erase: {
    title: 'Cách xóa',
    chat: 'Trong cuộc trò chuyện, mở "Thêm" rồi chọn "Xóa hẳn cuộc trò chuyện này". Tin nhắn và tệp mất ngay. Chỉ còn lại ghi chú rằng đã xóa.',
    line: 'Trên LINE: khi bạn thu hồi tin nhắn, nội dung ở đây cũng bị xóa.',
    notes:
      'Những gì tư vấn viên đã ghi về trường hợp của bạn không bị xóa theo cách này. Hãy hỏi tư vấn viên.',
  },
  phone: {
    title: 'Điện thoại và mạng của bạn',
    history:
      '"Thoát ngay" xóa cuộc trò chuyện, nhưng lịch sử trình duyệt vẫn có thể cho thấy trang này đã được mở. Hãy xóa lịch sử hoặc dùng cửa sổ ẩn danh.',
    wifi: 'Người quản lý Wi-Fi có thể biết bạn đã mở trang này, nhưng không biết bạn viết gì.',
  },
  asOf: 'Cập nhật ngày {date}',
  back: 'Quay lại trò chuyện',
};
