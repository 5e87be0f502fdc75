import type { NextStep } from './next-steps.ts';
import type { InjuryReport } from './report.ts';

type Coded<Key extends keyof InjuryReport> = Extract<
  NonNullable<InjuryReport[Key]> extends readonly (infer Item)[] ? Item : NonNullable<InjuryReport[Key]>,
  string
>;

type Labels<Key extends keyof InjuryReport> = Readonly<Record<Exclude<Coded<Key>, 'unknown'>, string>>;

/** What each code means on the Japanese page; accident types in the words of the official statistics. */
export const JAPANESE: {
  readonly who: Labels<'who'>;
  readonly site: Labels<'site'>;
  readonly situation: Labels<'situation'>;
  readonly accident: Labels<'accident'>;
  readonly side: Labels<'side'>;
  readonly treatment: Labels<'treatment'>;
  readonly card: Labels<'card'>;
  readonly body: Readonly<Record<string, string>>;
  readonly companySaid: Readonly<Record<string, string>>;
  readonly readers: Readonly<Record<string, string>>;
  readonly time: Readonly<Record<string, string>>;
  readonly steps: Readonly<Record<NextStep['code'], string>>;
} = {
  who: { self: '本人', other: '本人以外（同僚など）についての連絡' },
  site: {
    factory: '工場',
    construction: '建設現場',
    farm: '農場・畜舎',
    fishery: '船・港・水産',
    food: '食品加工場',
    care: '介護施設・病院',
    shop: '店舗・飲食店・ホテル',
    road: '道路',
    other: 'その他',
  },
  situation: {
    work: '仕事中',
    commute: '通勤中（行き・帰り）',
    break: '休憩中（職場の中）',
    trip: '出張中',
    private: '仕事と関係のない時間',
  },
  accident: {
    caught: 'はさまれ・巻き込まれ',
    cut: '切れ・こすれ',
    'fall-height': '墜落・転落',
    trip: '転倒',
    object: '飛来・落下',
    struck: '激突・激突され',
    'hot-cold': '高温・低温の物との接触',
    substance: '有害物等との接触',
    electric: '感電',
    traffic: '交通事故',
    strain: '動作の反動・無理な動作',
    other: 'その他（崩壊・倒壊、火災、爆発などを含む）',
  },
  side: { left: '左', right: '右', both: '両方', middle: '左右の別なし' },
  treatment: {
    hospital: '病院で受診した',
    self: '自分で手当てをした（受診していない）',
    none: '何もしていない',
  },
  card: {
    health: '健康保険証（マイナ保険証）',
    accident: '労災と伝えた・労災の用紙',
    nothing: '何も見せていない',
  },
  body: {
    head: '頭',
    eye: '目',
    face: '顔・耳・歯',
    neck: '首',
    shoulder: '肩',
    arm: '腕・ひじ',
    hand: '手・手首',
    finger: '指',
    chest: '胸',
    back: '背中・腰',
    belly: '腹',
    leg: '脚・ひざ',
    foot: '足・足首・足の指',
    whole: '全身',
  },
  companySaid: {
    helped: '手当て・受診を手伝った',
    reports: '労災の手続きをすると言った',
    'use-health-card': '健康保険証を使うように言った',
    'say-elsewhere': '別の場所・仕事以外でけがをしたと言うように言った',
    'keep-quiet': 'だれにも言わないように言った',
    'no-doctor': '病院に行かないように言った',
    'pay-yourself': '自分で払うように言った',
    threat: '帰国・解雇などを言われた',
    nothing: '何も言わない・何もしない',
  },
  readers: { advisors: '相談員', office: '労働基準監督署', hospital: '病院', supervisor: '監理団体' },
  time: {
    early: '早朝',
    morning: '午前',
    noon: '正午ごろ',
    afternoon: '午後',
    evening: '夕方',
    night: '夜',
  },
  steps: {
    'call-119': '119番に電話する（救急車）',
    'see-doctor': '病院で受診する。「仕事中（通勤中）のけが」と伝える',
    'tell-hospital': '病院に労災（仕事・通勤のけが）であることを伝える',
    'switch-card': '健康保険で受診した分を労災保険に切り替える（病院または保険者に申し出る）',
    'tell-company': '会社と監理団体に事故を知らせる（不安なときは先に相談員に相談する）',
    'keep-proof': '写真、証人の名前、診断書、領収書、給与明細、勤務記録を残す',
    'employer-report': '会社が労働者死傷病報告を出す（休業4日以上は遅滞なく、4日未満は四半期ごと）',
    'claim-treatment': '治療の費用の請求（時効2年）',
    'claim-absence': '休業の給付の請求（時効2年）',
    'claim-disability': '障害が残ったときの給付の請求（時効5年）',
  },
};
