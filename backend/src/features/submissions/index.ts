export { changeOfCard, changesOfAnswer, ownStream } from './answer-changes.ts';
export { answersOf, lockAnswer } from './lock-answer.ts';
export { previousCards } from './previous-cards.ts';
export { SubmissionEntity } from './submission.entity.ts';
export { become, submissionFacts } from './submission.facts.ts';
export { presentAnswer, presentOwnAnswer } from './submission.presenter.ts';
export { readSeqs } from './read-seqs.ts';
export { SubmissionsModule } from './submissions.module.ts';
