import { presenceOn, type HeldPost, type Presence } from '@furikaeri/model';
import type { EntityManager } from '@mikro-orm/postgresql';
import { heldToday } from '../../platform/auth/held-today.ts';
import { idList } from '../../platform/database/id-list.ts';

export interface Recipient { id: string; name: string; address: string }

export interface PeopleToday {
  presence: Presence;
  /** Everybody with a post that counts here, also who is away. */
  people: Map<string, Recipient>;
}

interface PostRow extends Omit<HeldPost, 'from' | 'to'> { name: string; address: string; unreachable: boolean }

/**
 * Who holds the posts of today that answer, approve, review or look after, and who of them can be written to. Only of some
 * organisations where they are named; 事務局 is always among them. Who has no address or may not sign in counts as away.
 */
export async function peopleToday(em: EntityManager, today: string, organisationIds?: Iterable<string>): Promise<PeopleToday> {
  const posts = await em.execute<PostRow[]>(
    `select p.id, p.person_id as "personId", p.organisation_id as "organisationId", p.role, p.deputy_of as "deputyOf",
            n.name, n.email as address, n.disabled_at is not null or n.email = '' as unreachable
     from post p join person n on n.id = p.person_id
     where p.role in ('ward_staff', 'ward_approver', 'bureau_staff', 'committee_lead', 'secretariat')
       and ${heldToday('p')}
       ${organisationIds ? `and (p.role = 'secretariat' or p.organisation_id = any(?::uuid[]))` : ''}
     order by p.id`,
    [today, today, ...(organisationIds ? [idList(organisationIds)] : [])],
  );
  const away = await em.execute<{ personId: string }[]>(
    'select person_id as "personId" from absence where from_day <= ? and to_day >= ?', [today, today],
  );
  const unreachable = posts.filter((post) => post.unreachable).map(({ personId }) => ({ personId }));
  // PostgreSQL has looked at the days already.
  const presence = presenceOn(today, posts.map((post) => ({ ...post, from: null, to: null })), [...away, ...unreachable].map(({ personId }) => ({ personId, from: today, to: today })));
  return { presence, people: new Map(posts.map(({ personId, name, address }) => [personId, { id: personId, name, address }])) };
}
