import type { ParsedSheet, SheetFinding } from '../sheet.ts';
import type { FindingKey, RowKey, SheetEdit } from './edits.ts';

/** One line of the file, as printed. A row's cells stand beside each other, separated by 「 ｜ 」. */
export interface SourceLine {
  line: number;
  /** Where a person finds it, e.g. 「35行目」. */
  place: string;
  text: string;
}

/** A finding as a review asks it: with its name, its row, what to do about it and the lines it speaks of. */
export interface ReviewFinding extends SheetFinding {
  key: FindingKey;
  row: RowKey | null;
  /** What accepting it does; null where only a person can say. */
  proposal: SheetEdit[] | null;
  source: SourceLine[];
}

/** What a review begins with and keeps: the sheet as read, and all that a person should look at. */
export interface ReviewMaterial {
  sheet: ParsedSheet;
  findings: ReviewFinding[];
}
