import type { ImportDraft, ImportRow } from '@furikaeri/contracts';
import { type DropReason, FINDING_WORDS, type MeasuresCell, type ParsedSheet, type ReviewFinding, type SheetRow, type TextCell } from '@furikaeri/sheet';
import { type ImportDraftRow, reviewOf, rowsIn } from './import-drafts.ts';

const EXAMPLES = 5;
const EXAMPLE_LENGTH = 120;

/** What was left out of a file, in words for the 事務局. */
const LEFT_OUT: Record<DropReason, string> = {
  page_head: 'ページの見出し', repeated_heading: '繰り返された見出し', header_row: '表の見出し行', rule_row: '表の区切り線', html_tag: '変換で混ざったタグ',
  duplicate_ward_table: '重複した区別の表', hidden: '非表示の部分', other_sheet: '様式でないシート', picture: '画像や図', link: 'リンク先', active_content: 'スクリプトなど動作する部分',
  deleted_text: '変更履歴で削除された文', remark: 'コメント・ヘッダー・脚注',
};

/** A sheet under review as the wizard shows it: as it stands after all decisions and changes so far. */
export function presentDraft(row: ImportDraftRow): ImportDraft {
  const { sheet, open } = reviewOf(row);
  const { findings } = row.material;
  return {
    id: row.id as ImportDraft['id'], version: row.version, state: row.state, fileName: row.fileName, format: row.format, bytes: row.bytes,
    fiscalYear: sheet.fiscalYear, planName: row.planName, cycleId: row.cycleId as ImportDraft['cycleId'],
    rows: rowsIn(sheet), findings: findings.length, open: open.length, by: row.by, uploadedAt: row.uploadedAt, changedAt: row.changedAt,
    counts: countsOf(sheet),
    sectionTitles: sheet.sections,
    initiatives: initiativesOf(sheet, findings),
    findingList: findings.map((finding) => presentFinding(finding, row)),
    openFindings: open,
    edits: row.edits,
    leftOut: leftOutOf(sheet),
  };
}

function presentFinding(finding: ReviewFinding, { decisions }: ImportDraftRow): ImportDraft['findingList'][number] {
  const { title, whatToDo, severity } = FINDING_WORDS[finding.code];
  const decision = decisions.findLast((one) => one.finding === finding.key);
  const { key, code, message, line, row, suggestion = [], proposal, source } = finding;
  return {
    key, code, severity, title, message, whatToDo, line, row, suggestion, proposal, source,
    decision: decision === undefined ? null : { finding: key, choice: decision.choice, edits: decision.edits, note: decision.note },
  };
}

function initiativesOf(sheet: ParsedSheet, findings: readonly ReviewFinding[]): ImportDraft['initiatives'] {
  const keys = new Map(sheet.initiatives.flatMap(({ rows }) => rows.map((row) => [row.code, row.key ?? ''])));
  const counts = new Map<string | null, number>();
  for (const { row } of findings) counts.set(row, (counts.get(row) ?? 0) + 1);
  return sheet.initiatives.map(({ number, section, title, preamble = null, footnote = null, rows }) => ({
    number, section, title, preamble, footnote, rows: rows.map((row) => presentRow(row, keys, counts.get(row.key ?? '') ?? 0)),
  }));
}

const presentRow = (row: SheetRow, keys: ReadonlyMap<string, string>, findings: number): ImportRow => ({
  key: row.key ?? '', code: row.code, goals: row.goals,
  measures: presentCell(row.measures), results: presentCell(row.results), issues: presentCell(row.issues), nextSteps: presentCell(row.nextSteps),
  progress: row.progress, statusNote: row.statusNote?.text ?? null, amendment: row.amendment?.text ?? null,
  references: row.references.map(({ kind, section, targets = [] }) => ({ kind, section, codes: targets, targets: targets.map((code) => keys.get(code) ?? '').filter((key) => key !== '') })),
  wards: row.wardTable?.rows.length ?? 0, repaired: row.repaired === true, findings,
});

const presentCell = (cell: TextCell | MeasuresCell): ImportRow['results'] => ({ kind: cell.kind, text: cell.kind === 'text' ? cell.text : '' });

function countsOf(sheet: ParsedSheet): ImportDraft['counts'] {
  const rows = sheet.initiatives.flatMap((initiative) => initiative.rows);
  const having = (progress: SheetRow['progress']): number => rows.filter((row) => row.progress === progress).length;
  return {
    chapters: sheet.sections.filter(({ number }) => /^\d+$/.test(number)).length,
    sections: sheet.sections.filter(({ number }) => !/^\d+$/.test(number)).length,
    initiatives: sheet.initiatives.length, rows: rows.length,
    inProgress: having('in_progress'), completed: having('completed'), completedEarlier: having('completed_earlier'), references: having('reference'), unclear: having(null),
    goals: rows.reduce((sum, { goals }) => sum + goals.length, 0),
    wards: Math.max(0, ...rows.map(({ wardTable }) => wardTable?.rows.length ?? 0)),
  };
}

/** Each reason once, with its first different texts. */
function leftOutOf({ dropped }: ParsedSheet): ImportDraft['leftOut'] {
  const reasons = [...new Set(dropped.map(({ reason }) => reason))];
  return reasons.map((reason) => {
    const all = dropped.filter((one) => one.reason === reason);
    const examples: string[] = [];
    for (const { text } of all) {
      const shown = text.length > EXAMPLE_LENGTH ? `${text.slice(0, EXAMPLE_LENGTH)}…` : text;
      if (examples.length < EXAMPLES && shown !== '' && !examples.includes(shown)) examples.push(shown);
    }
    return { reason, label: LEFT_OUT[reason], count: all.length, examples };
  });
}
