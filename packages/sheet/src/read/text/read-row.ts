import type { Account, Piece } from '../../account.ts';
import { emptyDraft } from './draft.ts';
import type { RowDraft, TextField } from './draft.ts';
import { referenceIn, statusIn, statusNoteIn } from './notes.ts';
import type { PhysicalRow } from './outline.ts';
import { readCell } from './tags.ts';
import type { CellContent } from './tags.ts';
import { isWardGrid, isWardHeader, isWardRow, rowsOf, WardCollector } from './ward-collector.ts';

/** What one physical row is: a row (or part of a row) of the form, or a row of the table by ward above it. */
export type PhysicalContent = { kind: 'wards'; pieces: Piece[] } | { kind: 'row'; draft: RowDraft };

/** Reads one physical row. `open` is the ward table of the row before, which may go on here. */
export function readPhysicalRow(row: PhysicalRow, open: WardCollector | null, account: Account): PhysicalContent {
  const contents = row.cells.map((raw) => readCell(raw, row.line, account));
  const filled = contents.map((content) => content.piece).filter((piece) => piece.text !== '');
  const hasGrid = contents.some((content) => content.grids.length > 0);
  if (!hasGrid && open !== null && open.takes(filled)) return { kind: 'wards', pieces: filled };

  const draft = emptyDraft(row.line);
  const wards = takeGrids(contents, account);
  const cells = takeFlattened(contents, row, wards ?? open, draft, account);
  draft.wards ??= wards;
  cells.forEach((piece, index) => place(piece, index, row, draft, account));
  return { kind: 'row', draft };
}

/** Nested tables: one by ward becomes the row's table, any other is kept as lines of its cell's text. */
function takeGrids(contents: CellContent[], account: Account): WardCollector | null {
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
function takeFlattened(contents: readonly CellContent[], row: PhysicalRow, wards: WardCollector | null, draft: RowDraft, account: Account): Piece[] {
  const pieces = contents.map((content) => content.piece);
  const surplus = pieces.length - row.columns.width;
  if (surplus <= 0) return pieces;
  const at = row.columns.results + 1;
  const copy = pieces.slice(at, at + surplus);
  const rows = rowsOf(copy);
  const looksLikeWards = rows.length > 0 && rows.every((cells) => isWardHeader(cells) || isWardRow(cells) || cells === rows[0]);
  if (copy.every((piece) => piece.text === '') || (wards !== null && looksLikeWards)) wards?.addFlattened(copy, account);
  else if (looksLikeWards && rows.some(isWardRow)) {
    draft.wards = new WardCollector();
    draft.wards.addFlattened(copy, account);
  } else return pieces;
  return [...pieces.slice(0, at), ...pieces.slice(at + surplus)];
}

/** Puts one cell where it belongs. Notes and references are known by their words, in whatever column they stand. */
function place(piece: Piece, index: number, row: PhysicalRow, draft: RowDraft, account: Account): void {
  if (piece.text === '') return;
  const { columns } = row;
  const field = fieldAt(index, row);
  if (index !== columns.goal) {
    const reference = referenceIn(piece.text);
    if (reference) {
      draft.references.push(reference);
      // 「…の項目と同様」 names its target in words that are not literal elsewhere, so the words stay in their cell.
      if (reference.kind === 'same_as' && field !== null) draft.text[field] = piece.text;
      account.take(piece);
      return;
    }
    const status = statusIn(piece.text);
    if (status !== null && (index === columns.status || (draft.progress === null && row.cells.length !== columns.width))) {
      draft.progress = status;
      account.take(piece);
      return;
    }
    const found = statusNoteIn(piece.text);
    if (found && draft.note === null) {
      draft.note = found.note;
      if (field !== null) draft.text[field] = found.rest;
      account.take(piece);
      return;
    }
    if (index === columns.status) {
      draft.unknownStatus = piece;
      return;
    }
  }
  if (field !== null) draft.text[field] = account.take(piece);
}

function fieldAt(index: number, { columns }: PhysicalRow): TextField | null {
  switch (index) {
    case columns.goal: return 'goal';
    case columns.measures: return 'measures';
    case columns.results: return 'results';
    case columns.issues: return 'issues';
    case columns.nextSteps: return 'nextSteps';
    default: return null;
  }
}
