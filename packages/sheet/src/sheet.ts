import type { FindingCode } from './findings.ts';

/** A 振り返りシート as read: every printed character is in a cell, in a finding, or in `dropped` with its reason. */
export interface ParsedSheet {
  /** The year under review by its first calendar year: 令和6年度末時点 is 2024. Null where the sheet does not say. */
  fiscalYear: number | null;
  sections: SheetSection[];
  initiatives: SheetInitiative[];
  findings: SheetFinding[];
  dropped: DroppedText[];
}

/** A chapter ("1"), section ("1(1)") or sub-section ("1(2)ア"). */
export interface SheetSection {
  number: string;
  title: string;
}

/** One 取組 (a line with ➤). Titles may repeat; the running number is the identity. */
export interface SheetInitiative {
  number: number;
  section: string;
  title: string;
  preamble?: string;
  footnote?: string;
  rows: SheetRow[];
}

/** One めざす姿 block, the thing that has a 実施状況. */
export interface SheetRow {
  /** The row's name while it is reviewed (see review/edits.ts); not part of what is printed. */
  key?: string;
  /** "3a", or "1" where the initiative has one row. */
  code: string;
  goals: SheetGoal[];
  measures: MeasuresCell;
  results: TextCell;
  issues: TextCell;
  nextSteps: TextCell;
  progress: SheetProgress | null;
  references: SheetReference[];
  wardTable?: WardTable;
  amendment?: GoalAmendment;
  repaired?: true;
  statusNote?: StatusNote;
  source: { lines: number[] };
}

export interface SheetGoal {
  text: string;
  /** The deadline's printed words, e.g. 毎年度 or 令和8年度末までに; null where the goal names none. */
  deadline: string | null;
}

/** 「—」 is none; an empty cell is the one above (vertically merged). */
export type MeasuresCell = { kind: 'text'; text: string } | { kind: 'none' } | { kind: 'same_as_above' };

/** 「—」 is none; blank is a merged, referring or settled cell. The two are not the same. */
export type TextCell = { kind: 'text'; text: string } | { kind: 'none' } | { kind: 'blank' };

export type SheetProgress = 'in_progress' | 'completed' | 'completed_earlier' | 'reference';

/** 再掲 (`repeat`) or 「…の項目と同様」 (`same_as`). The sheet names a section only, at best with quoted words. */
export interface SheetReference {
  kind: 'repeat' | 'same_as';
  section: string;
  quotedTitle?: string;
  quotedGoal?: string;
  /** Codes of the rows it stands for, where a person has said so; else `resolveReferences` proposes them. */
  targets?: string[];
}

/** Figures by ward, digits as printed. `ward` is the name without padding, `printed` as it stands on the sheet. */
export interface WardTable {
  columns: string[];
  unit: string;
  rows: WardTableRow[];
}

export interface WardTableRow {
  ward: string;
  printed: string;
  values: string[];
}

/** 【参考】: the goal as it will read from `fiscalYear` on. */
export interface GoalAmendment {
  label: string;
  text: string;
  fiscalYear: number | null;
}

/** (令和5年度末時点の振り返りで完了済み). */
export interface StatusNote {
  text: string;
  fiscalYear: number;
}

/** Something a person should look at. `line` counts from 1. */
export interface SheetFinding {
  code: FindingCode;
  line: number;
  message: string;
  suggestion?: string[];
  /** What was found, where the message says more than that: a text without a place. */
  text?: string;
  /** The goals of the 取組 by row, and the rows whose cells each gets, both counted from 0 (`row/shifted` only). */
  assignment?: { goal: number; bodies: number[] }[];
}

export type DropReason =
  | 'page_head' | 'repeated_heading' | 'header_row' | 'rule_row' | 'html_tag' | 'duplicate_ward_table'
  /** A row, column, sheet or passage that people do not see when they open the file. */
  | 'hidden'
  /** A visible sheet of a workbook that has no table of the form. */
  | 'other_sheet'
  /** A picture, a chart or an embedded file. */
  | 'picture'
  /** The address of a link; its words stay in the text. */
  | 'link'
  /** Script, style, form, frame: whatever acts instead of saying something. */
  | 'active_content'
  /** Text that a tracked change deletes. */
  | 'deleted_text'
  /** A remark in the margin, a page header or footer, a footnote of the word processor. */
  | 'remark';

export interface DroppedText {
  line: number;
  text: string;
  reason: DropReason;
}
