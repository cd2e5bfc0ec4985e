import type { ImportDraft, ImportFindingView, ImportInitiative, ImportSummary, SheetEdit } from '@furikaeri/contracts';

export const STEPS = ['found', 'findings', 'difference', 'apply'] as const;
export type Step = (typeof STEPS)[number];
export const stepOf = (value: unknown): Step | null => STEPS.find((step) => step === value) ?? null;

/** While nothing of it is on the board, the sheet may be changed; after a taking back again. */
export const isOpen = (state: ImportSummary['state']): boolean => state === 'reviewing' || state === 'undone';

/** Where one goes on with an import that was left. */
export function nextStep(draft: { state: ImportSummary['state']; open: number }): Step {
  if (!isOpen(draft.state)) return draft.state === 'applied' ? 'apply' : 'found';
  return draft.open > 0 ? 'findings' : 'difference';
}

export type FindingState = 'open' | 'accepted' | 'changed' | 'refused' | 'told';

/** `told`: only to be seen; nobody has to say a word on it. */
export const stateOf = (finding: ImportFindingView, open: ReadonlySet<string>): FindingState =>
  finding.decision?.choice ?? (open.has(finding.key) ? 'open' : 'told');

export interface FindingFilter { code: string; open: boolean }

export const shownFindings = (draft: ImportDraft, filter: FindingFilter): ImportFindingView[] => {
  const open = new Set(draft.openFindings);
  return draft.findingList.filter((one) => (filter.code === '' || one.code === filter.code) && (!filter.open || open.has(one.key)));
};

/** How many need a word, and how many got one. */
export function progressOf(draft: ImportDraft): { done: number; all: number } {
  const open = new Set(draft.openFindings);
  const all = draft.findingList.filter((one) => open.has(one.key) || one.decision !== null);
  return { done: all.length - all.filter((one) => open.has(one.key)).length, all: all.length };
}

/** The next that needs a word, below this one and else from the top. */
export function nextOpen(draft: ImportDraft, list: readonly ImportFindingView[], key: string | null): string | null {
  const open = new Set(draft.openFindings);
  const at = list.findIndex((one) => one.key === key);
  return [...list.slice(at + 1), ...list.slice(0, Math.max(at, 0))].find((one) => open.has(one.key))?.key ?? null;
}

/** Findings of one kind, and how many of them. */
export function kindsOf(list: readonly ImportFindingView[]): { code: string; title: string; count: number }[] {
  const kinds = new Map<string, { code: string; title: string; count: number }>();
  for (const { code, title } of list) {
    const kind = kinds.get(code) ?? { code, title, count: 0 };
    kinds.set(code, { ...kind, count: kind.count + 1 });
  }
  return [...kinds.values()];
}

/** Those of the same kind that nobody has looked at and that have a proposal. */
export const restOfKind = (draft: ImportDraft, finding: ImportFindingView): ImportFindingView[] => {
  const open = new Set(draft.openFindings);
  return draft.findingList.filter((one) => one.code === finding.code && one.proposal !== null && one.proposal.length > 0 && open.has(one.key));
};

export type EditorKind = 'goals' | 'cell' | 'move' | 'rows' | 'progress' | 'assign' | 'reference' | 'amendment' | 'place' | 'year';

const FITTING: Record<string, EditorKind> = {
  'fiscal-year/unclear': 'year', 'goal/several-deadlines': 'goals', 'goal/repeat-inside': 'goals', 'goal/missing': 'goals', 'goal/amended': 'amendment',
  'row/shifted': 'assign', 'row/repaired': 'assign', 'row/status-missing': 'progress', 'row/status-unknown': 'progress',
  'reference/not-literal': 'reference', 'reference/targets': 'reference', 'text/suspicious': 'cell', 'measures/blank-first': 'cell', 'text/unplaced': 'place', 'text/outside-table': 'place',
};
const OF_EDIT: Record<SheetEdit['type'], EditorKind> = {
  set_fiscal_year: 'year', set_goals: 'goals', set_cell: 'cell', move_cell: 'move', set_progress: 'progress', join_rows: 'rows', split_row: 'rows',
  assign_cells: 'assign', resolve_reference: 'reference', treat_amendment: 'amendment', place_text: 'place',
};

/** The way of mending that fits: what was chosen before, what is proposed, or what such a finding usually needs. */
export function fittingEditor(finding: ImportFindingView | null): EditorKind {
  const edit = finding?.decision?.edits[0] ?? finding?.proposal?.[0];
  if (edit !== undefined) return OF_EDIT[edit.type];
  return FITTING[finding?.code ?? ''] ?? 'goals';
}

/** Findings of a text that no column took. */
const PLACELESS: ReadonlySet<string> = new Set(['text/unplaced', 'text/outside-table', 'row/status-unknown']);

/** The ways of mending a row offers. */
export function editorsFor(draft: ImportDraft, rowKey: string, finding: ImportFindingView | null): EditorKind[] {
  const initiative = initiativeOf(draft, rowKey);
  const row = initiative?.rows.find((one) => one.key === rowKey);
  const all: [EditorKind, boolean][] = [
    ['goals', row !== undefined], ['cell', row !== undefined], ['move', row !== undefined], ['progress', row !== undefined],
    ['rows', (initiative?.rows.length ?? 0) > 1 || (row?.goals.length ?? 0) > 1], ['assign', (initiative?.rows.length ?? 0) > 1],
    ['reference', (row?.references.length ?? 0) > 0], ['amendment', row?.amendment != null || finding?.code === 'goal/amended'],
    ['place', finding !== null && PLACELESS.has(finding.code)], ['year', finding === null || finding.code === 'fiscal-year/unclear'],
  ];
  return all.flatMap(([kind, fits]) => (fits ? [kind] : []));
}

export const initiativeOf = (draft: Pick<ImportDraft, 'initiatives'>, rowKey: string): ImportInitiative | undefined =>
  draft.initiatives.find((one) => one.rows.some((row) => row.key === rowKey));

/** The text that found no place; the reader's remark ends with it. */
export const placelessText = ({ code, message }: ImportFindingView): string =>
  (PLACELESS.has(code) ? message.slice(message.indexOf('：') + 1).trim() : '');

export interface Heading { number: string; title: string; level: number; initiatives: ImportInitiative[] }

/** Chapters, sections and sub-sections in the order of the sheet, each with the 取組 right under it. */
export function outlineOf(draft: Pick<ImportDraft, 'sectionTitles' | 'initiatives'>): Heading[] {
  const known = draft.sectionTitles.map(({ number, title }) => ({ number, title, level: /^[^(（]+$/.test(number) ? 1 : /[)）]$/.test(number) ? 2 : 3, initiatives: draft.initiatives.filter((one) => one.section === number) }));
  const numbers = new Set(known.map((one) => one.number));
  const homeless = draft.initiatives.filter((one) => !numbers.has(one.section));
  return homeless.length === 0 ? known : [...known, { number: '', title: '', level: 1, initiatives: homeless }];
}
