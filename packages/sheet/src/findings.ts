/** All that the reader may remark. A finding never stops the reading; bad input is a SheetError. */
export const FINDING_CODES = [
  'fiscal-year/unclear',
  'section/title-differs',
  'initiative/empty',
  'footnote/missing',
  'goal/missing',
  'goal/several-deadlines',
  'goal/repeat-inside',
  'goal/amended',
  'measures/blank-first',
  'row/status-missing',
  'row/status-unknown',
  'row/shifted',
  'row/repaired',
  'ward-table/conflict',
  'ward-table/irregular',
  'reference/not-literal',
  'text/suspicious',
  'text/outside-table',
  'text/unplaced',
] as const;
export type FindingCode = (typeof FINDING_CODES)[number];
