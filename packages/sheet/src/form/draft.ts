import type { Account, Piece } from '../account.ts';
import type { SheetProgress, SheetReference, StatusNote } from '../sheet.ts';
import type { WardCollector } from './ward-collector.ts';

/** The five columns of text; the status column holds a judgement instead. */
export const TEXT_FIELDS = ['goal', 'measures', 'results', 'issues', 'nextSteps'] as const;
export type TextField = (typeof TEXT_FIELDS)[number];

/** A row of the form while it is put together from its physical rows. */
export interface RowDraft {
  lines: number[];
  text: Record<TextField, string>;
  progress: Extract<SheetProgress, 'in_progress' | 'completed'> | null;
  note: StatusNote | null;
  references: SheetReference[];
  wards: WardCollector | null;
  /** Words of the status column that are neither 実施中 nor 完了. */
  unknownStatus: Piece | null;
  repaired: boolean;
}

export const emptyDraft = (line: number): RowDraft => ({
  lines: [line],
  text: { goal: '', measures: '', results: '', issues: '', nextSteps: '' },
  progress: null,
  note: null,
  references: [],
  wards: null,
  unknownStatus: null,
  repaired: false,
});

/** The row says where it stands: a judgement, a note of an earlier year or a reference. Every row of the form does. */
export const isSettled = (draft: RowDraft): boolean => draft.progress !== null || draft.note !== null || draft.references.length > 0;

export const isEmpty = (draft: RowDraft): boolean =>
  !isSettled(draft) && draft.wards === null && draft.unknownStatus === null && TEXT_FIELDS.every((field) => draft.text[field] === '');

/**
 * Joins a text with its rest on the next page. A page cuts inside a word, so nothing is put between, unless the
 * rest begins a new point.
 */
function joinText(before: string, rest: string): string {
  if (before === '' || rest === '') return before + rest;
  return /^[・●○■※【<＜①-⑳]/u.test(rest) ? `${before}\n${rest}` : before + rest;
}

/** Appends a continued row, column by column; several columns may go on at once. */
export function append(draft: RowDraft, rest: RowDraft, account: Account): void {
  for (const line of rest.lines) if (!draft.lines.includes(line)) draft.lines.push(line);
  for (const field of TEXT_FIELDS) draft.text[field] = joinText(draft.text[field], rest.text[field]);
  draft.progress ??= rest.progress;
  draft.note ??= rest.note;
  draft.references.push(...rest.references);
  if (draft.wards === null) draft.wards = rest.wards;
  else if (rest.wards !== null) draft.wards.absorb(rest.wards, rest.lines[0] ?? 0, account);
  if (draft.unknownStatus === null) draft.unknownStatus = rest.unknownStatus;
  else if (rest.unknownStatus !== null) account.findPiece('row/status-unknown', rest.unknownStatus, '実施状況の欄に読み取れない語があります');
}
