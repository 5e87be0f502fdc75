import type { CoreTexts } from './core-texts.ts';

/** Vietnamese. */
export const vi: CoreTexts = {
  greeting:
    'Xin chào. Tôi là Soudan, chương trình tư vấn miễn phí cho thực tập sinh kỹ năng tại Nhật. Tôi không phải công ty của bạn, cũng không phải nghiệp đoàn quản lý.',
  languageAsk: 'Bạn muốn dùng ngôn ngữ nào?',
  buttons: {
    ask: 'Đặt câu hỏi',
    hurt: 'Bị thương, sợ hãi',
    human: 'Nói chuyện với người',
    lines: 'Số điện thoại',
    more: 'Xem thêm',
    other: 'Chuyện khác',
    language: 'Đổi ngôn ngữ',
  },
  askPrompt:
    'Bạn cứ viết câu hỏi bằng lời của mình. Ví dụ: "Tôi có bao nhiêu ngày nghỉ phép?" hoặc "Công ty giữ hộ chiếu của tôi."',
  hurtPrompt: 'Ngay lúc này bạn có an toàn không? Hãy viết vài chữ về chuyện đã xảy ra. Không cần kể hết.',
  privacyLine: (url) => `Lưu những gì, ai xem được: ${url}`,
  unknown:
    'Xin lỗi, tôi không biết câu trả lời cho câu hỏi này và tôi không muốn đoán. Bạn có thể hỏi lại bằng cách khác, hoặc nhờ giúp đỡ ở dưới đây.',
  offer: {
    now: 'Nếu bạn muốn, tư vấn viên của dịch vụ này có thể trao đổi với bạn ngay bây giờ.',
    at: (time) =>
      `Tư vấn viên của dịch vụ này có thể trao đổi với bạn từ ${time}. Bạn có thể để lại câu hỏi ngay bây giờ.`,
    nobody: 'Hiện giờ không có tư vấn viên nào kết nối với dịch vụ này. Bạn có thể gọi các số sau:',
  },
  clarify: 'Bạn muốn hỏi điều nào dưới đây?',
  source: 'Nguồn',
  checkedOn: (date) => `đã đọc ngày ${date}`,
  related: 'Xem thêm',
  languageChanged: 'Từ bây giờ tôi sẽ viết bằng tiếng Việt.',
  otherLanguage: 'Tôi chưa viết được ngôn ngữ của bạn. Tôi sẽ trả lời bằng tiếng Anh và tiếng Nhật dễ hiểu.',
  smalltalk: {
    hello:
      'Xin chào bạn. Bạn muốn hỏi gì? Bạn có thể hỏi về công việc, tiền lương, sức khỏe, visa hay cuộc sống.',
    thanks: 'Không có gì. Khi cần bạn cứ nhắn cho tôi nhé.',
    whoAreYou:
      'Tôi là Soudan, một chương trình máy tính. Tôi trả lời câu hỏi về công việc và cuộc sống ở Nhật dựa trên nguồn đã được kiểm tra. Tôi không phải công ty của bạn, và bạn dùng miễn phí.',
    bye: 'Tạm biệt bạn. Giữ gìn sức khỏe nhé. Lúc nào bạn cũng có thể nhắn ở đây.',
  },
  handoff: {
    now: 'Tôi đang gọi tư vấn viên cho bạn. Khi có người nhận, họ sẽ nhắn cho bạn ở đây. Bạn cứ viết tiếp, họ sẽ đọc.',
    at: (time) =>
      `Lúc này không có tư vấn viên. Từ ${time} sẽ có người trả lời bạn ở đây. Những gì bạn viết bây giờ được giữ lại cho họ. Nếu không đợi được, hãy gọi các số sau:`,
    nobody:
      'Hiện giờ không có tư vấn viên nào kết nối với dịch vụ này, nên ở đây tôi không gọi người cho bạn được. Các số sau có thể giúp bạn:',
  },
  errors: {
    failed: 'Phía chúng tôi bị lỗi. Không phải lỗi của bạn. Bạn viết lại một lần nữa giúp tôi nhé.',
    tooLong: (max) => `Tin này dài quá. Bạn chia ra, mỗi phần không quá ${max} ký tự nhé.`,
    retry: 'Bạn thử lại sau vài phút nhé.',
    attachment: 'Tôi không nhận được tệp này. Bạn gửi lại, hoặc viết trong đó có gì nhé.',
    voice: 'Tôi không nghe rõ tin thoại. Bạn viết vài chữ giúp tôi nhé.',
  },
  attachmentReceived:
    'Tôi đã nhận được. Tôi không xem được nội dung ảnh hay tệp. Bạn viết thêm vài chữ xem đó là gì nhé.',
  sticker: 'Tôi đã thấy nhãn dán của bạn. Nếu muốn hỏi gì, bạn viết bằng chữ nhé.',
  modelConsent: {
    ask: 'Một dịch vụ AI bên ngoài hệ thống này có được đọc câu hỏi này để viết câu trả lời đầy đủ hơn không? Máy chủ của họ có thể ở ngoài Nhật. Đừng viết tên người. Bạn có thể từ chối; câu trả lời ở trên vẫn còn.',
    yes: 'Được',
    no: 'Không',
    accepted: 'Cảm ơn bạn. Lúc nào bạn cũng có thể đổi ý bằng cách viết "không dùng AI".',
    declined: 'Vâng. Không có gì được gửi ra ngoài.',
  },
  unsent: 'Bạn đã thu hồi tin nhắn. Tôi đã xóa nội dung đó.',
  staleTranslation: 'Trang tiếng Nhật đã được sửa sau bản dịch này. Chi tiết có thể khác.',
  from: (date) => `từ ngày ${date}`,
  until: (date) => `đến ngày ${date}`,
  typedHint: 'Bạn có thể bấm nút hoặc gõ chữ trên nút.',
  lines: {
    heading: 'Nơi bạn có thể gọi',
    openNow: 'đang mở',
    opens: (time) => `mở từ ${time}`,
    hoursVary: 'ngày giờ có thể thay đổi',
    allDay: '24 giờ, mọi ngày',
    free: 'gọi miễn phí',
    press: (key) => `sau đó bấm ${key}`,
    japaneseOnly: 'chỉ tiếng Nhật',
    severalLanguages: 'nhiều thứ tiếng, hãy hỏi tiếng của bạn',
    sayThis: 'Bạn có thể nói',
    interpreterMeaning: 'Tôi cần phiên dịch tiếng Việt.',
    police: 'Cảnh sát',
    ambulance: 'Cấp cứu, cứu hỏa',
    seenOn: (date) => `số này được đọc ngày ${date}`,
    none: 'Tôi không có số nào đã kiểm tra cho việc này.',
  },
  forms: {
    work: 'bị thương hoặc bệnh do công việc',
    commuting: 'bị thương trên đường đi làm hoặc về',
    treatment: 'điều trị miễn phí ở bệnh viện được chỉ định',
    change: 'khi chuyển sang bệnh viện được chỉ định khác',
    refund: 'lấy lại tiền điều trị bạn đã tự trả',
    absence: 'tiền cho những ngày không làm việc được',
  },
  wages: {
    heading: 'Lương tối thiểu một giờ',
    perHour: (yen) => `${yen} yên`,
    note: 'Trước ngày ghi ở đây vẫn là mức cũ. Tính theo tỉnh nơi bạn làm việc.',
  },
  offices: {
    heading: (city) => `Văn phòng JITCO ${city}`,
    noNumber: 'Tôi không có số điện thoại đã kiểm tra của văn phòng này.',
  },
};
