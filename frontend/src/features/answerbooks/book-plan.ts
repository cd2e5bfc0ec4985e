import type { AnswerBookItem } from '@furikaeri/contracts';
import { differingFields } from '@furikaeri/model';
import type { AnswerField } from '@furikaeri/model';

export type Choice = 'file' | 'board';
export type Choices = ReadonlyMap<string, Choice>;

/** Before anybody chose: what can simply be taken over is, and a conflict is open. */
export const firstChoices = (items: readonly AnswerBookItem[]): Map<string, Choice> =>
  new Map(items.flatMap((item): [string, Choice][] => (item.outcome === 'change' ? [[item.submissionId, 'file']] : [])));

/** Conflicts nobody has decided yet. */
export const undecided = (items: readonly AnswerBookItem[], choices: Choices): AnswerBookItem[] =>
  items.filter((item) => item.outcome === 'conflict' && !choices.has(item.submissionId));

/** What goes to the server: each against the version that was looked at. */
export const toApply = (items: readonly AnswerBookItem[], choices: Choices): AnswerBookItem[] =>
  items.filter((item) => (item.outcome === 'change' || item.outcome === 'conflict') && choices.get(item.submissionId) === 'file');

/** The fields that would change, in the order of the form. */
export const changedFields = (item: AnswerBookItem): AnswerField[] => differingFields(item.current.draft, item.content);
