import { keyOf } from '../../characters.ts';

/** Where each column of the form stands, told by the header row and not by counting. */
export interface Columns {
  width: number;
  goal: number;
  measures: number;
  results: number;
  status: number;
  issues: number;
  nextSteps: number;
}

/** The columns of a header row; a column that is not named keeps the place it has on the form. */
export function columnsOf(cells: readonly string[]): Columns {
  const keys = cells.map(keyOf);
  const width = keys.reduce((last, key, index) => (key === '' ? last : index + 1), 0);
  const find = (pattern: RegExp, usual: number): number => {
    const index = keys.findIndex((key) => pattern.test(key));
    return index < 0 ? usual : index;
  };
  return {
    width,
    goal: find(/^(めざす|目指す)姿/u, 0),
    measures: find(/^具体的/u, 1),
    results: find(/実績/u, 2),
    status: find(/^実施状況/u, 3),
    issues: find(/^課題/u, 4),
    nextSteps: find(/年度以降/u, 5),
  };
}
