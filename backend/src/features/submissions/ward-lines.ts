import type { AnswerContent } from '@furikaeri/model';
import type { EntityManager } from '@mikro-orm/postgresql';
import { ProblemError } from '../../platform/http/problem-error.ts';
import type { SubmissionEntity } from './submission.entity.ts';

/**
 * An answer with the table that its organisation may give. A 区 speaks for itself alone, so a table of all wards has no place
 * in its answer and would count for everybody else; a 局's table has one line of each ward, and of nobody else.
 */
export async function withOwnLines(em: EntityManager, { organisationKind }: Pick<SubmissionEntity, 'organisationKind'>, content: AnswerContent): Promise<AnswerContent> {
  if (content.byWard.length === 0) return content;
  if (organisationKind === 'ward') return { ...content, byWard: [] };
  const wards = await em.execute<{ id: string }[]>(`select id from organisation where kind = 'ward'`);
  const free = new Set(wards.map(({ id }) => id));
  const byWard = content.byWard.map((line) => ({ ...line, organisationId: line.organisationId.toLowerCase() }));
  // Taken out as it is met, so that a second line of the same ward finds it gone.
  if (!byWard.every(({ organisationId }) => free.delete(organisationId))) throw new ProblemError('organisation/not-found');
  return { ...content, byWard };
}
