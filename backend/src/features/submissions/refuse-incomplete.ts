import { missingFields } from '@furikaeri/model';
import { ProblemError } from '../../platform/http/problem-error.ts';
import type { CardEntity } from '../cards/index.ts';
import type { SubmissionEntity } from './submission.entity.ts';

/** Only a finished answer leaves its writer's hands; the refusal names the fields that are still empty. */
export function refuseIncomplete(card: CardEntity, { draft }: SubmissionEntity): void {
  if (card.indicator == null) return;
  const missing = missingFields(card.indicator, draft);
  if (missing.length === 0) return;
  throw new ProblemError('submission/incomplete', { fields: missing.map((field) => ({ path: `content.${field}`, message: 'submission/incomplete' })) });
}
