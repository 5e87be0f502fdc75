import type { ClosingTexts } from './closing-texts.ts';

/** Vietnamese. reviewed: none */
export const vi: ClosingTexts = {
  title: 'Việc cần làm tiếp',
  until: (day) => `đến ${day}`,
  forms: 'Mẫu giấy',
  maybe: 'hãy hỏi xem có cần không',
  steps: {
    'call-119': 'Gọi 119 để có xe cấp cứu.',
    'see-doctor': 'Đi khám. Nói rằng bạn bị thương khi làm việc, hoặc trên đường đi làm, về nhà.',
    'tell-hospital': 'Nói với bệnh viện đây là tai nạn lao động (労災, rosai).',
    'switch-card': 'Nói với bệnh viện nơi đã dùng bảo hiểm y tế rằng bạn muốn chuyển sang 労災 (rosai).',
    'tell-company': 'Báo tai nạn cho công ty và nghiệp đoàn quản lý.',
    'keep-proof': 'Giữ ảnh, tên người nhìn thấy, giấy bệnh viện, biên lai, phiếu lương và giờ làm việc.',
    'employer-report': 'Công ty phải báo tai nạn cho Sở giám sát tiêu chuẩn lao động. Hãy hỏi đã báo chưa.',
    'claim-treatment': 'Xin tiền chữa trị. Thời hạn hai năm.',
    'claim-absence': 'Xin tiền cho những ngày không làm được. Thời hạn hai năm.',
    'claim-disability': 'Nếu để lại thương tật: xin trợ cấp. Thời hạn năm năm.',
  },
};
