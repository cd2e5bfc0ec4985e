import { keyOf, shareFoundIn } from '../characters.ts';
import { withProposedSplits } from '../check/goal-splits.ts';
import type { ParsedSheet, SheetInitiative, SheetReference, SheetRow } from '../sheet.ts';
import { cardCode } from './card-code.ts';

/** What a reference row points to, as far as goal texts tell. `unresolved` is for a person. */
export interface ResolvedReference {
  /** Card code of the referring row. */
  code: string;
  reference: SheetReference;
  /** Card codes of the target rows, in the order of the sheet. */
  targets: string[];
  /** Goal lines for which no row of the named section is alike enough. */
  unresolved: string[];
}

interface Candidate {
  code: string;
  row: SheetRow;
  initiative: SheetInitiative;
}

/** Below this share of common two-character sequences two goals are different goals. */
const ALIKE = 0.5;
/** This share of a clause's sequences has to occur in a row's goals. */
const CONTAINED = 0.65;
const SHORTEST_CLAUSE = 6;

/**
 * References name a section, at best with a quoted goal. Each goal line of the referring row is compared with the rows
 * of that section; one line may stand for several rows (会議の開催 and its 公開 in one sentence). Where a person has said
 * which rows it is, their word counts.
 */
export function resolveReferences(sheet: ParsedSheet): ResolvedReference[] {
  const { initiatives } = withProposedSplits(sheet);
  const all: Candidate[] = initiatives.flatMap((initiative) => initiative.rows.map((row) => ({ code: cardCode(initiative.section, row.code), row, initiative })));
  return all.flatMap((referring) => referring.row.references.map((reference) => resolve(referring, reference, all)));
}

function resolve(referring: Candidate, reference: SheetReference, all: readonly Candidate[]): ResolvedReference {
  const { targets } = reference;
  if (targets !== undefined) return { code: referring.code, reference, targets: all.filter(({ row }) => targets.includes(row.code)).map(({ code }) => code), unresolved: [] };
  const candidates = all.filter((candidate) => candidate.row.references.length === 0 && candidate.initiative.section.startsWith(reference.section));
  const lines = reference.quotedGoal !== undefined ? [reference.quotedGoal] : referring.row.goals.map((goal) => goal.text);
  const found = new Set<string>();
  const unresolved: string[] = [];
  for (const line of lines) {
    const targets = targetsOf(line, candidates, reference.quotedTitle ?? referring.initiative.title);
    if (targets.length === 0) unresolved.push(line);
    for (const target of targets) found.add(target.code);
  }
  return { code: referring.code, reference, targets: candidates.map((candidate) => candidate.code).filter((code) => found.has(code)), unresolved };
}

/** The best row for a line; failing a clear one, the rows of which the line holds the essential words. */
function targetsOf(line: string, candidates: readonly Candidate[], title: string): Candidate[] {
  const text = essentialWords(line);
  const scored = candidates
    .map((candidate) => ({ candidate, score: likeness(text, candidate), sameTitle: keyOf(candidate.initiative.title) === keyOf(title) }))
    .sort((a, b) => b.score - a.score || Number(b.sameTitle) - Number(a.sameTitle));
  const best = scored[0];
  if (best === undefined) return [];
  if (best.score >= ALIKE) {
    const alike = scored.filter((each) => each.score >= ALIKE && each.score > best.score - 0.02);
    const chosen = alike.length > 1 && alike.some((each) => each.sameTitle) ? alike.filter((each) => each.sameTitle) : [best];
    return targetsByClause(text, candidates, chosen.map((each) => each.candidate));
  }
  return targetsByClause(text, candidates, []);
}

/** A line that sums up several rows: each clause that the chosen rows do not say is looked for in the goals of another. */
function targetsByClause(text: string, candidates: readonly Candidate[], chosen: readonly Candidate[]): Candidate[] {
  const found = new Set<Candidate>(chosen);
  for (const clause of text.split('、').filter((part) => keyOf(part).length >= SHORTEST_CLAUSE)) {
    const scored = candidates
      .map((candidate) => ({ candidate, score: shareFoundIn(clause, candidate.row.goals.map((goal) => goal.text).join('\n')) }))
      .sort((a, b) => b.score - a.score);
    if (scored.some(({ candidate, score }) => score >= CONTAINED && chosen.includes(candidate))) continue;
    if (scored[0] !== undefined && scored[0].score >= CONTAINED) found.add(scored[0].candidate);
  }
  return [...found];
}

/** Likeness of a line to the most similar goal of a row, in both directions: one may be a part of the other. */
function likeness(text: string, candidate: Candidate): number {
  return Math.max(0, ...candidate.row.goals.map((goal) => {
    const other = essentialWords(goal.text);
    return (shareFoundIn(text, other) + shareFoundIn(other, text)) / 2;
  }));
}

/** Deadlines and the slogan behind 「～」 are common to many goals and tell nothing. */
const essentialWords = (text: string): string =>
  text.normalize('NFKC').replace(/[~〜][^~〜]*Re\s*-\s*Design.*$/su, '').replace(/令和\d+年度(末|中)?(までに|まで|から|に|以降)?、?|毎年度、?|【再掲】/gu, '');
