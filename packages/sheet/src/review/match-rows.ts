import { keyOf, likenessTo, wordsOf } from '../characters.ts';
import type { Words } from '../characters.ts';
import type { ParsedSheet, SheetInitiative, SheetRow } from '../sheet.ts';

export interface PlacedRow {
  initiative: SheetInitiative;
  row: SheetRow;
}

interface Candidate extends PlacedRow {
  goals: Words;
  /** The goal as the sheet announced that it would read from the next year on. */
  announced: Words;
  goalKey: string;
  titleKey: string;
}

/** Below this likeness of their goals two rows are different rows, unless code and title speak for the same. */
const ALIKE = 0.55;
const ALIKE_IN_PLACE = 0.3;

/** Which rows of two sheets are the same row. Each row has at most one partner. */
export function matchRows(before: ParsedSheet, after: ParsedSheet): { older: PlacedRow[]; newer: PlacedRow[]; pairs: [PlacedRow, PlacedRow][] } {
  const older = candidatesOf(before);
  const newer = candidatesOf(after);
  const pairs: [Candidate, Candidate][] = [];
  const leftOlder = new Set(older);
  const leftNewer = new Set(newer);
  const pair = (old: Candidate, now: Candidate): void => {
    if (!leftOlder.has(old) || !leftNewer.has(now)) return;
    pairs.push([old, now]);
    leftOlder.delete(old);
    leftNewer.delete(now);
  };
  // Most rows say the same as before; they need no comparing with all others.
  for (const isSame of [unmoved, unchanged]) {
    const byName = new Map<string, Candidate[]>();
    for (const old of leftOlder) byName.set(isSame(old), [...(byName.get(isSame(old)) ?? []), old]);
    for (const now of [...leftNewer]) {
      const old = byName.get(isSame(now))?.shift();
      if (old !== undefined) pair(old, now);
    }
  }
  const scored: { old: Candidate; now: Candidate; score: number }[] = [];
  const rest = [...leftOlder];
  const toGoals = likenessTo(rest.map(({ goals }) => goals));
  const toAnnounced = likenessTo(rest.map(({ announced }) => announced));
  for (const now of leftNewer) {
    const goals = toGoals(now.goals);
    const announced = toAnnounced(now.goals);
    for (const [index, old] of rest.entries()) {
      const score = scoreOf(old, now, Math.max(goals[index] ?? 0, announced[index] ?? 0));
      if (score > 0) scored.push({ old, now, score });
    }
  }
  scored.sort((a, b) => b.score - a.score);
  for (const { old, now } of scored) pair(old, now);
  return { older, newer, pairs };
}

const unmoved = ({ row, initiative, goalKey, titleKey }: Candidate): string => [row.code, initiative.section, titleKey, goalKey].join('\n');
const unchanged = ({ initiative, goalKey, titleKey }: Candidate): string => [initiative.section, titleKey, goalKey].join('\n');

/** 0 for different rows; else the likeness of the goals, and a little for what else is the same. */
function scoreOf(old: Candidate, now: Candidate, likeness: number): number {
  const goals = old.goalKey === now.goalKey ? 1 : likeness;
  const sameTitle = old.titleKey === now.titleKey;
  const sameCode = old.row.code === now.row.code;
  if (goals < (sameTitle && sameCode ? ALIKE_IN_PLACE : ALIKE)) return 0;
  return goals + (sameTitle ? 0.12 : 0) + (old.initiative.section === now.initiative.section ? 0.06 : 0) + (sameCode ? 0.04 : 0);
}

const candidatesOf = (sheet: ParsedSheet): Candidate[] =>
  sheet.initiatives.flatMap((initiative) => initiative.rows.map((row) => {
    const text = row.goals.map((goal) => goal.text).join('\n');
    return { initiative, row, goals: wordsOf(text), announced: wordsOf(row.amendment?.text ?? ''), goalKey: keyOf(text), titleKey: keyOf(initiative.title) };
  }));
