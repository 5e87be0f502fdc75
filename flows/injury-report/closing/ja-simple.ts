import type { ClosingTexts } from './closing-texts.ts';

/** Easy Japanese. reviewed: none */
export const jaSimple: ClosingTexts = {
  title: 'つぎに すること',
  until: (day) => `${day}まで`,
  forms: 'いる かみ（書類）',
  maybe: 'いるか どうか 聞いて ください',
  steps: {
    'call-119': '119に 電話して、救急車を よぶ。',
    'see-doctor': '病院に 行く。「しごとの けが」か「しごとに 行くとき・帰るときの けが」と 言う。',
    'tell-hospital': '病院に「労災です」と 言う。',
    'switch-card': 'ほけんの カードを つかった 病院に「労災に かえたいです」と 言う。',
    'tell-company': '会社と 監理団体に じこを 知らせる。',
    'keep-proof':
      'しゃしん、見た 人の 名前、病院の 紙、領収書、給料の 紙、はたらいた 時間の 記録を とっておく。',
    'employer-report': '会社は 労働基準監督署に じこを 知らせなければ ならない。出したか 聞く。',
    'claim-treatment': '病院の お金を もらう 手続き。2年の あいだ。',
    'claim-absence': '休んだ 日の お金を もらう 手続き。2年の あいだ。',
    'claim-disability': 'からだに 障害が のこった ときの 手続き。5年の あいだ。',
  },
};
