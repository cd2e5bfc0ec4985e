/** All that the reader may remark. A finding never stops the reading; bad input is a SheetError. */
export type FindingCode =
  | 'fiscal-year/unclear'
  | 'section/title-differs'
  | 'initiative/empty'
  | 'footnote/missing'
  | 'goal/missing'
  | 'goal/several-deadlines'
  | 'goal/repeat-inside'
  | 'goal/amended'
  | 'measures/blank-first'
  | 'row/status-missing'
  | 'row/status-unknown'
  | 'row/shifted'
  | 'row/repaired'
  | 'ward-table/conflict'
  | 'ward-table/irregular'
  | 'reference/not-literal'
  /** Which rows a 再掲 or 同様 stands for: asked once for each reference of a sheet in review, never by the reader. */
  | 'reference/targets'
  | 'text/suspicious'
  /** Something of the file was left out that a person should know of: hidden parts, scripts, pictures, deleted text. */
  | 'source/left-out'
  | 'text/outside-table'
  /** A text without cells at a page break, read as the rest of the goal before it. */
  | 'text/joined-to-goal'
  | 'text/unplaced';
