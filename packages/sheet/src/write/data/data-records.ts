import { formatFiscalYear } from '@furikaeri/model';
import type { MeasuresCell, ParsedSheet, SheetInitiative, SheetProgress, SheetRow, TextCell } from '../../sheet.ts';
import type { FlatValue } from './flat-value.ts';

const PROGRESS: Record<SheetProgress, string> = { in_progress: '実施中', completed: '完了', completed_earlier: '完了済み', reference: '再掲・同様' };

/**
 * The sheet as data, for the workbook's sheet 「データ」 and the CSV file, after 総務省's rules for machine-readable data:
 * one value a cell, no merge, one header row. A record is one goal (目標) of a row of the form, its values in the order
 * of `DATA_COLUMNS`; what belongs to the row is repeated on each.
 */
export const dataRecords = (sheet: ParsedSheet): FlatValue[][] => sheet.initiatives.flatMap((initiative) => recordsOf(initiative, sheet));

/** Names are not those of the form, so that no reader takes the table for one. Widths in characters. */
export const DATA_COLUMNS = [
  { name: '年度（西暦）', width: 12 }, { name: '年度（和暦）', width: 12 },
  { name: '章番号', width: 8 }, { name: '章名', width: 24 }, { name: '節番号', width: 8 }, { name: '節名', width: 30 }, { name: '項番号', width: 8 }, { name: '項名', width: 24 },
  { name: '取組番号', width: 9 }, { name: '取組名', width: 36 }, { name: '取組の前書き', width: 20 }, { name: '取組の注', width: 20 },
  { name: '行コード', width: 9 }, { name: '目標番号', width: 9 }, { name: '目標の文', width: 44 }, { name: '期限の文', width: 18 },
  { name: '具体的取組の文', width: 44 }, { name: '具体的取組の有無', width: 14 }, { name: '状況', width: 10 },
  { name: '実績の文', width: 44 }, { name: '実績の有無', width: 10 }, { name: '課題の文', width: 44 }, { name: '課題の有無', width: 10 }, { name: '今後の取組の文', width: 44 }, { name: '今後の取組の有無', width: 14 },
  { name: '完了済みの注', width: 24 }, { name: '完了済みの年度（西暦）', width: 14 }, { name: '参照の種類', width: 10 }, { name: '参照先の節', width: 12 }, { name: '改定後の目標の文', width: 30 }, { name: '改定の年度（西暦）', width: 14 },
] as const;

function recordsOf(initiative: SheetInitiative, sheet: ParsedSheet): FlatValue[][] {
  let measures: MeasuresCell = { kind: 'none' };
  return initiative.rows.flatMap((row) => {
    const same = row.measures.kind === 'same_as_above';
    if (!same) measures = row.measures;
    const goals = row.goals.length === 0 ? [{ text: '', deadline: null }] : row.goals;
    return goals.map(({ text, deadline }, index) => [
      ...yearOf(sheet.fiscalYear), ...placeOf(initiative.section, sheet),
      initiative.number, initiative.title, initiative.preamble ?? null, initiative.footnote ?? null,
      row.code, row.goals.length === 0 ? null : index + 1, text, deadline,
      ...cellOf(measures, same), row.progress === null ? null : PROGRESS[row.progress],
      ...cellOf(row.results), ...cellOf(row.issues), ...cellOf(row.nextSteps), ...notesOf(row),
    ]);
  });
}

/** The year in both calendars. */
export const yearOf = (fiscalYear: number | null): FlatValue[] => (fiscalYear === null ? [null, null] : [fiscalYear, formatFiscalYear(fiscalYear)]);

/** 章, 節 and 項 of a section's number "1(2)ア", each with its title. */
function placeOf(number: string, { sections }: ParsedSheet): FlatValue[] {
  const [, chapter = '', section, subsection] = /^(\d+)(?:(\(\d+\))([ア-ン])?)?$/u.exec(number) ?? [];
  const numbers = [chapter, section === undefined ? '' : chapter + section, subsection === undefined ? '' : number];
  return numbers.flatMap((one, index) => (one === '' ? [null, null] : [index === 0 ? Number(one) : one, sections.find((each) => each.number === one)?.title ?? null]));
}

function cellOf(cell: TextCell | MeasuresCell, same = false): FlatValue[] {
  if (cell.kind === 'text') return [cell.text, same ? '上の行と同じ' : 'あり'];
  return [null, cell.kind === 'none' ? 'なし' : '空欄'];
}

function notesOf({ statusNote, references, amendment }: SheetRow): FlatValue[] {
  const [reference] = references;
  const kind = reference === undefined ? null : reference.kind === 'repeat' ? '再掲' : '同様';
  return [statusNote?.text ?? null, statusNote?.fiscalYear ?? null, kind, references.length === 0 ? null : references.map(({ section }) => section).join(' '), amendment?.text ?? null, amendment?.fiscalYear ?? null];
}
