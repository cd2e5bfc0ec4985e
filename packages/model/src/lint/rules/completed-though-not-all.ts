import { suggestProgress } from '../../card/progress.ts';
import { countsWards } from '../../indicator/indicator.ts';
import { finding, type LintFinding } from '../finding.ts';
import type { LintRow, LintSheet } from '../lint-sheet.ts';
import { isAnswered, liveRows, wardCountOf } from '../live-rows.ts';
import { isForAllWards } from '../words/ward-count.ts';

const FOR_ALL = /全区|全地|全て|すべて/u;

/** 完了 of a goal for all, while the text or the answers leave some out. People may decide so; it wants its reason. */
export const completedThoughNotAll = (sheet: LintSheet): LintFinding[] => liveRows(sheet).flatMap((row) => {
  if (row.progress !== 'completed') return [];
  const facts = byAnswers(row) ?? byWords(row, sheet);
  return facts === null ? [] : [finding('completed-though-not-all', [row], 'progress', facts)];
});

function byWords(row: LintRow, { fiscalYear, wards }: LintSheet): Record<string, string> | null {
  if (!isForAllWards(row.goals)) return null;
  const { counts, scope } = wardCountOf(row, fiscalYear);
  const [most, of] = [Math.max(...counts), scope ?? wards];
  return counts.length > 0 && most < of ? { count: String(most), of: String(of), unit: '区' } : null;
}

function byAnswers({ goals, figure }: LintRow): Record<string, string> | null {
  if (!isAnswered(figure) || figure.denominator === null || !goals.some(({ text }) => FOR_ALL.test(text))) return null;
  return suggestProgress(figure, false).because !== 'not_reached' ? null : { count: figure.value, of: figure.denominator, unit: countsWards(figure) ? '区' : figure.unit };
}
