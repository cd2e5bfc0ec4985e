import type { Account, Piece } from '../account.ts';
import { tidy } from '../characters.ts';
import type { DocumentCell } from '../document.ts';
import type { PlacedCell } from '../table-grid.ts';
import type { ColumnField } from './columns.ts';
import { emptyDraft } from './draft.ts';
import type { RowDraft } from './draft.ts';
import { referenceIn, statusIn, statusNoteIn } from './notes.ts';
import type { PhysicalRow } from './outline.ts';
import { isWardGrid, isWardHeader, isWardRow, rowsOf, WardCollector } from './ward-collector.ts';

/** What one physical row is: a row (or part of a row) of the form, or a row of the table by ward above it. */
export type PhysicalContent = { kind: 'wards'; pieces: Piece[] } | { kind: 'row'; draft: RowDraft };

/** One cell of the row with what the ledger knows of it. */
interface Content {
  piece: Piece;
  grids: Piece[][][];
  placed: PlacedCell;
}

/** Reads one physical row. `open` is the row before, whose table by ward may go on, or begin, here. */
export function readPhysicalRow(row: PhysicalRow, open: RowDraft | null, account: Account): PhysicalContent {
  const contents = row.cells.filter(({ fromAbove }) => !fromAbove).map((placed): Content => ({ placed, ...enter(placed.cell, row.line, account) }));
  const filled = contents.map((content) => content.piece).filter((piece) => piece.text !== '');
  const hasGrid = contents.some((content) => content.grids.length > 0);
  if (!hasGrid && open !== null && (open.wards?.takes(filled) || beginsWardTable(open, filled))) return { kind: 'wards', pieces: filled };

  const draft = emptyDraft(row.line);
  const wards = takeGrids(contents, account);
  const rest = takeFlattened(contents, row, wards ?? open?.wards ?? null, draft, account);
  draft.wards ??= wards;
  for (const { pieces, column } of byColumn(rest, row)) place(joined(pieces, account), column, row, draft, account);
  inheritStatus(row, draft);
  return { kind: 'row', draft };
}

function enter(cell: DocumentCell, line: number, account: Account): { piece: Piece; grids: Piece[][][] } {
  const grids = (cell.tables ?? []).map((table) => table.rows.map((row) => row.cells.map(({ text }) => account.enter(line, tidy(text)))));
  return { piece: account.enter(line, tidy(cell.text)), grids };
}

/** A table by ward in cells of its own, below the text that it belongs to: a workbook can nest it in no other way. */
const beginsWardTable = (open: RowDraft, filled: readonly Piece[]): boolean =>
  open.wards === null && filled.length > 1 && (isWardHeader(filled) || isWardRow(filled));

/** Nested tables: one by ward becomes the row's table, any other is kept as lines of its cell's text. */
function takeGrids(contents: Content[], account: Account): WardCollector | null {
  let wards: WardCollector | null = null;
  for (const content of contents) {
    for (const grid of content.grids) {
      if (isWardGrid(grid)) {
        wards ??= new WardCollector();
        wards.addGrid(grid, account);
      } else {
        const rows = grid.map((row) => row.map((piece) => account.take(piece)).join(' '));
        const line = content.piece.line;
        content.piece = account.enter(line, [account.take(content.piece), ...rows].filter((text) => text !== '').join('\n'));
      }
    }
  }
  return wards;
}

/** Takes surplus cells out of a row that is wider than the form: they are a flattened copy of the nested table. */
function takeFlattened(contents: readonly Content[], row: PhysicalRow, wards: WardCollector | null, draft: RowDraft, account: Account): Content[] {
  const all = [...contents];
  const surplus = (all.at(-1)?.placed.to ?? 0) - row.columns.width;
  const results = row.columns.fields.results;
  if (surplus <= 0 || results === undefined || all.some(({ placed }) => placed.to - placed.from > 1)) return all;
  const at = results + 1;
  const copy = all.slice(at, at + surplus).map((content) => content.piece);
  const rows = rowsOf(copy);
  const looksLikeWards = rows.length > 0 && rows.every((cells) => isWardHeader(cells) || isWardRow(cells) || cells === rows[0]);
  if (copy.every((piece) => piece.text === '') || (wards !== null && looksLikeWards)) wards?.addFlattened(copy, account);
  else if (looksLikeWards && rows.some(isWardRow)) {
    draft.wards = new WardCollector();
    draft.wards.addFlattened(copy, account);
  } else return all;
  const moved = all.slice(at + surplus).map((content) => ({ ...content, placed: { ...content.placed, from: content.placed.from - surplus, to: content.placed.to - surplus } }));
  return [...all.slice(0, at), ...moved];
}

/** The pieces of each column of the header row, by the grid column in which they begin; -1 for those beyond it. */
function byColumn(contents: readonly Content[], { columns }: PhysicalRow): { column: number; pieces: Piece[] }[] {
  const groups = new Map<number, Piece[]>();
  for (const { piece, placed } of contents) {
    const column = columns.ranges.findIndex(({ from, to }) => from <= placed.from && placed.from < to);
    groups.set(column, [...(groups.get(column) ?? []), piece]);
  }
  return [...groups].flatMap(([column, pieces]) => (column < 0 ? pieces.map((piece) => ({ column, pieces: [piece] })) : [{ column, pieces }]));
}

/** Several cells below one name of the header are one cell to those who read the form. */
function joined(pieces: readonly Piece[], account: Account): Piece {
  const filled = pieces.filter((piece) => piece.text !== '');
  const [first] = filled;
  if (first === undefined) return pieces[0] ?? { line: 0, text: '' };
  return filled.length === 1 ? first : account.enter(first.line, filled.map((piece) => account.take(piece)).join(' '));
}

/** Puts one cell where it belongs. Notes and references are known by their words, in whatever column they stand. */
function place(piece: Piece, column: number, row: PhysicalRow, draft: RowDraft, account: Account): void {
  if (piece.text === '') return;
  const field = fieldAt(column, row);
  if (field !== 'goal') {
    const reference = referenceIn(piece.text);
    if (reference) {
      draft.references.push(reference);
      // 「…の項目と同様」 names its target in words that are not literal elsewhere, so the words stay in their cell.
      if (reference.kind === 'same_as' && field !== null && field !== 'status') draft.text[field] = piece.text;
      account.take(piece);
      return;
    }
    const status = statusIn(piece.text);
    if (status !== null && (field === 'status' || (draft.progress === null && (row.cells.at(-1)?.to ?? 0) !== row.columns.width))) {
      draft.progress = status;
      account.take(piece);
      return;
    }
    const found = statusNoteIn(piece.text);
    if (found && draft.note === null) {
      draft.note = found.note;
      if (field !== null && field !== 'status') draft.text[field] = found.rest;
      account.take(piece);
      return;
    }
  }
  if (field === 'status') draft.unknownStatus = piece;
  else if (field !== null) draft.text[field] = account.take(piece);
}

/** A judgement that reaches over several goals in one merged cell is the judgement of each. */
function inheritStatus({ cells, columns }: PhysicalRow, draft: RowDraft): void {
  const range = columns.ranges[columns.fields.status ?? -1];
  if (range === undefined || draft.progress !== null || draft.text.goal === '') return;
  const above = cells.find(({ from, to, fromAbove }) => fromAbove && from <= range.from && range.from < to);
  if (above !== undefined) draft.progress = statusIn(above.cell.text);
}

const fieldAt = (column: number, { columns }: PhysicalRow): ColumnField | null =>
  (Object.entries(columns.fields) as [ColumnField, number][]).find(([, at]) => at === column)?.[0] ?? null;
