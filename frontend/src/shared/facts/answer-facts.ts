import type { AnswerSummary } from '@furikaeri/contracts';
import type { SubmissionFacts } from '@furikaeri/model';

/** What the rules of the model ask of an answer. The wire carries the effective deadline, which is all the screens need. */
export function answerFacts(answer: AnswerSummary): SubmissionFacts {
  const organisationKind = answer.organisationKind === 'bureau' || answer.organisationKind === 'secretariat' ? answer.organisationKind : 'ward';
  return {
    id: answer.id, cardId: answer.cardId, organisationId: answer.organisationId, organisationKind, state: answer.state,
    openReturn: answer.openReturn !== null, returnedFields: answer.openReturn?.fields ?? [],
    groupDeadline: answer.deadline, extensionDeadline: null, returnDeadline: answer.openReturn?.deadline ?? null, waivedFrom: null, extensionRequested: answer.extensionRequest !== null,
  };
}
