import type { DangerTexts } from './danger-texts.ts';

/** Vietnamese. */
export const vi: DangerTexts = {
  self: {
    open: 'Cảm ơn bạn đã viết ra điều này. Bạn không phải chịu đựng một mình.',
    steps:
      'Nếu lúc này bạn sợ mình sẽ tự làm đau bản thân, hãy gọi 119 hoặc nhờ người ở gần gọi giúp. Hãy đến chỗ có người khác và tránh xa những thứ có thể làm bạn bị thương.',
    again:
      'Cảm giác lúc này có thể thay đổi, dù bây giờ bạn chưa thấy vậy. Hãy gọi điện, hoặc đánh thức người ở gần và nói: "Tôi cần giúp đỡ."',
    still:
      'Bạn rất quan trọng. Bây giờ hãy làm một việc thôi: đến bên một người khác, hoặc gọi điện. Sau đó bạn lại nhắn ở đây nhé.',
  },
  attack: {
    open: 'Đây không phải lỗi của bạn. Lúc này sự an toàn của bạn là trên hết.',
    steps:
      'Nếu được, hãy rời khỏi đó, vào phòng khóa cửa lại, hoặc đến chỗ có người. Gọi 110. Nếu không gọi được, hãy nhờ người ở gần gọi.',
    again:
      'Hãy tránh xa người đang làm đau hoặc đe dọa bạn, nếu được. Hãy đến cửa hàng, nhà ga hoặc bốt cảnh sát (交番, kouban).',
    still: 'Bây giờ hãy làm một việc thôi: đến chỗ có người, hoặc gọi 110.',
  },
  emergency: {
    open: 'Gọi 119 ngay. Nếu không gọi được, hãy nói với người ở gần: "119!"',
    steps:
      'Nếu máy đang chạy, hãy tắt máy, nhưng chỉ khi bạn vẫn an toàn. Nếu chảy nhiều máu, lấy vải sạch ấn mạnh lên vết thương. Đừng để người bị nạn một mình, và làm theo hướng dẫn của 119.',
    again:
      'Nếu chưa ai gọi, hãy gọi 119 ngay. Hãy kêu to để có người đến. Nói địa chỉ, hoặc những gì bạn thấy xung quanh. Nếu chính bạn là người cần giúp, hãy gọi ai đó đến bên bạn.',
    still: 'Xe cấp cứu có đang đến không? Nếu chưa, gọi 119 ngay. Đừng chờ một mình.',
  },
  someoneElse: 'Nếu đây là chuyện của người khác: hãy ở bên họ và gọi 119.',
  fire: 'Hãy ra ngoài ngay và đừng quay vào vì bất cứ thứ gì. Báo cho người xung quanh, và gọi 119 từ bên ngoài.',
  safe: { ask: 'Ngay lúc này bạn có an toàn không?', yes: 'Có, tôi an toàn', no: 'Không an toàn' },
  glad: 'Tôi mừng vì bạn an toàn. Nếu có gì thay đổi, hãy gọi 119 hoặc 110, hoặc nhắn cho tôi ngay. Nếu muốn, bạn hãy kể chuyện đã xảy ra hoặc bạn cần gì.',
  notSafe: 'Cảm ơn bạn đã nói ra. Hãy gọi ngay, hoặc nhờ người ở gần gọi giúp.',
  meanings: {
    help: 'Xin hãy giúp tôi.',
    attacked: 'Tôi đang bị tấn công.',
    emergency: 'Đây là ca cấp cứu.',
    ambulance: 'Cho tôi xin xe cấp cứu.',
    fire: 'Có cháy.',
    place: 'Địa điểm là …',
  },
  reach: {
    now: 'Tôi đang gọi tư vấn viên của dịch vụ này. Họ đọc được đoạn chat này và sẽ nhắn cho bạn ở đây khi có người nhận. Nếu đang nguy hiểm, đừng chờ họ: hãy gọi điện.',
    at: (time) =>
      `Lúc này không có tư vấn viên. Từ ${time} tư vấn viên có thể đọc đoạn chat này và trả lời ở đây. Nếu đang nguy hiểm, đừng chờ: hãy gọi điện.`,
    nobody: 'Lúc này không có ai đang đọc đoạn chat này. Hãy gọi điện, hoặc nhờ người ở gần giúp.',
  },
  company: 'Dịch vụ này không báo gì cho công ty của bạn.',
  reminder: 'Nếu đang nguy hiểm: 119 (cấp cứu), 110 (cảnh sát).',
};
