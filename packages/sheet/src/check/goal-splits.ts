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
  const known = knownGoals(rows);
  for (const row of rows) {
    const [goal] = row.goals;
    if (goal === undefined || row.goals.length !== 1) continue;
    if (/^.+【再掲】/su.test(goal.text)) account.find('goal/repeat-inside', row.source.lines[0] ?? 1, `${row.code} のめざす姿の中に【再掲】があります。`);
    if (!hasSeveralDeadlines(goal.text)) continue;
    const parts = proposedParts(goal.text, known);
    account.find(
      'goal/several-deadlines',
      row.source.lines[0] ?? 1,
      `${row.code} のめざす姿に期限が複数あります。${parts ? `${parts.length}つに分けるか確認してください。` : '分け方を決められません。'}`,
      parts ?? undefined,
    );
  }
}

function proposedParts(text: string, known: KnownGoals): string[] | null {
  const parts = splitAtDeadlines(text);
  return parts.length > 1 ? parts : splitByKnownGoals(text, known);
}

/** The keys of all goals of the sheet with their places, and, by their first characters, the lengths that occur. */
interface KnownGoals {
  places: ReadonlyMap<string, number>;
  lengths: ReadonlyMap<string, ReadonlySet<number>>;
}

const SHORTEST_KEY = 8;

function knownGoals(rows: readonly SheetRow[]): KnownGoals {
  const places = new Map<string, number>();
  const lengths = new Map<string, Set<number>>();
  for (const goal of rows.flatMap((row) => row.goals)) {
    const key = keyOf(goal.text);
    if (key.length < SHORTEST_KEY || places.has(key)) continue;
    places.set(key, places.size);
    const start = key.slice(0, SHORTEST_KEY);
    lengths.set(start, (lengths.get(start) ?? new Set()).add(key.length));
  }
  return { places, lengths };
}

/** Two goals run together without any sign between them are told apart by the goals that other rows print. */
function splitByKnownGoals(text: string, known: KnownGoals): string[] | null {
  const parts: string[] = [];
  let rest = text;
  for (let end = endOfKnownGoal(rest, known); end !== null; end = endOfKnownGoal(rest, known)) {
    parts.push(rest.slice(0, end).trim());
    rest = rest.slice(end).trim();
  }
  return parts.length === 0 ? null : [...parts, rest];
}

/** Where the goal ends that the text begins with and goes on after, or null. Of several it is the first of the sheet. */
function endOfKnownGoal(text: string, { places, lengths }: KnownGoals): number | null {
  let key = '';
  const ends = new Map<number, number>();
  for (let end = 1; end <= text.length; end++) {
    key += keyOf(text[end - 1] ?? '');
    if (!ends.has(key.length)) ends.set(key.length, end);
  }
  let best: { end: number; place: number } | null = null;
  for (const length of lengths.get(key.slice(0, SHORTEST_KEY)) ?? []) {
    const end = ends.get(length);
    const place = places.get(key.slice(0, length));
    if (end === undefined || place === undefined || text.slice(end).trim() === '') continue;
    if (best === null || place < best.place) best = { end, place };
  }
  return best?.end ?? null;
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
