import type { AnswerContent } from '@furikaeri/model';
import type { ChangeDraft, UseCaseContext } from '../../platform/commands/use-case.ts';
import { changeOfOwnAnswer, changesOfAnswer } from './answer-changes.ts';
import { type Step, takeOwnStep } from './lock-answer.ts';
import { withNamedFiles } from './named-files.ts';
import { withOwnLines } from './ward-lines.ts';

interface Draft { submissionId: string; expectedVersion: number; content: AnswerContent }

/** Puts a text into one answer's draft, and says so: to its organisation, and to outsiders only that it was begun. */
export async function writeDraft(context: UseCaseContext, input: Draft): Promise<{ step: Step; replaced: AnswerContent; changes: ChangeDraft[] }> {
  const step = await takeOwnStep(context, input, { type: 'edit', by: context.actor });
  const { card, cycle, submission, before } = step;
  const replaced = submission.draft;
  submission.draft = await withNamedFiles(context.em, submission.id, await withOwnLines(context.em, submission, input.content));
  submission.editedAt = context.now;
  submission.editedBy = context.actor.doer;
  return { step, replaced, changes: submission.state === before.state ? [changeOfOwnAnswer(cycle, submission)] : changesOfAnswer(card, cycle, submission) };
}
