import { compare, isDecimal, mean, parseDecimal, round } from '../../indicator/decimal.ts';
import { finding, type LintFinding } from '../finding.ts';
import type { LintRow, LintSheet, LintWardTable } from '../lint-sheet.ts';
import { liveRows } from '../live-rows.ts';
import { fiscalYearsOf, timesIn } from '../words/times.ts';

/** 「令和4年度全区平均 48.7%」: the year stands close in front. */
const MEAN = /平均[は:]? ?(\d+(?:\.\d+)?)/gu;
const CLOSE = 16;

interface StatedMean {
  value: string;
  fiscalYear: number;
}

/**
 * A mean in the めざす姿 or the 実績 against the simple mean of the table's column of that year, exact, to as many
 * decimals as are stated. A weighted mean may differ rightly; then that is worth a note.
 */
export const statedMeanDiffers = (sheet: LintSheet): LintFinding[] => liveRows(sheet).flatMap((row) => {
  const table = row.wardTable;
  if (table === null) return [];
  return statedMeans(row, sheet.fiscalYear).flatMap(({ value, fiscalYear }): LintFinding[] => {
    const at = table.columns.findIndex((label) => fiscalYearsOf(label.normalize('NFKC'), sheet.fiscalYear)?.includes(fiscalYear) === true);
    const values = at < 0 ? null : columnOf(table, at);
    if (values === null) return [];
    const places = value.split('.')[1]?.length ?? 0;
    const computed = mean(values, places + 1) ?? value;
    const isSame = compare(mean(values, places) ?? value, round(value, places)) === 0;
    const facts = { stated: value, computed, unit: table.unit, column: table.columns[at] ?? '', wards: String(values.length) };
    return [finding('stated-mean-differs', [row], 'goals', facts, isSame ? 'pass' : 'hit')];
  });
});

function statedMeans({ goals, texts }: LintRow, fiscalYear: number): StatedMean[] {
  const text = [...goals.map((goal) => goal.text), texts.results].join('\n').normalize('NFKC');
  const times = timesIn(text, fiscalYear);
  return [...text.matchAll(MEAN)].flatMap((match): StatedMean[] => {
    const time = times.findLast(({ end }) => end <= match.index && match.index - end <= CLOSE);
    const year = time === undefined ? undefined : fiscalYearsOf(time.text, fiscalYear)?.at(-1);
    return year === undefined || match[1] === undefined ? [] : [{ value: match[1], fiscalYear: year }];
  });
}

/** The figures of a column; null where one of them is not a figure. */
function columnOf({ rows }: LintWardTable, at: number): string[] | null {
  const values = rows.map(({ values: cells }) => parseDecimal(cells[at] ?? '') ?? '');
  return values.length > 0 && values.every(isDecimal) ? values : null;
}
