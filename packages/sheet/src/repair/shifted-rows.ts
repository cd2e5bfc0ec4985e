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
  const judgements = drafts.map((draft) => `${draft.progress ?? ''}|${draft.note?.text ?? ''}|${draft.references.length}`);
  const fits = drafts.map((_, goal) => ({ above: goal === 0 ? 0 : likeness(drafts[goal], drafts[goal - 1]), own: goal === 0 ? 0 : likeness(drafts[goal], drafts[goal]) }));
  // Each reading differs from the one before in one goal, so that its score follows from that one's.
  let score = fits.reduce((sum, { own }) => sum + own, 0);
  const scored: { merged: number; score: number }[] = [];
  for (let merged = 1; merged < drafts.length; merged++) {
    score += fits[merged]?.above ?? 0;
    if (judgements[merged - 1] === judgements[merged]) scored.push({ merged, score });
    score -= fits[merged]?.own ?? 0;
  }
  const [best, second] = scored.sort((a, b) => b.score - a.score);
  if (best === undefined || (second !== undefined && second.score >= best.score - SAME_SCORE)) return null;
  return reading(drafts.length, best.merged);
}

/** Sums of shares that differ by less are equal but for rounding. */
const SAME_SCORE = 1e-9;

/** Goals 1 … `merged` take the cells one row above; goal `merged` takes its own row's too; later ones their own. */
function reading(count: number, merged: number): RepairedGoal[] {
  const goals: RepairedGoal[] = [];
  for (let goal = 1; goal < count; goal++) {
    goals.push({ goal, bodies: goal < merged ? [goal - 1] : goal === merged ? [goal - 1, goal] : [goal] });
  }
  return goals;
}

/** How well the cells of one row speak of the goal of another, 0 to 2. */
function likeness(goal: RowDraft | undefined, cells: RowDraft | undefined): number {
  const goalText = goal?.text.goal ?? '';
  const words = [cells?.text.results, cells?.text.issues, cells?.text.nextSteps].join('\n');
  return shareFoundIn(words, goalText) + shareFoundIn(goalText, words);
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
