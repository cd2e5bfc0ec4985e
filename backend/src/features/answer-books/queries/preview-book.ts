import { AnswerContent, type AnswerBookItem, type OutputOf, previewAnswerBook as contract } from '@furikaeri/contracts';
import type { FilledRow } from '@furikaeri/sheet/read';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { SignedIn } from '../../../platform/auth/signed-in.ts';
import { readSnapshot } from '../../../platform/database/read-snapshot.ts';
import { ProblemError } from '../../../platform/http/problem-error.ts';
import { presentOwnAnswer } from '../../submissions/index.ts';
import { mergeFilled } from '../merge-filled.ts';
import { type OwnQuestion, type OwnQuestions, ownQuestions } from '../own-questions.ts';
import { readBookInWorker } from '../read-book-in-worker.ts';

/** What a filled-in 回答ファイル would do, line by line. Nothing is changed: what clashes with the board is shown, never overwritten. */
export async function previewBook(em: EntityManager, actor: SignedIn, cycleId: string, bytes: Uint8Array): Promise<OutputOf<typeof contract>> {
  const book = await readBookInWorker(bytes);
  if (book === null) throw new ProblemError('answer-book/not-ours');
  if (book.organisationId !== actor.organisationId) throw new ProblemError('answer-book/other-organisation');
  if (book.cycleId !== cycleId) throw new ProblemError('answer-book/not-ours');
  return readSnapshot(em, async (at) => {
    const { cycle, questions } = await ownQuestions(at, actor, cycleId);
    const own = new Map(questions.map((question) => [question.submission.id, question]));
    return { items: book.rows.flatMap((row) => { const question = own.get(row.submissionId); return question === undefined ? [] : [itemOf(row, question, cycle)]; }) };
  });
}

function itemOf(row: FilledRow, { card, submission, mayEdit }: OwnQuestion, cycle: OwnQuestions['cycle']): AnswerBookItem {
  const current = presentOwnAnswer(submission, cycle);
  const merged = mergeFilled(row.base, row.content, submission.draft);
  const problems = [...row.unread.map(({ column, text }) => ({ field: column as string, text })), ...tooLong(merged.content)];
  const outcome = problems.length > 0 ? 'unreadable' : merged.outcome !== 'same' && !mayEdit ? 'closed' : merged.outcome;
  return { submissionId: current.id, code: card.code, title: card.title, outcome, content: merged.content, current, problems };
}

/** A cell of Excel holds more than an answer does; the hidden sheet is nobody's promise either. */
const tooLong = (content: AnswerContent): AnswerBookItem['problems'] => {
  const parsed = AnswerContent.safeParse(content);
  return parsed.success ? [] : parsed.error.issues.map(({ path, message }) => ({ field: String(path[0] ?? ''), text: message }));
};
