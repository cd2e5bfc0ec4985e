import { missingFields } from '@furikaeri/model';
import type { AnswerItem } from './answers.reducer.ts';
import { changedFields } from './last-year.ts';

/** What waits for the approver and says, field by field, what was said last year. */
const isUnchanged = ({ answer, previous }: AnswerItem): boolean => previous !== null && changedFields(answer.draft, previous.content).length === 0;

/** The answers that can be handed in together: waiting for the check, unchanged, complete, and not sent back by the 部会. */
export const unchangedOnes = (items: readonly AnswerItem[]): AnswerItem[] => items.filter((item) =>
  item.answer.state === 'checking' && item.answer.openReturn === null && isUnchanged(item) && missingFields({ kind: item.question.indicatorKind }, item.answer.draft).length === 0);
