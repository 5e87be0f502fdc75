import type { EngineTexts } from './engine-texts.ts';

/** Vietnamese. reviewed: none */
export const vi: EngineTexts = {
  buttons: {
    back: 'Quay lại',
    keep: 'Giữ nguyên',
    skip: 'Bỏ qua',
    unknown: 'Tôi không biết',
    stop: 'Dừng lại',
    stopYes: 'Đúng, dừng',
    stopNo: 'Không, tiếp tục',
    done: 'Xong',
    yes: 'Có',
    no: 'Không',
    agree: 'Tôi đồng ý',
    disagree: 'Tôi không đồng ý',
    today: 'Hôm nay',
    yesterday: 'Hôm qua',
    send: 'Gửi',
  },
  dayParts: {
    early: 'Sáng sớm',
    morning: 'Buổi sáng',
    noon: 'Khoảng 12 giờ trưa',
    afternoon: 'Buổi chiều',
    evening: 'Chiều tối',
    night: 'Ban đêm',
  },
  stopAsk: 'Bạn muốn dừng lại không? Các câu trả lời ở đây sẽ bị xóa và không gửi đi đâu cả.',
  stopped: 'Đã dừng. Không có gì được gửi đi. Bạn có thể bắt đầu lại bất cứ lúc nào.',
  declined: 'Không sao. Tôi không lưu lại gì. Bạn vẫn có thể hỏi tôi mọi điều.',
  review:
    'Bạn xem lại các câu trả lời nhé. Muốn sửa câu nào thì gửi số của câu đó. Nếu đúng hết, hãy bấm “Gửi”.',
  more: 'Tôi đã ghi lại. Còn gì nữa không? Nếu hết rồi, hãy bấm “Xong”.',
  photo: 'Tôi đã nhận được. Bạn có thể gửi thêm. Khi hết, hãy bấm “Xong”.',
  kept: 'Tôi đã nhận được và giữ cùng các câu trả lời của bạn.',
  which: 'Ý bạn là cái nào?',
  resumed: 'Ta tiếp tục các câu hỏi nhé.',
  dropped:
    'Các câu hỏi đã thay đổi so với lần trước, nên câu trả lời cũ đã được xóa. Bạn vui lòng bắt đầu lại.',
  problems: {
    choose: 'Bạn hãy chọn một mục trong danh sách. Gửi số của mục đó cũng được.',
    date: 'Tôi chưa hiểu ngày nào. Bạn viết như “ngày 3 tháng 11” hoặc “3 ngày trước” nhé.',
    future: 'Ngày đó chưa tới. Chuyện xảy ra hôm nào?',
    'long-ago': 'Ngày đó đã hơn mười năm. Bạn kiểm tra lại nhé.',
    time: 'Tôi chưa hiểu mấy giờ. Bạn viết như 15:30 nhé.',
    number: 'Bạn hãy gửi một con số.',
    range: 'Số này không phù hợp. Bạn kiểm tra lại nhé.',
    text: 'Bạn hãy viết vài chữ nhé.',
    photo: 'Bạn hãy gửi ảnh, hoặc bấm “Bỏ qua”.',
    long: 'Đoạn này dài quá. Bạn viết ngắn hơn nhé.',
  },
};
