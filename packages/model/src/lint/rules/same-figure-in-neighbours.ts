import { countsWards } from '../../indicator/indicator.ts';
import { finding, type LintFinding } from '../finding.ts';
import type { LintRow, LintSheet } from '../lint-sheet.ts';
import { isAnswered, liveRows, wardCountOf } from '../live-rows.ts';

/**
 * Two rows of one 取組, one below the other, print the same number of wards for different goals: the eye may have
 * slipped a line. All wards in both is no coincidence. Passing once the answers give both rows that number.
 */
export const sameFigureInNeighbours = (sheet: LintSheet): LintFinding[] => {
  const rows = liveRows(sheet);
  return rows.flatMap((row, index): LintFinding[] => {
    const next = rows[index + 1];
    if (next === undefined || next.section !== row.section || next.initiative !== row.initiative) return [];
    const [count, other] = [row, next].map((each) => wardCountOf(each, sheet.fiscalYear).count);
    if (count == null || count !== other || count >= sheet.wards) return [];
    const isConfirmed = answers(row, count) && answers(next, count);
    return [finding('same-figure-in-neighbours', [row, next], 'results', { count: String(count), unit: '区' }, isConfirmed ? 'pass' : 'hit')];
  });
};

const answers = ({ figure }: LintRow, count: number): boolean => isAnswered(figure) && countsWards(figure) && Number(figure.value) === count;
