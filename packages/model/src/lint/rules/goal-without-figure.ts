import { finding, type LintFinding } from '../finding.ts';
import type { LintGoal, LintRow, LintSheet } from '../lint-sheet.ts';
import { liveRows } from '../live-rows.ts';
import { deadlinesOf } from '../words/deadlines.ts';
import { numbersIn } from '../words/numbers.ts';

/** A measure that is to move: 「加入率が向上」, 「参加者数を増やす」. 複数 and 効率 are no measures. */
const MEASURE_MOVES = /(?:(?<![効能])率|割合|(?<![複多少])数)(?:が|を|は|の)?[^。、\n]{0,10}(?:向上|上昇|上げ|上がる|増加|増や|増え|ふや|ふえ|拡大|改善|減少|減ら|へら|下げ|半減)/u;

/** A goal in figures, and 実績 without one. Nothing is said while the 実績 is still empty, nor before the year in which the goal begins. */
export const goalWithoutFigure = (sheet: LintSheet): LintFinding[] => liveRows(sheet).flatMap((row) => {
  const { goals, texts, wardTable } = row;
  const goal = goals.find((each) => isInFigures(each.text.normalize('NFKC'), sheet.fiscalYear) && hasBegun(each, sheet.fiscalYear));
  if (goal === undefined || wardTable !== null || texts.results.trim() === '') return [];
  return printsFigure(row, sheet.fiscalYear) ? [] : [finding('goal-without-figure', [row], 'results', { goal: goal.text })];
});

const isInFigures = (goal: string, fiscalYear: number): boolean => MEASURE_MOVES.test(goal) || numbersIn(goal, fiscalYear).some(({ role }) => role === 'aim');

/** 「令和6年度以降」 and 「令和6年度から毎年度」 ask for nothing in 令和5年度. */
const hasBegun = (goal: LintGoal, fiscalYear: number): boolean =>
  deadlinesOf([goal]).every(({ kind, fiscalYear: year }) => (kind !== 'from' && kind !== 'recurring') || year === null || year <= fiscalYear);

/** Any result counts, of whatever year: which year it is of is another rule's business. */
const printsFigure = ({ texts }: LintRow, fiscalYear: number): boolean =>
  numbersIn(texts.results.normalize('NFKC'), fiscalYear).some(({ role }) => role === 'result');
