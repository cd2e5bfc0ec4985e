import type { GridBlock } from './form-grid.ts';

/** Points of an A4 page in landscape between its margins, less the title and the header row that stand on each page. */
const PAGE_HEIGHT = 460;

/**
 * The blocks that begin a new page: a row of the form goes whole to the next page where this one has no room for it,
 * and headings go with the row below them. What is higher than a page begins where it is, below its headings.
 */
export function pageStarts(blocks: readonly GridBlock[]): Set<number> {
  const starts = new Set<number>();
  let used = 0;
  for (let from = 0; from < blocks.length; ) {
    let to = from;
    while (to < blocks.length - 1 && blocks[to]?.role !== null) to++;
    const height = blocks.slice(from, to + 1).reduce((sum, { heights }) => sum + heights.reduce((all, one) => all + one, 0), 0);
    const isChapter = blocks.slice(from, to + 1).some(({ role }) => role === 'chapter');
    if (used > 0 && (isChapter || used + height > PAGE_HEIGHT)) {
      starts.add(from);
      used = 0;
    }
    used = height > PAGE_HEIGHT ? (used + height) % PAGE_HEIGHT : used + height;
    from = to + 1;
  }
  return starts;
}
