export type ComparedField = 'goals' | 'measures' | 'results' | 'progress' | 'issues' | 'nextSteps' | 'references' | 'wardTable' | 'section' | 'initiative';

/** One row of two sheets, or of the one that has it. */
export interface SheetDifference {
  kind: 'same' | 'changed' | 'new' | 'gone';
  beforeCode: string | null;
  afterCode: string | null;
  /** The title of the 取組, as the sheet after has it where it has the row. */
  initiative: string;
  /** The goals of the row, likewise, in lines. */
  goal: string;
  /** What differs, as printed; empty for `same`. For `new` and `gone` all that the row says. */
  fields: { field: ComparedField; before: string; after: string }[];
}

/** A heading that is new, gone or worded anew; `before` and `after` with their numbers, '' where there is none. */
export interface SectionDifference {
  kind: 'changed' | 'new' | 'gone';
  before: string;
  after: string;
}

export interface DifferenceSummary {
  same: number;
  changed: number;
  new: number;
  gone: number;
  /** Rows of both sheets whose 実施状況 is another. */
  progressChanged: number;
}

export interface SheetComparison {
  /** In the order of the sheet after; rows that are gone at the place where they stood. */
  rows: SheetDifference[];
  sections: SectionDifference[];
  summary: DifferenceSummary;
}
