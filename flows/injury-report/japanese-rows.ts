import { JAPANESE } from './japanese-labels.ts';
import type { InjuryReport } from './report.ts';

/** One line of the page: what was asked and what was answered; `own` when the answer is in the person's own words. */
export interface Row {
  readonly name: string;
  readonly value: string;
  readonly own?: boolean;
}

/** Names that the report only has as ids. */
export interface PlaceNames {
  readonly prefecture: (id: string) => string;
}

const UNKNOWN = 'わからない（本人の回答）';
const NONE = '回答なし';

function shown(value: unknown, name: (code: string) => string | undefined): string {
  if (value === null) return NONE;
  if (value === 'unknown') return UNKNOWN;
  if (typeof value === 'boolean') return value ? 'はい' : 'いいえ';
  const codes: readonly unknown[] = Array.isArray(value) ? value : [value];
  return codes.map((code) => name(String(code)) ?? String(code)).join('、');
}

const from = (labels: Readonly<Record<string, string>>) => (code: string) => labels[code];
const asIs = (text: string) => text;
const own = (name: string, value: string | null): Row =>
  value === null || value === 'unknown' ? { name, value: shown(value, asIs) } : { name, value, own: true };

/** The report as lines of a Japanese page, in the order in which an office asks. Leaves out how to reach the person. */
export function japaneseRows(report: InjuryReport, names: PlaceNames): readonly Row[] {
  const day = (iso: string) => iso.replace(/^(\d+)-0?(\d+)-0?(\d+)$/, '$1年$2月$3日');
  const hospital = report.treatment === 'hospital';
  const row = (name: string, value: unknown, label: (code: string) => string | undefined = asIs): Row => ({
    name,
    value: shown(value, label),
  });
  return [
    row('回答した人', report.who, from(JAPANESE.who)),
    row('発生日', report.date, day),
    row('発生時刻', report.time, (time) => JAPANESE.time[time] ?? time),
    row('都道府県', report.prefecture, names.prefecture),
    row('場所の種類', report.site, from(JAPANESE.site)),
    row('そのときの状況', report.situation, from(JAPANESE.situation)),
    row('事故の型', report.accident, from(JAPANESE.accident)),
    own('本人の言葉（原文のまま）', report.story),
    row('けがの部位', report.body, from(JAPANESE.body)),
    row('左右', report.side, from(JAPANESE.side)),
    row('治療', report.treatment, from(JAPANESE.treatment)),
    ...(hospital
      ? [
          row('労災指定の医療機関か', report.designated),
          row('転院したか', report.changed),
          row('自分で払ったか', report.paid),
          row('窓口で見せたもの', report.card, from(JAPANESE.card)),
        ]
      : []),
    row('会社は知っているか', report.companyKnows),
    ...(report.companyKnows === true
      ? [row('会社の対応・発言', report.companySaid, from(JAPANESE.companySaid))]
      : []),
    row('仕事を休んだ日数', report.daysOff, (days) => `${days}日`),
    row('見ていた人', report.witnesses, asIs),
    ...(report.witnesses === true ? [own('見ていた人について（原文のまま）', report.witnessWords)] : []),
    { name: '写真・資料', value: `${report.photos.length}点` },
    row('本人が見せてよいと答えた相手', report.readers, from(JAPANESE.readers)),
  ];
}
