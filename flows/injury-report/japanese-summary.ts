import { htmlLang, isLanguageTag } from '../../bot/languages.ts';
import { type FormNeeded, formsNeeded } from './forms.ts';
import { JAPANESE } from './japanese-labels.ts';
import { japaneseRows, type PlaceNames } from './japanese-rows.ts';
import { nextSteps } from './next-steps.ts';
import type { InjuryReport } from './report.ts';

/** Names from the tables that the page needs. */
export interface SummaryNames extends PlaceNames {
  /** Name of a form by id (`rousai-5` → 様式第5号). */
  readonly form: (id: string) => string;
}

const NOTE =
  'このまとめは、本人がチャットで選んだ答えと書いた言葉をもとに自動で作りました。事実の確認と、労災に当たるかどうかの判断は、労働基準監督署などが行います。';
const TITLE = '業務・通勤中の事故についての相談のまとめ';

function formLine({ form, to, certain }: FormNeeded, names: SummaryNames): string {
  const where = to === 'hospital' ? '病院・薬局へ' : '職場を管轄する労働基準監督署へ';
  return `${names.form(form)}（${where}）${certain ? '' : '※必要かどうか確認が必要です'}`;
}

function stepLines(report: InjuryReport): readonly string[] {
  return nextSteps(report).map(({ code, by }) =>
    by ? `${JAPANESE.steps[code]} 【${by} まで】` : JAPANESE.steps[code],
  );
}

/** Signs that a reader must not miss. */
function signs(report: InjuryReport): readonly string[] {
  return [
    ...(report.danger === true ? ['本人が命の危険がある症状を答えました。'] : []),
    ...(report.hidden ? ['会社の発言に、労災かくしの疑いがあるものがあります。'] : []),
    ...(report.card === 'health' ? ['健康保険証で受診しています。労災保険への切り替えが必要です。'] : []),
  ];
}

/** The report on one Japanese page as plain text. The person's own words stand untranslated in 「」. */
export function japaneseText(report: InjuryReport, names: SummaryNames): string {
  const rows = japaneseRows(report, names).map(
    ({ name, value, own }) => `${name}：${own ? `「${value}」` : value}`,
  );
  const forms = formsNeeded(report).map((form) => formLine(form, names));
  return [
    `${TITLE}（受付番号 ${report.id}）`,
    signs(report)
      .map((sign) => `【重要】${sign}`)
      .join('\n'),
    rows.join('\n'),
    forms.length > 0 ? `関係する用紙\n${forms.map((line) => `・${line}`).join('\n')}` : '',
    `次にすること\n${stepLines(report)
      .map((line) => `・${line}`)
      .join('\n')}`,
    NOTE,
  ]
    .filter(Boolean)
    .join('\n\n');
}

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
const escaped = (text: string) => text.replace(/[&<>"']/g, (sign) => ESCAPES[sign] ?? sign);

const STYLE =
  'body{font:14px/1.6 sans-serif;max-width:190mm;margin:10mm auto;padding:0 4mm}h1{font-size:18px}h2{font-size:15px}table{border-collapse:collapse;width:100%}th,td{border:1px solid #555;padding:2px 6px;text-align:left;vertical-align:top}th{width:34%;font-weight:600}q{white-space:pre-wrap}.sign{border:2px solid #a00;padding:4px 8px}@page{size:A4;margin:12mm}';

/** The same page as a whole HTML document: no script, nothing loaded from elsewhere, every word escaped. */
export function japaneseHtml(report: InjuryReport, names: SummaryNames): string {
  const { lang } = report.consent;
  const own = isLanguageTag(lang) ? htmlLang(lang) : 'und';
  const rows = japaneseRows(report, names).map((row) => {
    const value = row.own ? `<q lang="${own}">${escaped(row.value)}</q>` : escaped(row.value);
    return `<tr><th scope="row">${escaped(row.name)}</th><td>${value}</td></tr>`;
  });
  const list = (lines: readonly string[]) =>
    `<ul>${lines.map((line) => `<li>${escaped(line)}</li>`).join('')}</ul>`;
  const forms = formsNeeded(report).map((form) => formLine(form, names));
  return [
    `<!doctype html><html lang="ja"><head><meta charset="utf-8"><title>${TITLE}</title>`,
    `<meta name="viewport" content="width=device-width"><style>${STYLE}</style></head><body>`,
    `<h1>${TITLE}</h1><p>受付番号 ${escaped(report.id)}</p>`,
    ...signs(report).map((sign) => `<p class="sign">${escaped(sign)}</p>`),
    `<table>${rows.join('')}</table>`,
    forms.length > 0 ? `<h2>関係する用紙</h2>${list(forms)}` : '',
    `<h2>次にすること</h2>${list(stepLines(report))}<p>${NOTE}</p></body></html>`,
  ].join('\n');
}
