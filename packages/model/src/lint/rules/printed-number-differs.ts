import { compare, round, sum } from '../../indicator/decimal.ts';
import { countsWards } from '../../indicator/indicator.ts';
import { finding, type LintFinding } from '../finding.ts';
import type { LintRow, LintSheet } from '../lint-sheet.ts';
import { isAnswered, liveRows, wardCountOf } from '../live-rows.ts';
import { currentNumbers } from '../words/numbers.ts';

/**
 * A number typed into the 実績 that is not the one the answers make. Only once everybody asked has answered: before,
 * the figure is still on its way and the difference means nothing.
 */
export const printedNumberDiffers = (sheet: LintSheet): LintFinding[] => liveRows(sheet).flatMap((row) => {
  if (!isAnswered(row.figure)) return [];
  const difference = countsWards(row.figure) ? wardsDiffer(row, row.figure, sheet) : valueDiffers(row, row.figure, sheet);
  return difference === null ? [] : [finding('printed-number-differs', [row], 'results', difference)];
});

type Answered = NonNullable<LintRow['figure']> & { value: string };

function wardsDiffer(row: LintRow, { value, denominator }: Answered, { fiscalYear }: LintSheet): Record<string, string> | null {
  const { count, counts, all, scope } = wardCountOf(row, fiscalYear);
  const concerned = Number(denominator ?? value);
  if (count !== null && !counts.includes(Number(value))) return { printed: String(count), answered: value, unit: '区' };
  if (count === null && all !== null && Number(value) < concerned) return { printed: '全区', answered: value, unit: '区' };
  return scope !== null && scope !== concerned ? { printed: String(scope), answered: String(concerned), unit: '区' } : null;
}

/** The text rounds as it likes: 60% is 59.7%. Of several numbers in the unit one has to be it, or all of them together. */
function valueDiffers({ texts }: LintRow, { value, unit }: Answered, { fiscalYear }: LintSheet): Record<string, string> | null {
  const printed = currentNumbers(texts.results.normalize('NFKC'), fiscalYear).filter((number) => number.unit === unit).map((number) => number.value);
  const [first] = printed;
  if (first === undefined || [...printed, sum(printed)].some((each) => compare(round(value, placesOf(each)), each) === 0)) return null;
  return { printed: first, answered: value, unit };
}

const placesOf = (decimal: string): number => decimal.split('.')[1]?.length ?? 0;
