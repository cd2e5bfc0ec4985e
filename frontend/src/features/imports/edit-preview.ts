import type { ImportDraft, ImportInitiative, ImportRow, SheetEdit } from '@furikaeri/contracts';

/** What a change would make of the rows, for the eye before it is sent; the server makes the change itself and has the last word. */
export type CellField = 'measures' | 'results' | 'issues' | 'nextSteps';
export const CELL_FIELDS: readonly CellField[] = ['measures', 'results', 'issues', 'nextSteps'];
type Cell = ImportRow['measures'];

export const rowsOf = (initiatives: readonly ImportInitiative[]): ImportRow[] => initiatives.flatMap((one) => one.rows);

function cellOf(text: string, field: CellField): Cell {
  if (text === '—') return { kind: 'none', text: '' };
  if (text === '') return { kind: field === 'measures' ? 'same_as_above' : 'blank', text: '' };
  return { kind: 'text', text };
}
const printed = (cell: Cell): string => (cell.kind === 'none' ? '—' : cell.text);
/** 「—」 beside a text says nothing more. */
function below(above: Cell, under: Cell, field: CellField): Cell {
  if (above.kind !== 'text') return under.kind === 'text' || above.kind !== 'none' ? under : above;
  return under.kind === 'text' ? cellOf(`${above.text}\n${under.text}`, field) : above;
}
const goalsOf = (texts: readonly string[]): ImportRow['goals'] => texts.map((text) => ({ text, deadline: null }));
const emptyCells = { measures: cellOf('', 'measures'), results: cellOf('', 'results'), issues: cellOf('', 'issues'), nextSteps: cellOf('', 'nextSteps') };

function joined(above: ImportRow, under: ImportRow): ImportRow {
  const next = { ...above, goals: [...above.goals, ...under.goals], progress: above.progress ?? under.progress };
  for (const field of CELL_FIELDS) next[field] = below(above[field], under[field], field);
  return next;
}

function assigned(rows: readonly ImportRow[], edit: Extract<SheetEdit, { type: 'assign_cells' }>): ImportRow[] {
  const byKey = new Map(rows.map((row) => [row.key, row]));
  return edit.goals.flatMap(({ goal, bodies }) => {
    const own = byKey.get(goal);
    if (own === undefined) return [];
    const [first, ...more] = bodies.flatMap((key) => byKey.get(key) ?? []);
    const body = first === undefined ? { ...own, ...emptyCells } : more.reduce((all, one) => ({ ...joined(all, one), goals: [] }), first);
    return [{ ...body, key: own.key, code: own.code, goals: own.goals }];
  });
}

function change(rows: readonly ImportRow[], edit: SheetEdit, sourceText: string): ImportRow[] {
  const put = (key: string, make: (row: ImportRow) => ImportRow): ImportRow[] => rows.map((row) => (row.key === key ? make(row) : row));
  switch (edit.type) {
    case 'set_goals': return put(edit.row, (row) => ({ ...row, goals: goalsOf(edit.goals) }));
    case 'set_cell': return put(edit.row, (row) => ({ ...row, [edit.field]: cellOf(edit.text, edit.field) }));
    case 'set_progress': return put(edit.row, (row) => ({ ...row, progress: edit.progress }));
    case 'place_text': return put(edit.row, (row) => ({ ...row, [edit.field]: below(row[edit.field], cellOf(sourceText, edit.field), edit.field) }));
    case 'move_cell': {
      const moved = rows.find((row) => row.key === edit.from)?.[edit.fromField];
      if (moved === undefined) return [...rows];
      return rows.map((row) => {
        const next = row.key === edit.from ? { ...row, [edit.fromField]: cellOf('', edit.fromField) } : row;
        return row.key === edit.to ? { ...next, [edit.toField]: below(next[edit.toField], moved, edit.toField) } : next;
      });
    }
    case 'join_rows': {
      const at = rows.findIndex((row) => row.key === edit.row);
      const above = rows[at - 1];
      const under = rows[at];
      return above === undefined || under === undefined ? [...rows] : [...rows.slice(0, at - 1), joined(above, under), ...rows.slice(at + 1)];
    }
    case 'split_row': return rows.flatMap((row) => (row.key !== edit.row ? [row] : [
      { ...row, goals: row.goals.slice(0, edit.at) },
      { ...row, ...emptyCells, key: `${row.key}/2`, code: '', goals: row.goals.slice(edit.at), findings: 0, wards: 0, amendment: null },
    ]));
    case 'assign_cells': return assigned(rows, edit);
    case 'resolve_reference': return put(edit.row, (row) => ({ ...row, references: row.references.map((one, index) => (index === edit.index ? { ...one, targets: edit.targets } : one)) }));
    case 'treat_amendment': return put(edit.row, (row) => (edit.as === 'amendment' ? row : { ...row, amendment: null, [edit.as]: below(row[edit.as], cellOf(row.amendment ?? '', edit.as), edit.as) }));
    case 'set_fiscal_year': return [...rows];
  }
}

