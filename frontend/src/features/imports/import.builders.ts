import type { ImportDraft, ImportFindingView, ImportRow } from '@furikaeri/contracts';

/** A sheet of one 取組 for the specs, with what is named changed. */
const cell = (text: string): ImportRow['measures'] => (text === '—' ? { kind: 'none', text: '' } : text === '' ? { kind: 'blank', text: '' } : { kind: 'text', text });

export function aRow(key: string, { goals = [], results = '', issues = '', progress = 'in_progress', ...rest }: Partial<Omit<ImportRow, 'goals' | 'results' | 'issues'>> & { goals?: string[]; results?: string; issues?: string } = {}): ImportRow {
  return {
    key, code: key, goals: goals.map((text) => ({ text, deadline: null })), measures: cell('—'), results: cell(results), issues: cell(issues), nextSteps: cell(''), progress,
    statusNote: null, amendment: null, references: [], wards: 0, repaired: false, findings: 0, ...rest,
  };
}

export const aFinding = (key: string, more: Partial<ImportFindingView> = {}): ImportFindingView => ({
  key, code: 'goal/several-deadlines', severity: 'check', title: '', message: '', whatToDo: '', line: 1, row: null, suggestion: [], proposal: null, source: [], decision: null, ...more,
});

export const aDraft = (rows: ImportRow[], findings: ImportFindingView[] = [], open: string[] = []): ImportDraft => ({
  id: '01970000-0000-7000-8000-000000000009' as ImportDraft['id'], version: 1, state: 'reviewing', fileName: 'a.txt', format: 'text', bytes: 1, fiscalYear: 2024, planName: '', cycleId: null,
  rows: rows.length, findings: findings.length, open: open.length, by: null, uploadedAt: '', changedAt: '',
  counts: { chapters: 1, sections: 1, initiatives: 1, rows: rows.length, inProgress: 0, completed: 0, completedEarlier: 0, references: 0, unclear: 0, goals: 0, wards: 0 },
  sectionTitles: [{ number: '1', title: 'A' }, { number: '1(1)', title: 'B' }, { number: '1(1)ア', title: 'C' }],
  initiatives: [{ number: 22, section: '1(1)', title: 'T', preamble: null, footnote: null, rows }],
  findingList: findings, openFindings: open, edits: [], leftOut: [],
});
