import type { SheetRow, TextCell } from '../sheet.ts';

/** No cell of a form needs more for its figures; patterns are not let loose on longer ones. */
const LONGEST = 4000;

/** A row's words as the interpretation reads them: compatibility forms folded, spaces made one. */
export interface RowWords {
  goal: string;
  preamble: string;
  results: string;
  issues: string;
  /** The deadlines of the goals as printed, joined. */
  deadline: string;
  /** 全区 stands in the goal, or above the 取組. */
  isForAllWards: boolean;
}

/** What the words of a row say, ready to be searched. */
export function wordsOfRow(row: SheetRow, above: string | undefined): RowWords {
  const goal = folded(row.goals.map(({ text }) => text).join('\n'));
  const preamble = folded(above ?? '');
  return {
    goal, preamble,
    results: folded(textOf(row.results)),
    issues: folded(textOf(row.issues)),
    deadline: folded(row.goals.map(({ text, deadline }) => deadline ?? text).join('\n')),
    isForAllWards: /全\s?区/u.test(`${goal}\n${preamble}`),
  };
}

const folded = (text: string): string => text.slice(0, LONGEST).normalize('NFKC').replace(/[ \t]+/gu, ' ').replace(/\s*:\s*/gu, ':');
const textOf = (cell: TextCell): string => (cell.kind === 'text' ? cell.text : '');
