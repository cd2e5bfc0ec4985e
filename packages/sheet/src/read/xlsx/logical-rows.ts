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
  return runs.map((run, index) => {
    const cells: DocumentCell[] = [];
    const byGroup = new Map<number, GridCell[]>();
    for (const cell of run.cells) {
      if (cell.text !== '') byGroup.set(groupOf(cell.left, groups), [...(byGroup.get(groupOf(cell.left, groups)) ?? []), cell]);
    }
    for (let at = 0; at <= wanted; at++) {
      if ((coveredUntil[at] ?? -1) >= index) continue;
      const group = groups[at];
      const own = byGroup.get(at) ?? [];
      const [only] = own;
      const cell = contentOf(own);
      let span = 1;
      if (only !== undefined && own.length === 1 && group !== undefined) {
        while (at + span <= wanted && (groups[at + span]?.right ?? Infinity) <= only.right) span++;
        let rows = 1;
        while ((runs[index + rows]?.top ?? Infinity) <= only.bottom) rows++;
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
