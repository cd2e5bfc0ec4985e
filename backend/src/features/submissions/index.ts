export { changeOfCard, changeOfOwnAnswer, changesOfAnswer, narrowStreams, ownStream } from './answer-changes.ts';
export { SubmissionEntity } from './submission.entity.ts';
export { become, submissionFacts } from './submission.facts.ts';
export { isOut, presentAnswer, presentOwnAnswer } from './submission.presenter.ts';
