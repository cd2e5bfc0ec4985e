import type { OrganisationKind, Role } from '@furikaeri/model';
import { can, type CommentSubject } from '@furikaeri/model';
import type { EntityManager } from '@mikro-orm/postgresql';
import { heldToday } from '../../platform/auth/held-today.ts';

/** Somebody through one post that is valid today. */
export interface Reader {
  personId: string; name: string; postId: string; role: Role; title: string; deputyOf: string | null;
  organisationId: string; organisation: string; kind: OrganisationKind; sort: number;
}

/** Everybody who can read what stands at this place, each post apart, their own before those of a 代理. */
export async function readersOf(em: EntityManager, subject: CommentSubject, today: string): Promise<Reader[]> {
  const posts = await em.execute<Reader[]>(
    `select pe.id as "personId", pe.name, po.id as "postId", po.role, po.title, po.deputy_of as "deputyOf", o.id as "organisationId", o.name as organisation, o.kind, o.sort
       from post po join person pe on pe.id = po.person_id and pe.disabled_at is null join organisation o on o.id = po.organisation_id
      where ${heldToday('po')}
      order by po.deputy_of is not null, o.kind, o.sort, po.role, pe.name, po.id`, [today, today],
  );
  return posts.filter(({ personId, postId, role, organisationId }) => can({ personId, postId, role, organisationId, deputyFor: null }, 'comment.read', subject));
}
