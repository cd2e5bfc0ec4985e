import { answersPeople, leadOf, type NoticeFacts } from '@furikaeri/model';
import type { ChangeDraft, UseCaseContext } from '../../platform/commands/use-case.ts';
import { notify, onAnswer } from '../notifications/index.ts';
import type { Step } from './lock-answer.ts';

/** What 事務局 said to a wish for more time: to whose answer it is, and to the card's 部会長 (DOMAIN 4.7), to whom the organisation is named. */
export const tellOfDecision = (context: UseCaseContext, { card, cardFacts, submission }: Step, facts: NoticeFacts): Promise<ChangeDraft[]> => {
  const decided = { kind: 'extension_decided', ...onAnswer(card, submission, facts) } as const;
  return notify(context.em, context, [
    { ...decided, to: [answersPeople(submission)] },
    { ...decided, whose: submission.organisationId, to: leadOf(cardFacts) },
  ]);
};
