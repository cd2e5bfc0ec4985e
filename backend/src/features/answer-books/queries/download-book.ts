import { downloadAnswerBook as contract } from '@furikaeri/contracts';
import { effectiveDeadline, formatFiscalYear, formatWareki } from '@furikaeri/model';
import { type AnswerBook, type BookQuestion, writeAnswerBook } from '@furikaeri/sheet/write';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { SignedIn } from '../../../platform/auth/signed-in.ts';
import { dayInTokyo, timeInTokyo } from '../../../platform/clock/clock.ts';
import { readSnapshot } from '../../../platform/database/read-snapshot.ts';
import { ProblemError } from '../../../platform/http/problem-error.ts';
import { parseInput } from '../../../platform/http/parse-input.ts';
import type { FileAnswer } from '../../../platform/http/send-file.ts';
import { OrganisationEntity } from '../../accounts/index.ts';
import { submissionFacts } from '../../submissions/index.ts';
import { type OwnQuestion, type OwnQuestions, ownQuestions } from '../own-questions.ts';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** 回答ファイル: what is asked of the reader's own organisation, with its drafts as they stand. */
export async function downloadBook(em: EntityManager, actor: SignedIn, now: Date, raw: unknown): Promise<FileAnswer> {
  const { cycleId } = parseInput(contract.input, raw);
  const book = await readSnapshot(em, async (at): Promise<AnswerBook> => {
    const { cycle, questions } = await ownQuestions(at, actor, cycleId);
    if (questions.length === 0) throw new ProblemError('answer-book/nothing-asked');
    const organisation = await at.findOneOrFail(OrganisationEntity, { id: actor.organisationId });
    return {
      cycleId, organisationId: actor.organisationId, organisationName: organisation.name, fiscalYear: cycle.fiscalYear,
      takenOut: `${formatWareki(dayInTokyo(now))} ${timeInTokyo(now)}`,
      questions: questions.map((question) => bookQuestion(question, cycle)),
    };
  });
  return { bytes: await writeAnswerBook(book), name: `回答_${book.organisationName}_${formatFiscalYear(book.fiscalYear)}末.xlsx`, type: XLSX };
}

const bookQuestion = ({ card, submission, mayEdit }: OwnQuestion, cycle: OwnQuestions['cycle']): BookQuestion => ({
  submissionId: submission.id,
  version: submission.draftVersion,
  code: card.code,
  title: card.title,
  question: card.indicator?.question ?? '',
  kind: card.indicator?.kind ?? 'text_only',
  unit: card.indicator?.unit ?? '',
  columns: card.indicator?.columns ?? null,
  parts: card.indicator?.parts ?? [],
  deadline: effectiveDeadline(submissionFacts(submission, cycle)) ?? cycle.wardDeadline,
  state: submission.state,
  closed: !mayEdit,
  draft: submission.draft,
});
