import type { ParsedSheet, SheetRow } from '../sheet.ts';
import { applyEdits } from './apply-edits.ts';
import type { RefusedEdit } from './apply-edits.ts';
import type { Decision, FindingKey, RowKey, SheetEdit } from './edits.ts';
import { FINDING_WORDS } from './finding-words.ts';
import { findingKeys, keyedRows, rowsByLine } from './row-keys.ts';
import type { KeyedRow } from './row-keys.ts';
import type { ReviewFinding, ReviewMaterial } from './material.ts';

/** A sheet after all that people decided so far. */
export interface ReviewedSheet {
  /** With keys; `withoutKeys` takes them off for storing. */
  sheet: ParsedSheet;
  /** The findings that hold the review open, in the order of the sheet. */
  open: FindingKey[];
  /** `finding` is null for an edit that answers none. */
  refused: (RefusedEdit & { finding: FindingKey | null })[];
}

/**
 * Applies decisions in the order in which they were made, then the free edits. Of several words on one finding the last
 * counts. A finding of severity `must` or `check` stays open until it is decided or its matter is gone; one of `must`
 * stays open as long as its matter is there, whatever was decided.
 */
export function reviewedSheet(material: ReviewMaterial, decisions: readonly Decision[], freeEdits: readonly SheetEdit[]): ReviewedSheet {
  const byKey = new Map(material.findings.map((finding) => [finding.key, finding]));
  const lastOf = new Map(decisions.map((decision) => [decision.finding, decision]));
  const last = decisions.filter((decision) => lastOf.get(decision.finding) === decision);
  const steps = [
    ...last.flatMap((decision) => (decision.choice === 'refused' ? [] : decision.edits.map((edit) => ({ finding: decision.finding as FindingKey | null, edit })))),
    ...freeEdits.map((edit) => ({ finding: null, edit })),
  ];
  const isKnown = ({ finding }: (typeof steps)[number]): boolean => finding === null || byKey.has(finding);
  const known = steps.filter(isKnown);
  const applied = applyEdits(material.sheet, known.map(({ edit }) => edit));
  const findingOf = new Map(known.map(({ edit, finding }) => [edit, finding]));
  const decided = new Set(last.map(({ finding }) => finding));
  const [before, after] = [inspect(material.sheet), inspect(applied.sheet)];
  return {
    sheet: applied.sheet,
    open: material.findings.filter((finding) => isOpen(finding, before, after, decided)).map(({ key }) => key),
    refused: [
      ...steps.filter((step) => !isKnown(step)).map(({ finding, edit }) => ({ finding, edit, reason: 'この確認事項はありません。' })),
      ...applied.refused.map((each) => ({ ...each, finding: findingOf.get(each.edit) ?? null })),
    ],
  };
}

function isOpen(finding: ReviewFinding, before: Inspected, after: Inspected, decided: ReadonlySet<FindingKey>): boolean {
  const { severity } = FINDING_WORDS[finding.code];
  if (severity === 'info') return false;
  const isThere = hasMatter(finding, after);
  if (severity === 'must' && isThere) return true;
  return !decided.has(finding.key) && (isThere || !hasMatter(finding, before));
}

interface Inspected {
  fiscalYear: number | null;
  atLine: ReadonlyMap<number, readonly KeyedRow[]>;
  byKey: ReadonlyMap<RowKey, SheetRow>;
  /** Findings of the reader whose text is still without a place. */
  unplaced: ReadonlySet<FindingKey>;
}

/** What findings ask of a sheet, looked up once for all of them. */
function inspect(sheet: ParsedSheet): Inspected {
  return {
    fiscalYear: sheet.fiscalYear,
    atLine: rowsByLine(sheet),
    byKey: new Map(keyedRows(sheet).map(({ row }) => [row.key ?? '', row])),
    unplaced: new Set(findingKeys(sheet.findings).filter((_, index) => sheet.findings[index]?.text !== undefined)),
  };
}

/** Whether what the finding speaks of can still be seen in the sheet. False also for matters that a sheet cannot show. */
function hasMatter({ code, key, line, row, proposal }: ReviewFinding, sheet: Inspected): boolean {
  const rows = (): SheetRow[] => (sheet.atLine.get(line) ?? []).map((each) => each.row);
  switch (code) {
    case 'fiscal-year/unclear':
      return sheet.fiscalYear === null;
    case 'row/status-missing':
    case 'row/status-unknown':
      return rows().some(({ progress }) => progress === null);
    case 'goal/missing':
      return rows().some(({ goals }) => goals.length === 0);
    case 'text/unplaced':
    case 'text/outside-table':
      return sheet.unplaced.has(key);
    case 'reference/targets': {
      const index = proposal?.[0]?.type === 'resolve_reference' ? proposal[0].index : Number(/#(\d+)$/u.exec(key)?.[1] ?? 1) - 1;
      return row !== null && sheet.byKey.get(row)?.references[index]?.targets === undefined;
    }
    default:
      return false;
  }
}
