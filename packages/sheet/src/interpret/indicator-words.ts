import { formatFiscalYear, type Indicator, type IndicatorKind } from '@furikaeri/model';
import type { SheetRow } from '../sheet.ts';
import { concernedWards } from './indicator-measure.ts';
import type { PrintedPart } from './indicator-parts.ts';
import type { PrintedFigure } from './printed-figure.ts';
import type { RowWords } from './row-words.ts';

/** What is asked beside the goal, which every screen shows with it. */
export function questionOf(kind: IndicatorKind, unit: string, fiscalYear: number | null, parts: readonly PrintedPart[]): string {
  const year = fiscalYear === null ? '年度' : formatFiscalYear(fiscalYear);
  const when = `${year}末時点で`;
  const split = parts.length === 0 ? '内訳' : parts.map(({ name }) => name).join('・');
  switch (kind) {
    case 'count_yes': return `${when}、区として行っていますか`;
    case 'sum': return `${when}、これにあたる数を答えてください（単位：${unit}）`;
    case 'ratio': return `${when}、対象の数と、そのうち済んだ数を答えてください`;
    case 'per_ward': return `比べる二つの時点の値を答えてください（単位：${unit}）`;
    case 'cumulative': return `${year}末までに始めた日を答えてください`;
    case 'count_events': return `${year}の件数を答えてください（${split}）`;
    case 'partition': return `${when}の全体の数と、その内訳を答えてください（${split}）`;
    case 'bureau_value': return `${when}の値を答えてください（単位：${unit}）`;
    case 'text_only': return `${when}、どのような状況か書いてください`;
  }
}

/** A word about the denominator or the figure: who is left out, who follows, which year it is of. */
export function noteOf(kind: IndicatorKind, { goal, results }: RowWords, baseline: Indicator['baseline'], fiscalYear: number | null): string {
  if (kind === 'text_only') return '';
  if (kind === 'sum') {
    const left = /(\d+\s?(?:地活協|団体|区)を除く)/u.exec(results)?.[1]?.replace(/\s+/gu, '');
    if (left !== undefined) return left;
    const growth = /目標\s?(\d+)%増/u.exec(goal)?.[1];
    return growth !== undefined && baseline === undefined ? `目標は${growth}%増（基準の値は様式にありません）` : '';
  }
  if (kind === 'count_yes') {
    const concerned = concernedWards(results);
    if (concerned !== undefined) return `関係${concerned}区が対象`;
    return /令和\d{1,2}年度(?:から)?実施予定\s?\d{1,2}区/u.exec(results)?.[0].replace(/\s+/gu, '') ?? '';
  }
  if (kind !== 'bureau_value') return '';
  const year = /(?:R|令和)(\d{1,2})年度(?=実績|の[\p{Script=Han}]{0,8}率)/u.exec(results)?.[1];
  if (year !== undefined && Number(year) + 2018 !== fiscalYear) return `令和${year}年度の値`;
  const month = /(?:R|令和)(\d{1,2})(?:\.|年)(\d{1,2})月?末/u.exec(results);
  return month === null ? '' : `令和${month[1] ?? ''}年${month[2] ?? ''}月末の値`;
}

/** A cell that the form did not split holds a deadline for each of its goals. */
const DEADLINE = /(?:令和\d{1,2}年度から)?毎年度|令和\d{1,2}年度(?:中|末)?(?:までに?|に|から|以降)/gu;

/** Where the sheet gives no figure of what the row counts: what it says instead. */
export function withoutFigureOf(kind: IndicatorKind, row: SheetRow, words: RowWords, printed: PrintedFigure | null, figure: PrintedFigure | null): string | undefined {
  if (figure !== null || row.wardTable !== undefined) return undefined;
  if (kind === 'text_only') {
    const goals = Math.max(row.goals.length, [...words.goal.matchAll(DEADLINE)].length);
    return goals > 1
      ? `${goals}つのめざす姿を1行で見るため、一つの数値になりません。文で答えます。`
      : 'めざす姿にも実績にも数値がありません。文で答えます。';
  }
  if (printed !== null && printed.value !== null) return `様式の${printed.text}は参考の数値で、${kind === 'count_yes' ? '区の数' : 'この指標の数'}は書かれていません。回答から数えます。`;
  switch (kind) {
    case 'per_ward': return 'めざす姿は率の向上ですが、様式に率が書かれていません。回答から数えます。';
    case 'count_yes': return 'めざす姿は全区ですが、様式に区の数が書かれていません。回答から数えます。';
    default: return '様式に数値が書かれていません。回答から数えます。';
  }
}
