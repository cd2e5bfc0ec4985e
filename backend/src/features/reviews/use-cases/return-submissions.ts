import * as contracts from '@furikaeri/contracts';
import { type AnswerField, answersPeople, fieldsOnForm, type ReviewAuthority, transitionSubmission, whyNot } from '@furikaeri/model';
import { orForbid, orRefuse } from '../../../platform/commands/or-refuse.ts';
import { useCase } from '../../../platform/commands/use-case.ts';
import { ProblemError } from '../../../platform/http/problem-error.ts';
import { type CardEntity, cardFacts, lockCard, refreshCard } from '../../cards/index.ts';
import { refusePastDeadline } from '../../cycles/index.ts';
import { notify, onAnswer } from '../../notifications/index.ts';
import { answersOf, become, changeOfCard, changesOfAnswer, presentAnswer, type SubmissionEntity, submissionFacts } from '../../submissions/index.ts';
import { doerAs, standInLog } from '../stand-in.ts';

/** 差戻し of one or several answers of one card: all of them or none. The submitted versions stay in sight. */
export const returnSubmissions = useCase(contracts.returnSubmissions, async (context, input) => {
  const { em, actor, now, today } = context;
  const { card, cycle } = await lockCard(em, input.cardId);
  const subject = cardFacts(card, cycle);
  const answers = await answersOf(em, card);
  const chosen = input.submissions.map(({ id, expectedVersion }) => {
    const answer = answers.find((one) => one.id === id);
    if (answer === undefined) throw new ProblemError('submission/not-found');
    orForbid(whyNot(actor, 'submission.return', { card: subject, submission: submissionFacts(answer, cycle) }));
    if (answer.version !== expectedVersion) throw new ProblemError('submission/changed-meanwhile', { current: presentAnswer(answer, cycle) });
    return answer;
  });
  let authority: ReviewAuthority | null = null;
  for (const answer of chosen) {
    const step = orRefuse(transitionSubmission(submissionFacts(answer, cycle), subject, {
      type: 'return', by: actor, reason: input.reason, fields: input.fields, deadline: input.deadline, standInReason: input.actingReason,
    }));
    authority = step.authority;
    refuseOffForm(card, answer, input.fields);
    become(answer, step.next);
    answer.openReturn = { reason: input.reason, fields: input.fields, deadline: input.deadline, by: doerAs(actor, authority), at: now.toISOString() };
    answer.version += 1;
    answer.draftVersion += 1;
  }
  await refusePastDeadline(em, input.deadline, today);
  const move = await refreshCard(em, card, answers, now);
  const [only, ...others] = chosen;
  return {
    output: { answers: chosen.map((answer) => presentAnswer(answer, cycle)) },
    changes: [
      ...chosen.flatMap((answer) => changesOfAnswer(card, cycle, answer)), changeOfCard(card, move),
      ...await notify(em, context, chosen.map((answer) => ({
        kind: 'returned', ...onAnswer(card, answer, { deadline: input.deadline, reason: input.reason }), field: input.fields[0] ?? null, to: [answersPeople(answer)],
      }))),
    ],
    log: {
      cycleId: card.cycleId, cardId: card.id, reason: input.reason,
      ...(others.length === 0 && only !== undefined && { submissionId: only.id, organisationId: only.organisationId }),
      before: { state: 'submitted' },
      after: {
        state: 'returned', fields: input.fields, deadline: input.deadline,
        organisationIds: chosen.map(({ organisationId }) => organisationId), ...standInLog(authority, input.actingReason),
      },
    },
  };
});

/** Nobody could correct a field that the form of this answer does not have. */
function refuseOffForm({ indicator }: CardEntity, { submitted, organisationKind }: SubmissionEntity, fields: readonly AnswerField[]): void {
  if (indicator == null || submitted == null) return;
  const onForm = fieldsOnForm({ indicator, content: submitted, ofWard: organisationKind === 'ward' });
  const strange = fields.filter((field) => !onForm.includes(field));
  if (strange.length > 0) throw new ProblemError('submission/field-not-on-form', { fields: strange.map((field) => ({ path: `content.${field}`, message: 'submission/field-not-on-form' })) });
}
