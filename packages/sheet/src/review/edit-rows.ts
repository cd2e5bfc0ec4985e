import { goalOf, splitPreamble } from '../form/goals.ts';
import { referenceIn } from '../form/notes.ts';
import type { ParsedSheet, SheetInitiative, SheetRow } from '../sheet.ts';
import { printedCell, writeCell } from './edit-cells.ts';
import { NO_ROW } from './edit-of.ts';
import type { EditOf } from './edit-of.ts';
import { renameTargets } from './edit-references.ts';
import { mergeBodies, reasonAgainstMerging } from './merge-rows.ts';
import { findRow, keyedRows } from './row-keys.ts';

/** The row goes into the one above, which keeps its key. */
export function joinRows(draft: ParsedSheet, { row: key }: EditOf<'join_rows'>): string | null {
  const found = findRow(draft, key);
  if (found === null) return NO_ROW;
  const { initiative, row, index } = found;
  const above = initiative.rows[index - 1];
  if (above === undefined) return 'この取組の最初の行なので、つなげる行が上にありません。';
  const reason = reasonAgainstMerging([above, row]);
  if (reason !== null) return reason;
  initiative.rows.splice(index - 1, 2, { ...mergeBodies([above, row]), goals: [...above.goals, ...row.goals] });
  renameTargets(draft, (target) => [target === key ? above.key ?? '' : target]);
  return null;
}

/** The goals from `at` on become a row below. A settled or referring row is so in both halves, as the form prints it. */
export function splitRow(draft: ParsedSheet, { row: key, at }: EditOf<'split_row'>): string | null {
  const found = findRow(draft, key);
  if (found === null) return NO_ROW;
  const { initiative, row, index } = found;
  if (!Number.isInteger(at) || at < 1 || at >= row.goals.length) return 'この位置では、めざす姿を分けられません。';
  const rest: SheetRow = {
    key: freeKey(draft, key),
    code: row.code,
    goals: row.goals.slice(at),
    measures: { kind: 'same_as_above' },
    results: { kind: 'blank' },
    issues: { kind: 'blank' },
    nextSteps: { kind: 'blank' },
    progress: row.progress,
    references: row.progress === 'reference' ? row.references.map(({ targets: _, ...reference }) => reference) : [],
    source: { lines: [...row.source.lines] },
  };
  if (row.progress === 'completed_earlier' && row.statusNote !== undefined) rest.statusNote = { ...row.statusNote };
  // 「…の項目と同様」 is said by the words of a cell alone.
  if (row.progress === 'reference') for (const field of ['results', 'issues', 'nextSteps'] as const) if (referenceIn(printedCell(row[field])) !== null) writeCell(rest, field, printedCell(row[field]));
  row.goals = row.goals.slice(0, at);
  initiative.rows.splice(index + 1, 0, rest);
  const added = rest.key ?? '';
  renameTargets(draft, (target) => (target === key ? [key, added] : [target]));
  return null;
}

function freeKey(draft: ParsedSheet, key: string): string {
  const taken = new Set(keyedRows(draft).map(({ row }) => row.key));
  let count = 2;
  while (taken.has(`${key}/${count}`)) count++;
  return `${key}/${count}`;
}

/** Each goal gets the cells of its rows. Every row's goals and cells have to go somewhere, once. */
export function assignCells(draft: ParsedSheet, { initiative: number, goals }: EditOf<'assign_cells'>): string | null {
  const initiative = draft.initiatives.find((each) => each.number === number);
  if (initiative === undefined) return 'この取組はありません。';
  const rows = new Map(initiative.rows.map((row) => [row.key ?? '', row]));
  const reason = reasonAgainstAssignment(rows, goals);
  if (reason !== null) return reason;
  initiative.rows = goals.flatMap(({ goal, bodies }): SheetRow[] => {
    const own = rows.get(goal);
    if (own === undefined) return [];
    const merged = mergeBodies(bodies.flatMap((body) => rows.get(body) ?? []));
    const lines = [...new Set([...merged.source.lines, ...own.source.lines])].sort((a, b) => a - b);
    return [{ ...merged, key: goal, goals: own.goals, repaired: true, source: { lines } }];
  });
  takePreamble(initiative);
  const goalOfBody = new Map(goals.flatMap(({ goal, bodies }) => bodies.map((body) => [body, goal])));
  const stay = new Set(goals.map(({ goal }) => goal));
  renameTargets(draft, (target) => [stay.has(target) ? target : goalOfBody.get(target) ?? target]);
  return null;
}

function reasonAgainstAssignment(rows: ReadonlyMap<string, SheetRow>, goals: EditOf<'assign_cells'>['goals']): string | null {
  const named = goals.map(({ goal }) => goal);
  const bodies = goals.flatMap((each) => each.bodies);
  if (goals.length === 0) return 'めざす姿が一つもありません。';
  if ([...named, ...bodies].some((key) => !rows.has(key))) return NO_ROW;
  if (new Set(named).size < named.length || new Set(bodies).size < bodies.length) return '同じ行が2回使われています。';
  if (goals.some((each) => each.bodies.length === 0)) return '欄の行が一つもないめざす姿があります。';
  if (bodies.length < rows.size) return 'どのめざす姿にも付いていない欄の行があります。';
  if ([...rows].some(([key, row]) => row.goals.length > 0 && !named.includes(key))) return 'めざす姿のある行が抜けています。';
  const reasons = goals.map((each) => reasonAgainstMerging(each.bodies.flatMap((body) => rows.get(body) ?? [])));
  return reasons.find((reason) => reason !== null) ?? null;
}

/** 「以下の取組を全区が実施」 in front of the first goal is of the whole 取組, as the reader has it. */
function takePreamble(initiative: SheetInitiative): void {
  const [first] = initiative.rows;
  const text = first?.goals[0]?.text;
  if (first === undefined || text === undefined) return;
  const { preamble, rest } = splitPreamble(text);
  const alone = preamble === null && first.goals.length > 1 && splitPreamble(`${text} …`).preamble !== null;
  if (preamble === null && !alone) return;
  first.goals = alone ? first.goals.slice(1) : [goalOf(rest), ...first.goals.slice(1)];
  initiative.preamble = [initiative.preamble, preamble ?? text].filter((each) => each !== undefined).join('\n');
}
