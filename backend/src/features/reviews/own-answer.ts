import type { EntityManager } from '@mikro-orm/postgresql';
import type { SignedIn } from '../../platform/auth/signed-in.ts';
import type { SubmissionEntity } from '../submissions/index.ts';

/**
 * Whether the person who approves also holds a post in one of the asked organisations. That is allowed, and the card
 * says so (DOMAIN 4.6).
 */
export async function answersForAsked(em: EntityManager, actor: SignedIn, answers: readonly SubmissionEntity[]): Promise<boolean> {
  const asked = new Set(answers.map(({ organisationId }) => organisationId));
  const posts = await em.execute<{ organisation_id: string }[]>(
    `select organisation_id from post where person_id = ? and role in ('ward_staff', 'ward_approver')`, [actor.personId],
  );
  return posts.some((post) => asked.has(post.organisation_id));
}