function concerns(initiative: ImportInitiative, edit: SheetEdit): boolean {
  const has = (key: string): boolean => initiative.rows.some((row) => row.key === key);
  if (edit.type === 'assign_cells') return edit.initiative === initiative.number;
  if (edit.type === 'set_fiscal_year') return false;
  return edit.type === 'move_cell' ? has(edit.from) || has(edit.to) : has(edit.row);
}

/** Rows before and after, of the 取組 that a change touches. */
export function previewOf(draft: Pick<ImportDraft, 'initiatives'>, edits: readonly SheetEdit[], sourceText = ''): { before: ImportRow[]; after: ImportRow[] } {
  const touched = draft.initiatives.filter((initiative) => edits.some((edit) => concerns(initiative, edit)));
  const before = rowsOf(touched);
  // A cell may move from one 取組 to another, so all touched rows are changed together.
  const isJoin = (edit: SheetEdit): boolean => edit.type === 'join_rows' || edit.type === 'assign_cells';
  const after = edits.some(isJoin)
    ? touched.flatMap((initiative) => edits.filter((edit) => concerns(initiative, edit)).reduce((rows, edit) => change(rows, edit, sourceText), initiative.rows))
    : edits.reduce((rows, edit) => change(rows, edit, sourceText), before);
  return { before, after };
}

export interface RowDifference { key: string; code: string; kind: 'changed' | 'new' | 'gone'; fields: { field: string; before: string; after: string }[] }

/** The codes of rows that a reference stands for. */
const targetsText = (row: ImportRow, codeOf: (key: string) => string): string => row.references.map((one) => one.targets.map(codeOf).join('・')).join('\n');

function fieldsOf(row: ImportRow | undefined, words: (progress: string) => string, codeOf: (key: string) => string): Record<string, string> {
  if (row === undefined) return {};
  return {
    goals: row.goals.map((goal) => `・${goal.text}`).join('\n'), measures: printed(row.measures), results: printed(row.results),
    progress: row.progress === null ? '' : words(row.progress), issues: printed(row.issues), nextSteps: printed(row.nextSteps),
    amendment: row.amendment ?? '', targets: targetsText(row, codeOf),
  };
}

export function rowDifferences(before: readonly ImportRow[], after: readonly ImportRow[], words: (progress: string) => string, codeOf: (key: string) => string): RowDifference[] {
  const old = new Map(before.map((row) => [row.key, row]));
  const made = new Map(after.map((row) => [row.key, row]));
  const keys = [...new Set([...before, ...after].map((row) => row.key))];
  return keys.flatMap((key) => {
    const was = fieldsOf(old.get(key), words, codeOf);
    const is = fieldsOf(made.get(key), words, codeOf);
    const names = [...new Set([...Object.keys(was), ...Object.keys(is)])];
    const fields = names.map((field) => ({ field, before: was[field] ?? '', after: is[field] ?? '' })).filter((one) => one.before !== one.after);
    const kind = !old.has(key) ? 'new' as const : !made.has(key) ? 'gone' as const : 'changed' as const;
    return fields.length === 0 && kind === 'changed' ? [] : [{ key, code: (made.get(key) ?? old.get(key))?.code ?? '', kind, fields }];
  });
}
