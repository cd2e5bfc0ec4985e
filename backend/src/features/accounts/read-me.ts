import type { Me } from '@furikaeri/contracts';
import type { OrganisationKind, Role } from '@furikaeri/model';
import type { EntityManager } from '@mikro-orm/postgresql';
import { heldToday } from '../../platform/auth/held-today.ts';

interface Row {
  personId: string; name: string; login: string; mustChangePassword: boolean;
  postId: string; role: Role; title: string; deputyFor: string | null; until: string | null;
  organisationId: string; kind: OrganisationKind; organisationName: string; sort: number;
}

/** The person with the posts that are valid today, in one SQL, their own before those of a 代理; null where none is. */
export async function readPosts(em: EntityManager, personId: string, today: string): Promise<Omit<Me, 'activePostId'> | null> {
  const rows = await em.execute<Row[]>(
    `select pe.id as "personId", pe.name, pe.login, pe.must_change_password as "mustChangePassword",
            po.id as "postId", po.role, po.title, po.deputy_for as "deputyFor", po.valid_to::text as until,
            o.id as "organisationId", o.kind, o.name as "organisationName", o.sort
       from person pe
       join post po on po.person_id = pe.id and ${heldToday('po')}
       join organisation o on o.id = po.organisation_id
      where pe.id = ? and pe.disabled_at is null
      order by po.deputy_for is not null, o.kind, o.sort, po.id`,
    [today, today, personId],
  );
  const [first] = rows;
  if (!first) return null;
  return {
    person: { id: first.personId as Me['person']['id'], name: first.name, login: first.login },
    posts: rows.map((row) => ({
      id: row.postId as Me['activePostId'], role: row.role, title: row.title, deputyFor: row.deputyFor, until: row.deputyFor === null ? null : row.until,
      organisation: { id: row.organisationId as Me['posts'][number]['organisation']['id'], kind: row.kind, name: row.organisationName, sort: row.sort },
    })),
    mustChangePassword: first.mustChangePassword,
  };
}
