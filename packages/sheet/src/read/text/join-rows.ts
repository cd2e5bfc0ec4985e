import type { Account } from '../../account.ts';
import { append, isEmpty, isSettled } from './draft.ts';
import type { RowDraft } from './draft.ts';
import type { PhysicalRow } from './outline.ts';
import { readPhysicalRow } from './read-row.ts';
import { isWardHeader, isWardRow } from './ward-collector.ts';

/** Reads the rows of one 取組 and joins those that a page cut. */
export function readRows(rows: readonly PhysicalRow[], account: Account): RowDraft[] {
  const drafts: RowDraft[] = [];
  // A page head between two halves of a row may be followed by rows that hold nothing; the break still counts.
  let afterBreak = false;
  for (const row of rows) {
    afterBreak ||= row.afterBreak;
    const previous = drafts.at(-1);
    const content = readPhysicalRow(row, previous?.wards ?? null, account);
    if (content.kind === 'wards') {
      const [piece] = content.pieces;
      if (previous?.wards && piece) {
        previous.wards.addRow(content.pieces, account);
        if (isWardRow(content.pieces) || isWardHeader(content.pieces) || !previous.lines.includes(row.line)) previous.lines.push(row.line);
      }
      afterBreak = false;
      continue;
    }
    if (isEmpty(content.draft)) continue;
    if (previous !== undefined && continues(previous, content.draft, afterBreak)) append(previous, content.draft, account);
    else drafts.push(content.draft);
    afterBreak = false;
  }
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
