import type { ClosingTexts } from './closing-texts.ts';

/** Japanese. reviewed: none */
export const ja: ClosingTexts = {
  title: '次にすること',
  until: (day) => `${day}まで`,
  forms: '関係する用紙',
  maybe: '必要かどうか確認してください',
  steps: {
    'call-119': '119に電話して、救急車を呼ぶ。',
    'see-doctor': '病院で診てもらう。「仕事のけが」か「通勤中のけが」だと伝える。',
    'tell-hospital': '病院に、労災（仕事や通勤のけが）だと伝える。',
    'switch-card': '健康保険を使った病院に、労災に切り替えたいと言う。',
    'tell-company': '会社と監理団体に事故を知らせる。',
    'keep-proof': '写真、見ていた人の名前、病院の紙、領収書、給与明細、勤務の記録を残す。',
    'employer-report': '会社は労働基準監督署に事故の報告を出す義務がある。出したか聞く。',
    'claim-treatment': '治療費の請求。期限は2年。',
    'claim-absence': '休んだ日の給付の請求。期限は2年。',
    'claim-disability': '障害が残ったときの請求。期限は5年。',
  },
};
