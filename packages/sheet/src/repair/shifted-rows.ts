import { shareFoundIn } from '../characters.ts';
import { isSettled, TEXT_FIELDS } from '../form/draft.ts';
import type { RowDraft, TextField } from '../form/draft.ts';

/** For each goal, the index of its own draft and the drafts whose cells it gets. */
export interface RepairedGoal {
  goal: number;
  bodies: number[];
}

const BODY: readonly TextField[] = TEXT_FIELDS.filter((field) => field !== 'goal');

/** The sign of a shift: the table begins with a row that has a judgement but no goal. */
export function looksShifted(drafts: readonly RowDraft[]): boolean {
  const [first, ...rest] = drafts;
  return first !== undefined && rest.length > 0 && first.text.goal === '' && isSettled(first) && rest.every((draft) => draft.text.goal !== '');
}

/**
 * One physical row more than goals, and goals that stand one row below their own cells: two neighbouring rows of
 * cells belong to one goal, and from there on all is in place. Which two is not told by position (a uniform shift is
 * wrong); it is told by the words that a goal and its 実績 have in common. Null unless every goal gets exactly
 * one judgement and one reading is better than all others.
 */
export function proposeRepair(drafts: readonly RowDraft[]): RepairedGoal[] | null {
  if (!looksShifted(drafts) || !drafts.every(isSettled)) return null;
  const readings = drafts.slice(1).map((_, index) => reading(drafts.length, index + 1)).filter((goals) => goals.every((goal) => hasOneJudgement(goal, drafts)));
  const scored = readings.map((goals) => ({ goals, score: likeness(goals, drafts) })).sort((a, b) => b.score - a.score);
  const [best, second] = scored;
  if (best === undefined || (second !== undefined && second.score >= best.score)) return null;
  return best.goals;
}

/** Goals 1 … `merged` take the cells one row above; goal `merged` takes its own row's too; later ones their own. */
function reading(count: number, merged: number): RepairedGoal[] {
  const goals: RepairedGoal[] = [];
  for (let goal = 1; goal < count; goal++) {
    goals.push({ goal, bodies: goal < merged ? [goal - 1] : goal === merged ? [goal - 1, goal] : [goal] });
  }
  return goals;
}

function hasOneJudgement({ bodies }: RepairedGoal, drafts: readonly RowDraft[]): boolean {
  const judgements = bodies.map((index) => {
    const draft = drafts[index];
    return `${draft?.progress ?? ''}|${draft?.note?.text ?? ''}|${draft?.references.length ?? 0}`;
  });
  return new Set(judgements).size === 1;
}

/** How well the cells speak of their goals, summed over all rows of cells. */
function likeness(goals: readonly RepairedGoal[], drafts: readonly RowDraft[]): number {
  let total = 0;
  for (const { goal, bodies } of goals) {
    for (const index of bodies) {
      const body = drafts[index]?.text;
      const words = [body?.results, body?.issues, body?.nextSteps].join('\n');
      total += shareFoundIn(words, drafts[goal]?.text.goal ?? '') + shareFoundIn(drafts[goal]?.text.goal ?? '', words);
    }
  }
  return total;
}

/** Builds the repaired drafts. The drafts given are left as they are, so that the raw reading can still be shown. */
export function applyRepair(drafts: readonly RowDraft[], goals: readonly RepairedGoal[]): RowDraft[] {
  return goals.map(({ goal, bodies }) => {
    const own = drafts[goal];
    const parts = bodies.flatMap((index) => drafts[index] ?? []);
    const first = parts[0];
    if (own === undefined || first === undefined) throw new Error('a repaired goal names a row that is not there');
    const text = { ...first.text, goal: own.text.goal };
    for (const part of parts.slice(1)) for (const field of BODY) text[field] = mergeCells(text[field], part.text[field]);
    return {
      lines: [...new Set([...parts.flatMap((part) => part.lines), ...own.lines])].sort((a, b) => a - b),
      text,
      progress: first.progress,
      note: first.note,
      references: parts.flatMap((part) => part.references),
      wards: parts.find((part) => part.wards !== null)?.wards ?? null,
      unknownStatus: null,
      repaired: true,
    };
  });
}

/** 「—」 beside a text says nothing more; the raw lines in the finding keep it. */
function mergeCells(above: string, below: string): string {
  if (above === '' || above === '—') return below === '' ? above : below;
  return below === '' || below === '—' ? above : `${above}\n${below}`;
}
