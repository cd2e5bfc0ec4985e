import type { SheetDocument } from '../document.ts';
import { readForm } from '../form/read-form.ts';
import type { ParsedSheet, SheetFinding } from '../sheet.ts';
import type { FindingKey, RowKey } from './edits.ts';
import type { ReviewFinding, ReviewMaterial, SourceLine } from './material.ts';
import { proposalFor } from './proposals.ts';
import { referenceFindings } from './reference-findings.ts';
import { findingKeys, keyedRows, withKeys } from './row-keys.ts';
import { sourceLines } from './source-lines.ts';

/**
 * Reads a document for review: as printed, without the repairs that `readForm` makes by itself, each of which is a
 * proposal instead. Throws the SheetErrors of `readForm`.
 */
export function startReview(document: SheetDocument): ReviewMaterial {
  return materialOf(readForm(document, { raw: true }), sourceLines(document));
}

/** The same for a sheet that was never a form, such as one of JSON: its findings have no source lines. */
export function startReviewOfSheet(sheet: ParsedSheet): ReviewMaterial {
  return materialOf(sheet, new Map());
}

function materialOf(read: ParsedSheet, lines: ReadonlyMap<number, SourceLine>): ReviewMaterial {
  const sheet = withKeys(read);
  const keys = findingKeys(sheet.findings);
  const own = sheet.findings.map((finding, index) => describe(sheet, finding, keys[index] ?? '', lines));
  const asked = referenceFindings(sheet, own, (line) => sourceOf(lineNumbers(sheet, { code: 'reference/targets', line }), lines));
  const findings = [...own.filter(({ code }) => code !== 'reference/not-literal'), ...asked].sort((a, b) => a.line - b.line);
  return { sheet, findings };
}

function describe(sheet: ParsedSheet, finding: SheetFinding, key: FindingKey, lines: ReadonlyMap<number, SourceLine>): ReviewFinding {
  const row = rowAt(sheet, finding.line);
  return { ...finding, key, row, proposal: proposalFor(sheet, finding, row), source: sourceOf(lineNumbers(sheet, finding), lines) };
}

/** The row that begins in this line, else the first that goes on in it. */
function rowAt(sheet: ParsedSheet, line: number): RowKey | null {
  const rows = keyedRows(sheet).filter(({ row }) => row.source.lines.includes(line));
  return (rows.find(({ row }) => row.source.lines[0] === line) ?? rows[0])?.row.key ?? null;
}

/** The line of a finding, for a row all of its lines, for a shift all lines of the 取組, for the year the heads that name it. */
function lineNumbers(sheet: ParsedSheet, { code, line }: Pick<SheetFinding, 'code' | 'line'>): number[] {
  const rows = keyedRows(sheet).filter(({ row }) => row.source.lines.includes(line));
  const found = new Set([line]);
  const wide = code === 'row/shifted' || code === 'row/repaired';
  for (const { initiative, row } of rows) for (const each of wide ? initiative.rows : [row]) for (const number of each.source.lines) found.add(number);
  if (code === 'fiscal-year/unclear') {
    const heads = new Map(sheet.dropped.filter(({ reason }) => reason === 'page_head' || reason === 'header_row').map((head) => [head.text, head.line]));
    for (const head of [...heads.values()].slice(0, 6)) found.add(head);
  }
  return [...found].sort((a, b) => a - b);
}

const sourceOf = (numbers: readonly number[], lines: ReadonlyMap<number, SourceLine>): SourceLine[] => numbers.flatMap((number) => lines.get(number) ?? []);
