import type { SheetProgress, SheetReference, SheetRow, WardTable } from '../sheet.ts';
import type { ComparedField } from './differences.ts';
import { printedAmendment } from './edit-amendment.ts';
import { printedCell } from './edit-cells.ts';
import type { PlacedRow } from './match-rows.ts';

const PROGRESS: Record<SheetProgress, string> = { in_progress: '実施中', completed: '完了', completed_earlier: '完了済み', reference: '再掲・同様' };
const SAME_AS_ABOVE = '（上の行と同じ）';

/** A row as it is printed, field by field. `codes` and `numbers`: what rows and sections are called in the other sheet. */
export function printedFields({ initiative, row }: PlacedRow, codes: ReadonlyMap<string, string>, numbers: ReadonlyMap<string, string>): Record<ComparedField, string> {
  return {
    goals: row.goals.map(({ text }) => text).join('\n'),
    measures: row.measures.kind === 'same_as_above' ? SAME_AS_ABOVE : printedCell(row.measures),
    results: printedCell(row.results),
    progress: progressOf(row),
    issues: [printedCell(row.issues), row.amendment === undefined ? '' : printedAmendment(row.amendment)].filter((text) => text !== '').join('\n'),
    nextSteps: printedCell(row.nextSteps),
    references: row.references.map((reference) => referenceOf(reference, codes)).join('\n'),
    wardTable: row.wardTable === undefined ? '' : tableOf(row.wardTable),
    section: numbers.get(initiative.section) ?? initiative.section,
    initiative: [initiative.title, initiative.preamble, initiative.footnote].filter((text) => text !== undefined && text !== '').join('\n'),
  };
}

const progressOf = ({ progress, statusNote }: SheetRow): string => [progress === null ? '' : PROGRESS[progress], statusNote?.text ?? ''].filter((text) => text !== '').join('\n');

function referenceOf({ kind, section, quotedTitle, quotedGoal, targets }: SheetReference, codes: ReadonlyMap<string, string>): string {
  const quoted = [quotedTitle, quotedGoal].flatMap((text) => (text === undefined ? [] : `「${text}」`)).join('の');
  const rows = (targets ?? []).map((code) => codes.get(code) ?? code).join('、');
  return [`${section} ${kind === 'repeat' ? '【再掲】' : `${quoted}の項目と同様`}`, ...(rows === '' ? [] : [`→ ${rows}`])].join(' ');
}

const tableOf = ({ columns, unit, rows }: WardTable): string => [['区名', ...columns].join(' '), ...rows.map(({ printed, values }) => [printed, ...values.map((value) => `${value}${unit}`)].join(' '))].join('\n');
