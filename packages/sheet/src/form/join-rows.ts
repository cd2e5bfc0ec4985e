import type { Account } from '../account.ts';
import { append, isEmpty, isSettled } from './draft.ts';
import type { RowDraft } from './draft.ts';
import type { PhysicalRow } from './outline.ts';
import { readPhysicalRow } from './read-row.ts';
import { WardCollector } from './ward-collector.ts';

/** Reads the rows of one 取組 and joins those that a page cut. */
export function readRows(rows: readonly PhysicalRow[], account: Account): RowDraft[] {
  const drafts: RowDraft[] = [];
  // Rows that hold nothing may stand on both sides of a page head; the break still counts.
  let afterBreak = false;
  // The last draft may be the rest of the row before it, or the beginning of one that the next page cuts again.
  let undecided = false;
  const decide = (): void => {
    const rest = undecided ? drafts.pop() : undefined;
    const before = drafts.at(-1);
    if (rest !== undefined && before !== undefined) append(before, rest, account);
    undecided = false;
  };
  for (const row of rows) {
    afterBreak ||= row.afterBreak;
    const previous = drafts.at(-1);
    const content = readPhysicalRow(row, previous ?? null, account);
    if (content.kind === 'wards') {
      if (previous !== undefined) (previous.wards ??= new WardCollector()).addRow(content.pieces, account);
      if (previous !== undefined && !previous.lines.includes(row.line)) previous.lines.push(row.line);
      afterBreak = false;
      continue;
    }
    const next = content.draft;
    if (isEmpty(next)) continue;
    if (undecided && next.text.goal !== '') decide();
    const open = drafts.at(-1);
    if (open === undefined || !continues(open, next, afterBreak)) {
      drafts.push(next);
    } else if (isSettled(open) && !isSettled(next) && startsGoal(next.text.goal)) {
      drafts.push(next);
      undecided = true;
    } else {
      append(open, next, account);
      if (isSettled(open)) undecided = false;
    }
    afterBreak = false;
  }
  decide();
  return drafts;
}

/**
 * Whether a physical row is the rest of the one before. Each row of the form says where it stands exactly once, so a
 * second half is known by what it lacks: a goal, or, after a page break, a judgement of its own.
 */
function continues(previous: RowDraft, next: RowDraft, afterBreak: boolean): boolean {
  if (isSettled(next) && isSettled(previous)) return false;
  if (next.text.goal === '') return true;
  if (!afterBreak) return false;
  return !isSettled(next) || !startsGoal(next.text.goal);
}

const startsGoal = (text: string): boolean => /^(・|以下の|毎年度|(令和|平成|R)\s*[0-9０-９元]+\s*年)/u.test(text);
