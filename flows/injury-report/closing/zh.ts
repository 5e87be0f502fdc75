import type { ClosingTexts } from './closing-texts.ts';

/** Chinese (simplified). reviewed: none */
export const zh: ClosingTexts = {
  title: '接下来要做的事',
  until: (day) => `${day}之前`,
  forms: '相关表格',
  maybe: '请问清楚是否需要',
  steps: {
    'call-119': '打119叫救护车。',
    'see-doctor': '去看医生，说明是工作中或上下班路上受的伤。',
    'tell-hospital': '告诉医院这是工伤（労災）。',
    'switch-card': '告诉用过健康保险的医院，您要改成工伤（労災）。',
    'tell-company': '把事故告诉公司和监理团体。',
    'keep-proof': '保留照片、目击者的名字、医院单据、收据、工资单和工作时间记录。',
    'employer-report': '公司有义务向劳动基准监督署报告事故。请问是否已经报告。',
    'claim-treatment': '申请治疗费，期限两年。',
    'claim-absence': '申请不能上班那些天的钱，期限两年。',
    'claim-disability': '如果留下后遗症，可以申请补偿，期限五年。',
  },
};
