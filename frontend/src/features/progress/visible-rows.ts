/** A table of up to so many rows is drawn whole: it can be searched with the browser, and the real sheet has 35. */
const WHOLE = 60;
const MARGIN = 8;

export interface Window { scrollTop: number; height: number }
/** A row by its number, or the height in rows of what is left out between. */
export type Segment = { row: number } | { gap: number };

/** The rows in sight and a few around them, and always the one that has the focus, with gaps for the others. */
export function segmentsOf(rows: number, rowHeight: number, { scrollTop, height }: Window, focused: number): Segment[] {
  if (rows <= WHOLE) return Array.from({ length: rows }, (_, row) => ({ row }));
  // In steps of half the margin, so that scrolling a little draws nothing anew.
  const step = MARGIN / 2;
  const top = Math.floor(scrollTop / rowHeight / step) * step;
  const shown = Math.ceil(height / rowHeight / step) * step;
  const wanted = Array.from({ length: rows }, (_, row) => row).filter((row) => row === focused || (row >= top - MARGIN && row < top + shown + MARGIN));
  const segments: Segment[] = [];
  let next = 0;
  for (const row of wanted) {
    if (row > next) segments.push({ gap: row - next });
    segments.push({ row });
    next = row + 1;
  }
  if (next < rows) segments.push({ gap: rows - next });
  return segments;
}
