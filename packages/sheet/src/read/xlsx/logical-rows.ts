import { tidy } from '../../characters.ts';
import type { DocumentCell, DocumentTable } from '../../document.ts';
import { byRowOf } from './grid.ts';
import type { GridCell } from './grid.ts';
import { groupOf } from './groups.ts';
import type { Group } from './groups.ts';
import { joinMarks } from './marks.ts';
import type { Run } from './runs.ts';

/** The cells of each row of the form, one for each column of its table unless a merged cell covers the place. */
export function cellsOf(runs: readonly Run[], groups: readonly Group[]): DocumentCell[][] {
  const coveredUntil: number[] = groups.map(() => -1);
  const begun = (at: number): boolean => runs.some(({ cells }) => cells.some(({ left, text }) => text !== '' && groupOf(left, groups) === at));
  const wanted = groups.findLastIndex(({ isNamed }, at) => isNamed || begun(at));
  const byGroup = runs.map((run) => bucketsOf(run, groups));
  return runs.map((_, index) => {
    const cells: DocumentCell[] = [];
    for (let at = 0; at <= wanted; at++) {
      if ((coveredUntil[at] ?? -1) >= index) continue;
      const own = byGroup[index]?.get(at) ?? [];
      const cell = contentOf(own);
      let span = 1;
      const [only] = own;
      if (only !== undefined && own.length === 1) {
        // A merged cell covers no place in which another text begins, as one may where columns are told by the header.
        const isFree = (row: number, group: number): boolean => byGroup[row]?.has(group) !== true;
        while (at + span <= wanted && (groups[at + span]?.right ?? Infinity) <= only.right && isFree(index, at + span) && (coveredUntil[at + span] ?? -1) < index) span++;
        let rows = 1;
        const reaches = (): boolean => (runs[index + rows]?.top ?? Infinity) <= only.bottom && Array.from({ length: span }, (__, group) => at + group).every((group) => isFree(index + rows, group));
        while (reaches()) rows++;
        if (span > 1) cell.colSpan = span;
        if (rows > 1) cell.rowSpan = rows;
        for (let covered = at; covered < at + span; covered++) coveredUntil[covered] = index + rows - 1;
      }
      cells.push(cell);
      at += span - 1;
    }
    return cells;
  });
}

/** The texts of a run by the column of the form that they begin in. */
function bucketsOf({ cells }: Run, groups: readonly Group[]): Map<number, GridCell[]> {
  const found = new Map<number, GridCell[]>();
  for (const cell of cells) {
    if (cell.text === '') continue;
    const group = groupOf(cell.left, groups);
    const own = found.get(group);
    if (own === undefined) found.set(group, [cell]);
    else own.push(cell);
  }
  return found;
}

/** Texts one above the other are lines of one cell; two rows or more of several cells are a table within it. */
function contentOf(cells: readonly GridCell[]): DocumentCell {
  const rows = [...byRowOf(cells).values()].map((row) => ({ row, texts: joinMarks(row) }));
  const wide = rows.flatMap(({ texts }, index) => (texts.length > 1 ? [index] : []));
  const [from = 0] = wide;
  const to = wide.at(-1) ?? -1;
  if (wide.length < 2) return { text: tidy(rows.map(({ texts }) => texts.join(' ')).join('\n')) };
  const lines = rows.filter((_, index) => index < from || index > to).map(({ texts }) => texts.join(' '));
  return { text: tidy(lines.join('\n')), tables: [nested(rows.slice(from, to + 1).map(({ row }) => row))] };
}

function nested(rows: readonly (readonly GridCell[])[]): DocumentTable {
  const columns = [...new Set(rows.flatMap((row) => row.map(({ left }) => left)))].sort((a, b) => a - b);
  return { kind: 'table', rows: rows.map((row) => ({ line: 0, cells: columns.map((column) => ({ text: tidy(row.find(({ left }) => left === column)?.text ?? '') })) })) };
}
