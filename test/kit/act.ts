import type { ChangePayload, CommandContract, OutputOf, ProblemBody, ProblemCode } from '../../packages/contracts/src/index.ts';
import { ANSWER_FIELDS, aggregate, EMPTY_CONTENT, stageFollowing, type AnswerContent } from '../../packages/model/src/index.ts';
import type { SignedIn } from '../../backend/src/platform/auth/signed-in.ts';
import { newId } from '../../backend/src/platform/commands/new-id.ts';
import type { UseCase } from '../../backend/src/platform/commands/use-case.ts';
import { ProblemError } from '../../backend/src/platform/http/problem-error.ts';
import { CardEntity } from '../../backend/src/features/cards/card.entity.ts';
import { SubmissionEntity } from '../../backend/src/features/submissions/submission.entity.ts';
import type { TestDatabase } from './database.ts';

/** Sends commands as the product does, each with a fresh commandId unless the test says which. */
export const actingOn = (db: TestDatabase) =>
  <C extends CommandContract>(actor: SignedIn, useCase: UseCase<C>, input: Record<string, unknown>): Promise<OutputOf<C>> =>
    db.runner.run(useCase, actor, { commandId: newId(), ...input });

/** The refusal a promise ends in. Anything else fails the test. */
export async function refusalOf(promise: Promise<unknown>): Promise<{ code: ProblemCode } & Partial<ProblemBody>> {
  try {
    await promise;
  } catch (error) {
    if (error instanceof ProblemError) return { ...error.more, code: error.code };
    throw error;
  }
  throw new Error('It was not refused.');
}

export const content = (more: Partial<AnswerContent> = {}): AnswerContent => ({ ...EMPTY_CONTENT, ...more });
export const yes = (example = '訓練を行った'): AnswerContent => content({ answer: 'yes', example });
export const no = (reason = '会場が取れなかった'): AnswerContent => content({ answer: 'no', reason });

/** What a stream has said since `after`, oldest first. */
export async function heardOn(db: TestDatabase, stream: string, after = 0): Promise<ChangePayload[]> {
  const rows = await db.em().execute<{ payload: ChangePayload }[]>('select payload from change where stream = ? and seq > ? order by seq', [stream, after]);
  return rows.map(({ payload }) => payload);
}

/** How many changes were said on all streams together. */
export async function changesSaid(db: TestDatabase): Promise<number> {
  const [row] = await db.em().execute<{ n: string }[]>('select count(*) as n from change');
  return Number(row?.n);
}

export const theCard = (db: TestDatabase, id: string): Promise<CardEntity> => db.em().findOneOrFail(CardEntity, { id });
export const theAnswers = (db: TestDatabase, cardId: string): Promise<SubmissionEntity[]> => db.em().find(SubmissionEntity, { cardId }, { orderBy: { id: 'asc' } });
export const theAnswer = (db: TestDatabase, id: string): Promise<SubmissionEntity> => db.em().findOneOrFail(SubmissionEntity, { id });

/** What is wrong between a card and its answers; empty when the laws of DOMAIN 4.3 hold. */
export async function brokenLaws(db: TestDatabase, cardId: string): Promise<string[]> {
  const card = await theCard(db, cardId);
  const answers = await theAnswers(db, cardId);
  const states = answers.map(({ state }) => state);
  const broken: string[] = [];
  if (card.stage == null || card.indicator == null || card.figure == null) return broken;
  if (card.stage === 'reviewed' && !answers.every(({ state, waivedReason }) => state === 'confirmed' || (state === 'waived' && waivedReason != null))) broken.push('審査完了 with an open answer');
  if (card.stage !== 'reviewed' && states.some((state) => state === 'confirmed' || state === 'waived')) broken.push('a closed answer on an open card');
  if (stageFollowing(card.stage, states) !== card.stage) broken.push(`${card.stage} with ${states.join()}`);
  if (card.returned !== answers.filter(({ openReturn }) => openReturn != null).length) broken.push('差戻し n');
  const counted = aggregate(card.indicator, answers.map((answer) => ({
    organisationId: answer.organisationId, state: answer.state, openReturn: answer.openReturn != null,
    returnedFields: (answer.openReturn?.fields ?? []).filter((field) => ANSWER_FIELDS.includes(field)), submitted: answer.submitted ?? null,
  })));
  for (const part of ['asked', 'yes', 'no', 'notApplicable', 'unanswered', 'value'] as const) {
    if (counted[part] !== card.figure[part]) broken.push(`figure.${part} is ${card.figure[part]}, should be ${counted[part]}`);
  }
  const marks = card.strip.trim().length;
  if (card.asks === 'wards' && marks > 0 && [...card.strip].filter((mark) => mark !== ' ').length !== answers.length) broken.push(`strip ${card.strip}`);
  return broken;
}
