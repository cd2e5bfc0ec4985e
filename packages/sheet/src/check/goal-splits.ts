import type { Account } from '../account.ts';
import { keyOf } from '../characters.ts';
import { goalOf, hasSeveralDeadlines, splitAtDeadlines } from '../form/goals.ts';
import type { ParsedSheet, SheetRow } from '../sheet.ts';

/**
 * A cell that lost its list marks may hold several goals. It stays one goal, and a finding proposes the cut, because
 * only a person can say whether 「…、毎年度…」 is a second goal.
 */
export function proposeSplits(sheet: ParsedSheet, account: Account): void {
  const rows = sheet.initiatives.flatMap((initiative) => initiative.rows);
  for (const row of rows) {
    const [goal] = row.goals;
    if (goal === undefined || row.goals.length !== 1) continue;
    if (/^.+【再掲】/su.test(goal.text)) account.find('goal/repeat-inside', row.source.lines[0] ?? 1, `${row.code} のめざす姿の中に【再掲】があります。`);
    if (!hasSeveralDeadlines(goal.text)) continue;
    const parts = proposedParts(goal.text, row, rows);
    account.find(
      'goal/several-deadlines',
      row.source.lines[0] ?? 1,
      `${row.code} のめざす姿に期限が複数あります。${parts ? `${parts.length}つに分けるか確認してください。` : '分け方を決められません。'}`,
      parts ?? undefined,
    );
  }
}

function proposedParts(text: string, row: SheetRow, rows: readonly SheetRow[]): string[] | null {
  const parts = splitAtDeadlines(text);
  if (parts.length > 1) return parts;
  const known = rows.filter((other) => other !== row).flatMap((other) => other.goals.map((goal) => goal.text));
  return splitByKnownGoals(text, known);
}

/** Two goals run together without any sign between them are told apart by the goals that other rows print. */
function splitByKnownGoals(text: string, known: readonly string[]): string[] | null {
  for (const goal of known) {
    const key = keyOf(goal);
    if (key.length < 8) continue;
    const end = endOfPrefix(text, key);
    const rest = end === null ? '' : text.slice(end).trim();
    if (end !== null && rest !== '') return [text.slice(0, end).trim(), ...(splitByKnownGoals(rest, known) ?? [rest])];
  }
  return null;
}

/** Where the beginning of `text` that has this key ends, or null. */
function endOfPrefix(text: string, key: string): number | null {
  let read = '';
  for (let end = 0; end < text.length && read.length < key.length; ) {
    read += keyOf(text[end] ?? '');
    end++;
    if (!key.startsWith(read)) return null;
    if (read === key) return end;
  }
  return null;
}

/** The sheet with every proposed cut made, as if a person had accepted all of them. The sheet given is not changed. */
export function withProposedSplits(sheet: ParsedSheet): ParsedSheet {
  const proposals = new Map(sheet.findings.flatMap((finding) => (finding.code === 'goal/several-deadlines' && finding.suggestion ? [[finding.line, finding.suggestion] as const] : [])));
  return {
    ...sheet,
    initiatives: sheet.initiatives.map((initiative) => ({
      ...initiative,
      rows: initiative.rows.map((row) => {
        const parts = row.goals.length === 1 ? proposals.get(row.source.lines[0] ?? 0) : undefined;
        return parts ? { ...row, goals: parts.map(goalOf) } : row;
      }),
    })),
  };
}
