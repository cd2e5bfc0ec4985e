import type { Account } from '../account.ts';
import { isDash, keyOf } from '../characters.ts';
import type { GoalAmendment, MeasuresCell, TextCell } from '../sheet.ts';

/** 「—」 is none, an empty cell blank. */
export function textCell(text: string): TextCell {
  if (text === '') return { kind: 'blank' };
  return isDash(text) ? { kind: 'none' } : { kind: 'text', text };
}

/** An empty cell is the one above; in the first row there is none above, which a person should see. */
export function measuresCell(text: string, isFirst: boolean, line: number, account: Account): MeasuresCell {
  if (text !== '') return isDash(text) ? { kind: 'none' } : { kind: 'text', text };
  if (!isFirst) return { kind: 'same_as_above' };
  account.find('measures/blank-first', line, '具体的取組の欄が空ですが、上に行がありません。「なし」として読みました。');
  return { kind: 'none' };
}

/** 【参考】 in the 課題 column: the goal of the year after. Needs a person's word before it changes the plan. */
function amendmentIn(text: string, fiscalYear: number | null): GoalAmendment | null {
  const lines = text.split('\n');
  if (!/^【参考】/u.test(lines[0] ?? '') || !/(めざす|目指す)姿/u.test(text)) return null;
  const heading = lines.findIndex((line) => /^(めざす|目指す)姿(\(取組目標\))?$/u.test(keyOf(line)));
  if (heading < 0 || heading === lines.length - 1) return null;
  return {
    label: lines.slice(0, heading + 1).join('\n'),
    text: lines.slice(heading + 1).join('\n'),
    fiscalYear: fiscalYear === null ? null : fiscalYear + 1,
  };
}

/** The 課題 column in two: its own text, and the 【参考】 that may stand below it. */
export function splitAmendment(text: string, fiscalYear: number | null): { rest: string; amendment: GoalAmendment | null } {
  const lines = text.split('\n');
  const start = lines.findIndex((line) => line.startsWith('【参考】'));
  const amendment = start < 0 ? null : amendmentIn(lines.slice(start).join('\n'), fiscalYear);
  return amendment === null ? { rest: text, amendment } : { rest: lines.slice(0, start).join('\n'), amendment };
}
